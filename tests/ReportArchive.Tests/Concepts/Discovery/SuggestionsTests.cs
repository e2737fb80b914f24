using ReportArchive.Concepts;
using ReportArchive.Concepts.Discovery;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Sites;

namespace ReportArchive.Tests.Concepts.Discovery;

public sealed class SuggestionsTests
{
    private static readonly IReadOnlyList<Suggestion> Found = Suggestions.For(SmallArchive.Site(
        [
            SmallArchive.Report("370300/2021/gwr", "推进“四新”经济，狠抓“七讲七进”活动，加大“力度”。各位代表，要加大力度，继续加大力度，再加大力度。"),
            SmallArchive.Report("370306/2021/gwr", "开展“七讲七进”。各位代表，要加大力度。实施融合、聚焦、开放三大战略，壮大“四新”经济。"),
            SmallArchive.Report("371502/2021/gwr", "各位代表，深化“七讲七进”，做优“四新”经济。"),
        ],
        SmallArchive.Concept("si-xin-jing-ji", "四新经济"),
        SmallArchive.Concept("qi-shang-ba-xia", "七上八下"),
        SmallArchive.Concept("jiang-jin", "讲进")));

    [Fact]
    public void What_reports_name_in_quotation_marks_again_and_again_comes_first()
    {
        var first = Found[0];

        Assert.Equal(("七讲七进", ConceptKind.Formula, 3, 3, 3), (first.Text, first.Kind, first.Reports, first.Occurrences, first.Quoted));
        Assert.Equal(["370300/2021/gwr", "370306/2021/gwr", "371502/2021/gwr"], first.Evidence.Select(static evidence => evidence.Report.ToString()));
        Assert.Equal("推进“四新”经济，狠抓“七讲七进”活动，加大“力度”。", first.Evidence[0].Text);
    }

    [Fact]
    public void A_slug_is_read_off_the_slugs_that_editors_wrote() =>
        Assert.Equal("qi-jiang-qi-jin", Found[0].Slug?.Value);

    [Fact]
    public void A_formula_that_a_text_spells_out_needs_no_marks()
    {
        var formula = Assert.Single(Found, static suggestion => suggestion.Text == "三大战略");

        Assert.Equal(["融合", "聚焦", "开放"], formula.Parts);
        Assert.Equal("370306/2021/gwr", formula.PartsIn?.Report.ToString());
    }

    [Theory]
    [InlineData("力度")]
    [InlineData("四新")]
    [InlineData("四新经济")]
    [InlineData("各位代表")]
    public void A_word_of_every_day_a_part_of_a_known_concept_and_an_address_are_not_suggested(string text) =>
        Assert.DoesNotContain(Found, suggestion => suggestion.Text == text);

    [Fact]
    public void A_suggestion_is_a_file_that_needs_only_its_definition()
    {
        var diagnostics = new List<Diagnostic>();

        var concept = ConceptReader.Read(SuggestionDraft.Write(Found[0]), "input/concepts/qi-jiang-qi-jin.md", diagnostics);

        Assert.Equal("七讲七进", concept?.Label);
        Assert.Equal(Found[0].Evidence.Select(static evidence => evidence.Text), concept?.Evidence.Select(static evidence => evidence.Quote));
        Assert.Equal(["RA0158"], diagnostics.Select(static diagnostic => diagnostic.Code));
    }

    [Fact]
    public void A_formula_with_too_few_parts_and_one_a_report_spells_out_are_pointed_at()
    {
        var diagnostics = new List<Diagnostic>();
        var concepts = new[]
        {
            SmallArchive.Read("san-da-zhan-lue", "label: 三大战略"),
            SmallArchive.Read("qi-jiang-qi-jin", "label: 七讲七进\nparts: [讲政策, 讲法律]"),
        };
        SiteBuilder.Build(
            SiteSettings.Default,
            PlaceTable.National,
            [SmallArchive.Report("370306/2021/gwr", "开展“七讲七进”。实施融合、聚焦、开放三大战略。")],
            concepts,
            diagnostics);

        Assert.Equal(["RA0157", "RA0159"], diagnostics.Select(static diagnostic => diagnostic.Code));
        Assert.Equal("add 'parts: [融合, 聚焦, 开放]'", diagnostics[1].Hint);
    }
}
