using ReportArchive.Concepts.Usage;
using ReportArchive.Places;
using ReportArchive.Sites;

namespace ReportArchive.Tests.Concepts.Usage;

public sealed class UsageCountsTests
{
    private static readonly Site Site = SmallArchive.Site(
        [
            SmallArchive.Report("370300/2021/gwr", "## 一、2020年工作回顾\n\n推进四减四增。\n\n深化“放管服”改革，推进四减四增。"),
            SmallArchive.Report("370306/2021/gwr", "深化“放管服”改革。一次办好。"),
            SmallArchive.Report("370306/2023/gwr", "只说别的。"),
        ],
        SmallArchive.Concept("si-jian-si-zeng", "四减四增"),
        SmallArchive.Concept("fang-guan-fu", "放管服"),
        SmallArchive.Concept("yi-ci-ban-hao", "一次办好"));

    private static readonly Corpus Corpus = new(Site);

    [Fact]
    public void The_matrix_counts_each_year_and_level_and_leaves_years_without_reports_void()
    {
        var matrix = UsageMatrix.Of(Corpus, Site.IndexOf("放管服"));

        Assert.Equal([2021, 2022, 2023], matrix.Years.Select(static year => year.Value));
        Assert.Equal([PlaceLevel.Prefecture, PlaceLevel.County], matrix.Levels);
        Assert.Equal(new UsageCell(1, 1, 1, 35), matrix.Cells[0][0]);
        Assert.True(matrix.ByYear[1].IsVoid);
        Assert.Equal(new UsageCell(0, 1, 0, 5), matrix.Cells[1][2]);
        Assert.Equal((2, 3, 2), (matrix.Total.Using, matrix.Total.All, matrix.Total.Occurrences));
    }

    [Fact]
    public void A_rate_is_per_ten_thousand_characters_of_all_text_headings_included()
    {
        var cell = UsageMatrix.Of(Corpus, Site.IndexOf("四减四增")).Cells[0][0];

        Assert.Equal("一、2020年工作回顾推进四减四增。深化“放管服”改革，推进四减四增。".Length, cell.Characters);
        Assert.Equal(10_000.0 * 2 / cell.Characters, cell.PerTenThousand);
    }

    [Fact]
    public void Concepts_of_one_paragraph_are_companions_and_those_of_one_report_are_not()
    {
        var companions = Companions.Of(Corpus, Site.IndexOf("放管服"));

        Assert.Equal(["一次办好", "四减四增"], companions.List.Select(companion => Site.Concepts[companion.Concept].Label).Order(StringComparer.Ordinal));
        Assert.Empty(companions.Edges);
    }

    [Fact]
    public void A_line_of_the_concordance_is_the_sentence_and_its_section()
    {
        var lines = Concordance.Of(Corpus, Site.IndexOf("四减四增")).ToList();

        Assert.Equal(
            [("推进", "。", ReportSection.Review), ("深化“放管服”改革，推进", "。", ReportSection.Review)],
            lines.Select(static line => (line.Left, line.Right, line.Section)));
        Assert.Equal([2, 3], lines.Select(static line => line.Anchor.Number));
    }

    [Fact]
    public void A_long_sentence_is_cut_with_an_ellipsis_on_each_side()
    {
        var site = SmallArchive.Site(
            [SmallArchive.Report("370300/2021/gwr", $"{new string('前', 200)}四减四增{new string('后', 200)}。")],
            SmallArchive.Concept("si-jian-si-zeng", "四减四增"));

        var line = Assert.Single(Concordance.Of(new Corpus(site), 0));

        Assert.Equal("…" + new string('前', Concordance.Widest), line.Left);
        Assert.Equal(new string('后', Concordance.Widest) + "…", line.Right);
    }

    [Theory]
    [InlineData("扎实推进", "推进")]
    [InlineData("推进新一轮“", "推进")]
    [InlineData("坚持稳中求进，", null)]
    [InlineData("区域融合、产业转型、", null)]
    [InlineData("聚焦企业和群众需求，深化“", "深化")]
    [InlineData("推进一件很长很长很长很长很长的事和", null)]
    public void The_governing_verb_is_the_nearest_in_the_same_clause(string left, string? verb) =>
        Assert.Equal(verb, GoverningVerbs.Before(left));

    [Fact]
    public void What_follows_again_and_again_is_listed_by_its_longest_form()
    {
        var lines = new[] { "改革，", "”改革，推进", "改革试点。", "工作。" }
            .Select((right, i) => new ConcordanceLine(i, default, ReportSection.Tasks, "", "放管服", right));

        Assert.Equal([new WordCount("改革", 3, 3)], Continuations.Of(lines));
    }

    // Dunning 1993, table 2: "the swiss" and its neighbours, counts in bigrams of a text of 31,777 words.
    [Theory]
    [InlineData(110, 2442 + 110, 111 + 110, 31777, 270.72)]
    [InlineData(29, 13 + 29, 123 + 29, 31777, 263.90)]
    public void The_log_likelihood_is_that_of_the_published_table(long both, long first, long second, long all, double expected) =>
        Assert.Equal(expected, Association.LogLikelihood(both, first, second, all), precision: 1);

    [Fact]
    public void Things_that_avoid_each_other_have_a_negative_log_likelihood() =>
        Assert.True(Association.LogLikelihood(1, 50, 50, 100) < 0);
}
