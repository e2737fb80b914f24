using System.Collections.Immutable;
using ReportArchive.Anchors;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Anchors;

public sealed class AnchorAssignmentTests
{
    private const string Opening = "现在，我代表区人民政府向大会报告工作，请予审议，并请各位政协委员和列席会议的同志提出意见。";
    private const string Industry = "一是经济运行稳中向好。梳理帮助市场主体纾难解困45条政策措施，出台支持企业投资促进高质量发展10条意见。";
    private const string Structure = "二是产业结构持续优化。布局总投资469亿元的103个区重点项目，50个项目列入市重大项目，13个项目列入省级重点项目。";
    private const string Market = "三是市场主体更加活跃。持续推进“放管服”改革，新增市场主体7472家，明晰国有企业整体架构。";
    private const string Countryside = "我们坚持以乡村振兴统领农村发展，粮食播种面积稳定在25万亩以上，新建高标准农田1.2万亩。";

    private static readonly ReportId s_id = new(PlaceCode.Parse("370306"), new PlanYear(2023), ReportKind.GovernmentWork);
    private static readonly DateOnly s_day = new(2026, 7, 1);

    private static ImmutableArray<Block> Blocks(params string[] texts) =>
        [.. texts.Select(text => text.StartsWith('#')
            ? RealReports.Block(BlockKind.Heading, text.TakeWhile(c => c == '#').Count(), text.TrimStart('#'))
            : RealReports.Block(BlockKind.Paragraph, 0, text))];

    private static AnchorLedger Publish(params string[] texts) => AnchorAssignment.Assign(null, Blocks(texts)).Freeze(s_id, s_day);

    private static AnchorLedger Republish(AnchorLedger ledger, params string[] texts) =>
        AnchorAssignment.Assign(ledger, Blocks(texts)).Freeze(s_id, s_day.AddDays(1), "更正");

    private static string Live(AnchorLedger ledger) => string.Join(' ', ledger.Live.Select(entry => entry.Anchor));

    [Fact]
    public void Without_a_ledger_blocks_are_numbered_in_reading_order_headings_too()
    {
        var assigned = AnchorAssignment.Assign(null, Blocks("##一、回顾", Opening, "###（一）产业", Industry));
        Assert.Equal("p1 p2 p3 p4", string.Join(' ', assigned.Blocks.Select(block => block.Anchor)));
        Assert.False(assigned.IsPublished);
    }

    [Fact]
    public void An_inserted_paragraph_gets_the_next_free_number_and_moves_no_other() =>
        Assert.Equal("p1 p4 p2 p3", Live(Republish(Publish(Opening, Industry, Structure), Opening, Countryside, Industry, Structure)));

    [Fact]
    public void A_corrected_paragraph_keeps_its_anchor()
    {
        var ledger = Republish(Publish(Opening, Industry, Structure), Opening, Industry.Replace("45条", "54条", StringComparison.Ordinal), Structure);
        Assert.Equal("p1 p2 p3", Live(ledger));
        Assert.Equal(2, ledger.Current.Number);
        Assert.Equal(Industry, ledger.BlocksOf(1)[1].Text);
    }

    [Fact]
    public void A_heading_in_other_words_keeps_its_anchor_over_the_same_text() =>
        Assert.Equal(
            "p1 p2 p3 p4",
            Live(Republish(
                Publish("##一、2022年工作回顾", Industry, "##二、今年怎么干", Countryside),
                "##第一部分　过去一年", Industry, "##二、2023年经济社会发展目标和工作重点", Countryside)));

    [Fact]
    public void A_moved_paragraph_takes_its_anchor_along() =>
        Assert.Equal("p1 p4 p2 p3", Live(Republish(Publish(Opening, Industry, Structure, Countryside), Opening, Countryside, Industry, Structure)));

    [Fact]
    public void A_split_keeps_the_anchor_on_the_first_part() =>
        Assert.Equal("p1 p2 p4 p3", Live(Republish(Publish(Opening, Industry + Structure + Market, Countryside), Opening, Industry, Structure + Market, Countryside)));

