using ReportArchive.Benchmarks.Corpus;
using ReportArchive.Places;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Benchmarks;

/// <summary>What is measured of generated reports holds of real ones only if the two are alike in what an index costs depends on.</summary>
public sealed class GeneratedReportsTests
{
    /// <summary>Those that generated ones were fitted to.</summary>
    private static readonly string[] Thirteen =
    [
        "370112/2021-gwr", "370200/2021-gwr", "370300/2023-gwr", "370306/2023-gwr", "370481107/2020-gwr", "370505101/2019-gwr", "370828/2021-gwr",
        "370830003/2019-gwr", "371302/2021-gwr", "371324102/2019-gwr", "371324110/2019-gwr", "371502/2024-plan", "371525/2021-gwr",
    ];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(8)]
    public void New_runs_of_characters_come_as_often_as_in_real_reports(int length)
    {
        var real = GramGrowth.Of(Thirteen.Select(static name => Texts(File.ReadAllText(Path.Combine(Repository.Input, "reports", $"{name}.md")))), length);
        var generated = GramGrowth.Of(Generated(), length);

        Assert.InRange(generated.Characters, real.Characters * 0.85, real.Characters * 1.15);
        AssertAlike(real, generated, static growth => growth.Distinct);
        AssertAlike(real, generated, static growth => growth.Postings);
        AssertAlike(real, generated, static growth => growth.Once);
    }

    [Fact]
    public void Runs_are_counted_once_a_text()
    {
        var growth = GramGrowth.Of([["甲乙甲乙", "乙甲"], ["甲乙", "丙丁"]], 2);

        Assert.Equal(new GramGrowth(2, Characters: 10, Distinct: 3, Postings: 4, Once: 2), growth);
    }

    private static void AssertAlike(GramGrowth real, GramGrowth generated, Func<GramGrowth, long> number)
    {
        var (expected, actual) = ((double)number(real) / real.Characters, (double)number(generated) / generated.Characters);
        Assert.InRange(actual, expected * 0.9, expected * 1.1);
    }

    private static IEnumerable<IEnumerable<string>> Generated()
    {
        var lexicon = Lexicon.Load();
        var places = CorpusPlaces.Of(PlaceTable.National, 1_000);
        return Enumerable.Range(0, Thirteen.Length)
            .Select(number => places[number * places.Count / Thirteen.Length])
            .Select(id => Texts(new ReportWriter(lexicon, ["双招双引", "四减四增"], id, places.Path(id)).Write()));
    }

    private static string[] Texts(string markdown) =>
        Body(markdown).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What follows the front matter.</summary>
    private static string Body(string markdown) => markdown[(markdown.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..];
}
