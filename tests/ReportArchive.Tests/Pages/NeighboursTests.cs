using ReportArchive.Pages;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Pages;

public class NeighboursTests
{
    private static readonly SampleArchive s_archive = new SampleArchive()
        .Concept("si-jian-si-zeng", "四减四增").Concept("shuang-zhao", "双招双引").Concept("lian-zhang", "链长制")
        .Report("370306/2023/gwr", "四减四增。双招双引。链长制。")
        .Report("370306/2022/gwr", "双招双引。")
        .Report("370306/2021/gwr", "无。")
        .Report("370306/2023/plan", "双招双引，链长制。")
        .Report("370300/2023/gwr", "双招双引好。")
        .Report("370300/2020/gwr", "市报告。")
        .Report("370000/2023/gwr", "省报告。")
        .Report("370306100/2023/gwr", "镇报告。")
        .Report("370303/2023/gwr", "邻区报告。")
        .Report("370102/2023/gwr", "远区报告。")
        .Report("110105/2023/gwr", "四减四增，他省报告。")
        .Report("370303/2022/gwr", "去年邻区报告。");

    private static readonly Neighbours s_neighbours = s_archive.ReportPage("370306/2023/gwr").Neighbours;

    [Fact]
    public void The_same_place_in_other_years_comes_newest_first() => AssertIds(s_neighbours.SamePlace, "370306/2022/gwr", "370306/2021/gwr");

    [Fact]
    public void Other_kinds_are_of_the_same_place_and_year() => AssertIds(s_neighbours.OtherKinds, "370306/2023/plan");

    [Fact]
    public void Places_above_come_same_year_first() => AssertIds(s_neighbours.Above, "370300/2023/gwr", "370000/2023/gwr", "370300/2020/gwr");

    [Fact]
    public void Places_below_are_those_right_below() => AssertIds(s_neighbours.Below, "370306100/2023/gwr");

    [Fact]
    public void Others_of_the_year_come_nearest_place_first() =>
        AssertIds(s_neighbours.SameYear, "370306100/2023/gwr", "370300/2023/gwr", "370303/2023/gwr", "370000/2023/gwr", "370102/2023/gwr", "110105/2023/gwr");

    [Fact]
    public void Reports_that_share_most_come_first_and_say_what_rarest_first()
    {
        AssertIds(s_neighbours.Alike.Select(static alike => alike.Report), "370306/2023/plan", "110105/2023/gwr", "370300/2023/gwr", "370306/2022/gwr");
        Assert.Equal(2, s_neighbours.Alike[0].Shared);
        Assert.Equal(["链长制", "双招双引"], s_neighbours.Alike[0].Rarest.Select(static item => item.Concept.Label));
    }

    [Fact]
    public void To_be_alike_is_mutual()
    {
        foreach (var page in PageBuilder.All(s_archive.Build()).OfType<ReportPage>())
            Assert.All(page.Neighbours.Alike, alike =>
                Assert.Contains(s_archive.ReportPage(alike.Report.Report.Id.ToString()).Neighbours.Alike, back => back.Report.Report.Id == page.Report.Id && back.Shared == alike.Shared));
    }

    [Fact]
    public void A_report_alone_has_no_neighbours() =>
        Assert.True(new SampleArchive().Report("370306/2023/gwr", "正文。").ReportPage("370306/2023/gwr").Neighbours.IsEmpty);

    [Fact]
    public void A_cross_reference_quotes_the_longest_passage_that_both_reports_share()
    {
        const string Shared = "我们坚持把实体经济作为高质量发展的根基，聚焦先进制造业集群建设，推动传统产业改造提升";
        var page = new SampleArchive()
            .Report("370306/2023/gwr", $"一年来，{Shared}，成效明显。")
            .Report("370306/2022/gwr", $"过去一年，全区各级同心协力。\n\n今年{Shared}，力争上游。")
            .ReportPage("370306/2023/gwr");

        var why = Assert.Single(page.Neighbours.SamePlace).Why!;
        Assert.Equal($"相同{Shared.Length + 1}字", why.What);
        Assert.Equal(("370306/2022/gwr", "p2"), (why.Report.Report.Id.ToString(), why.Anchor.ToString()));
        Assert.StartsWith(Shared, why.Snippet.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cross_reference_quotes_the_sentence_that_names_the_place_but_not_one_that_names_the_place_above()
    {
        var archive = new SampleArchive().Report("370306/2023/gwr", "在淄博市委领导下，区内发展。").Report("370300/2023/gwr", "先说别的。支持周村区建设。");

        var above = Assert.Single(archive.ReportPage("370306/2023/gwr").Neighbours.Above).Why!;
        Assert.Equal(("提到周村区", "支持", "建设。"), (above.What, above.Snippet.Before, above.Snippet.After));
        Assert.Equal("本篇提到周村区", Assert.Single(archive.ReportPage("370300/2023/gwr").Neighbours.Below).Why!.What);
    }

    [Fact]
    public void A_cross_reference_quotes_the_rarest_concept_that_both_use_and_nothing_where_all_is_common()
    {
        var why = Assert.Single(s_neighbours.OtherKinds).Why!;
        Assert.Equal(("都用“链长制”", "双招双引，", "链长制"), (why.What, why.Snippet.Before, why.Snippet.Words));
        Assert.Null(s_neighbours.SamePlace[1].Why);
    }

    private static void AssertIds(IEnumerable<CrossReference> items, params string[] ids) => AssertIds(items.Select(static item => item.Report), ids);

    private static void AssertIds(IEnumerable<ReportItem> items, params string[] ids) => Assert.Equal(ids, items.Select(static item => item.Report.Id.ToString()));
}