    [Fact]
    public void A_run_in_heading_set_on_its_own_line_leaves_the_anchor_to_the_text() =>
        Assert.Equal(
            "p1 p3 p2",
            Live(Republish(Publish(Opening, "（一）以融合为导向。" + Industry + Structure), Opening, "###（一）以融合为导向。", Industry + Structure)));

    [Fact]
    public void A_merged_paragraphs_anchor_leads_to_what_holds_its_text()
    {
        var ledger = Republish(Publish(Opening, Industry, Structure, Countryside), Opening, Industry + Structure, Countryside);
        Assert.Equal(3, ledger.Live.Length);
        Assert.Equal(ledger.Live[1].Anchor, ledger.Resolve(new AnchorId(2)));
        Assert.Equal(ledger.Live[1].Anchor, ledger.Resolve(new AnchorId(3)));
    }

    [Fact]
    public void A_merge_that_is_undone_gives_both_their_anchors_back()
    {
        var merged = Republish(Publish(Opening, Industry, Structure, Countryside), Opening, Industry + Structure, Countryside);
        Assert.Equal("p1 p2 p3 p4", Live(Republish(merged, Opening, Industry, Structure, Countryside)));
    }

    [Fact]
    public void A_deleted_paragraph_leaves_a_tombstone_whose_number_is_never_given_again()
    {
        var without = Republish(Publish(Opening, Industry, Countryside), Opening, Industry);
        var retired = Assert.Single(without.Retired);
        Assert.Equal(new RetiredAnchor(new AnchorId(3), 2, Into: null, After: new AnchorId(2)), retired);
        Assert.Equal(Countryside, without.LastOf(retired).Text);
        Assert.Null(without.Resolve(new AnchorId(3)));
        Assert.Equal("p1 p2 p4", Live(Republish(without, Opening, Industry, Market)));
    }

    [Fact]
    public void A_deleted_paragraph_that_comes_back_gets_its_anchor_back()
    {
        var without = Republish(Publish(Opening, Industry, Countryside), Opening, Industry);
        var back = Republish(without, Opening, Countryside, Industry);
        Assert.Equal("p1 p3 p2", Live(back));
        Assert.Empty(back.Retired);
    }

    [Fact]
    public void A_remnant_does_not_keep_the_anchor_of_a_text_that_its_neighbour_took_up()
    {
        var ledger = Republish(
            Publish(Opening, Industry, Structure + Countryside + "坚持底线。" + "防范化解重点领域风险。"),
            Opening,
            Industry + Structure + Countryside + "坚持底线。",
            "防范化解重点领域风险。");
        Assert.Equal(ledger.Live[1].Anchor, ledger.Resolve(new AnchorId(3)));
        Assert.Equal("p4", ledger.Live[2].Anchor.ToString());
    }

    [Fact]
    public void Publishing_again_without_a_change_changes_nothing()
    {
        var ledger = Publish(Opening, Industry);
        Assert.Same(ledger, Republish(ledger, Opening, Industry));
    }

    [Fact]
    public void Other_punctuation_is_an_edition_of_its_own_but_no_other_fingerprint()
    {
        var before = Publish(Opening);
        var after = Republish(before, Opening.Replace('，', ','));
        Assert.Equal(2, after.Current.Number);
        Assert.Equal(Fingerprint.Of(before.Live[0].Text), Fingerprint.Of(after.Live[0].Text));
    }

    [Fact]
    public void Changes_are_named_for_the_editor()
    {
        var ledger = Publish("##一、回顾", Opening, Industry + Structure, Market, Countryside);
        var changes = AnchorAssignment.Assign(ledger, Blocks("##一、回顾", Opening, Industry, Structure, Market.Replace("7472", "7482", StringComparison.Ordinal), "全区上下要坚定信心，奋勇争先。")).Changes;
        Assert.Equal(
            "Edited p3, Split p3 p6, Edited p4, Added p7, Deleted p5",
            string.Join(", ", changes.Select(change => $"{change.Kind} {change.Anchor} {change.Other}".TrimEnd())));
    }
}
