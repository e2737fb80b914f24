using System.Collections.Immutable;
using ReportArchive.Benchmarks.Corpus;
using ReportArchive.Concepts;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Sites;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Concepts;

/// <summary>Every occurrence the archive counts is one that a plain scan of the texts finds.</summary>
public sealed class OccurrencesTests
{
    private const int Many = 1_000;

    [Fact]
    public void Occurrences_of_every_concept_of_the_archive_are_those_of_a_plain_scan() =>
        AssertAsAPlainScan(Build(Read("reports", static (text, file, found) => ReportReader.Read(text, file, PlaceTable.National, found)), Concepts()));

    [Fact]
    public void Occurrences_in_a_thousand_reports_are_those_of_a_plain_scan()
    {
        var concepts = Concepts().ToList();

        var site = Build(Generated([.. concepts.Select(static concept => concept.Label)]), concepts);

        Assert.Equal(Many, site.Reports.Length);
        Assert.True(site.Concepts.Length > 1_000, $"{site.Concepts.Length} concepts are too few to be those of a thousand reports");
        Assert.True(site.Occurrences.Sum(static list => list.Length) > 50_000);
        AssertAsAPlainScan(site);
    }

    private static void AssertAsAPlainScan(Site site)
    {
        Assert.True(site.Concepts.Length > 300);
        var scan = new PlainScan(site.Concepts);
        site.Reports.Zip(site.Occurrences).AsParallel().ForAll(pair =>
            Assert.Equal(scan.Of(pair.First), pair.Second.Select(static occurrence => (occurrence.Concept, occurrence.Block))));
        var uses = site.Occurrences
            .SelectMany(static (list, report) => list.Select(occurrence => (occurrence.Concept, Report: report)))
            .CountBy(static pair => pair)
            .OrderBy(static pair => pair.Key)
            .Select(static pair => (pair.Key.Concept, pair.Key.Report, pair.Value));
        Assert.Equal(uses, site.Uses.SelectMany(static (list, concept) => list.OrderBy(static use => use.Report).Select(use => (concept, use.Report, use.Count))));
    }

    private static Site Build(IEnumerable<Report> reports, IEnumerable<Concept> concepts) =>
        SiteBuilder.Build(SiteSettings.Default, PlaceTable.National, reports, concepts, new List<Diagnostic>());

    private static IEnumerable<Concept> Concepts() => Read("concepts", ConceptReader.Read);

    /// <summary>The reports of the benchmarks' corpus, which speak of these concepts and coin others.</summary>
    private static ParallelQuery<Report> Generated(IReadOnlyList<string> labels)
    {
        var lexicon = Lexicon.Load();
        var places = CorpusPlaces.Of(PlaceTable.National, Many);
        return ParallelEnumerable.Range(0, Many).AsOrdered().Select(number => Assert.IsType<Report>(ReportReader.Read(
            new ReportWriter(lexicon, labels, places[number], places.Path(places[number])).Write(),
            $"input/reports/{ReportReader.PathOf(places[number])}",
            PlaceTable.National,
            new List<Diagnostic>())));
    }

    private static IEnumerable<T> Read<T>(string folder, Func<string, string, ICollection<Diagnostic>, T?> read)
        where T : class =>
        Directory.EnumerateFiles(Path.Combine(Repository.Input, folder), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => read(File.ReadAllText(file), file.Replace('\\', '/'), new List<Diagnostic>()))
            .OfType<T>();
}

/// <summary>
/// Counting with no cleverness: quotation marks and white space are taken out of a paragraph, then at each letter every name of
/// every concept is tried, the longest that fits is counted, and the scan goes on behind it.
/// </summary>
internal sealed class PlainScan(ImmutableArray<Concept> concepts)
{
    private readonly Dictionary<char, List<(string Name, int Concept)>> _names = concepts
        .SelectMany(static (concept, index) => concept.Spellings.Select(spelling => (Name: Bare(spelling), Concept: index)))
        .DistinctBy(static pair => pair.Name)
        .Where(static pair => pair.Name.Length > 0)
        .GroupBy(static pair => pair.Name[0])
        .ToDictionary(static group => group.Key, static group => group.OrderByDescending(static pair => pair.Name.Length).ToList());

    public IEnumerable<(int Concept, int Block)> Of(Report report)
    {
        for (var block = 0; block < report.Blocks.Length; block++)
        {
            var text = Bare(report.Blocks[block].Text);
            for (var at = 0; at < text.Length;)
            {
                var found = _names.TryGetValue(text[at], out var here) ? here.Find(pair => string.CompareOrdinal(text, at, pair.Name, 0, pair.Name.Length) == 0) : default;
                if (found.Name is null)
                {
                    at++;
                    continue;
                }
                yield return (found.Concept, block);
                at += found.Name.Length;
            }
        }
    }

    private static string Bare(string text) => string.Concat(text
        .Where(static c => !char.IsWhiteSpace(c) && !"“”‘’\"「」『』".Contains(c))
        .Select(static c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)
        .Select(static c => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c));
}
