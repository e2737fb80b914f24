using ReportArchive.Pages;
using ReportArchive.Places;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Pages;

public sealed class ConceptIndexTests
{
    private static readonly ConceptIndexPage s_index = PageBuilder.All(new SampleArchive()
        .Concept("xing", "新提法").Concept("jiu", "旧提法").Concept("chang", "常提法").Concept("wu", "无人用")
        .Report("370306/2020/gwr", "旧提法，常提法。")
        .Report("370303/2020/gwr", "旧提法与常提法。")
        .Report("370300/2021/gwr", "旧提法，新提法，常提法。")
        .Report("370306/2022/gwr", "新提法，常提法。")
        .Report("370303/2022/gwr", "新提法，常提法，新提法。")
        .Build()).OfType<ConceptIndexPage>().Single();

    [Theory]
    [InlineData("xing", 3, 3, PlaceLevel.Prefecture, 1.0)]
    [InlineData("jiu", 3, 3, PlaceLevel.Prefecture, 1.0 / 3 - 1)]
    [InlineData("chang", 5, 3, PlaceLevel.Prefecture, 0.0)]
    public void A_row_says_how_far_a_concept_reached_and_whether_it_rises(string slug, int reports, int places, PlaceLevel highest, double trend)
    {
        var row = Row(slug);

        Assert.Equal((reports, places, highest), (row.Item.Reports, row.Places, row.Highest));
        Assert.Equal(trend, row.Trend!.Value, 9);
    }

    [Fact]
    public void The_turn_cuts_the_archive_most_evenly() => Assert.Equal(2021, s_index.Turn?.Value);

    [Fact]
    public void What_rises_and_what_falls_is_listed_with_the_strongest_first()
    {
        Assert.Equal(["xing"], s_index.Rising.Select(static row => row.Item.Concept.Slug.Value));
        Assert.Equal(["jiu"], s_index.Falling.Select(static row => row.Item.Concept.Slug.Value));
    }

    [Fact]
    public void A_concept_no_one_uses_has_no_level() => Assert.Null(Row("wu").Highest);

    private static ConceptRow Row(string slug) => s_index.Rows.Single(row => row.Item.Concept.Slug.Value == slug);
}
