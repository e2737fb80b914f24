using System.Collections.Immutable;
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
    [Fact]
    public void Occurrences_of_every_concept_of_the_archive_are_those_of_a_plain_scan()
    {
        var site = SiteBuilder.Build(SiteSettings.Default, PlaceTable.National, Read("reports", static (text, file, found) => ReportReader.Read(text, file, PlaceTable.National, found)), Read("concepts", ConceptReader.Read), new List<Diagnostic>());

        Assert.True(site.Concepts.Length > 300);
        foreach (var (report, occurrences) in site.Reports.Zip(site.Occurrences))
        {
            var plain = PlainScan.Of(report, site.Concepts);
            Assert.Equal(plain, occurrences.Select(static occurrence => (occurrence.Concept, occurrence.Block)));
        }
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
internal static class PlainScan
{
    public static IEnumerable<(int Concept, int Block)> Of(Report report, ImmutableArray<Concept> concepts)
    {
        var names = concepts
            .SelectMany(static (concept, index) => concept.Spellings.Select(spelling => (Name: Bare(spelling), Concept: index)))
            .DistinctBy(static pair => pair.Name)
            .Where(static pair => pair.Name.Length > 0)
            .GroupBy(static pair => pair.Name[0])
            .ToDictionary(static group => group.Key, static group => group.OrderByDescending(static pair => pair.Name.Length).ToList());
        for (var block = 0; block < report.Blocks.Length; block++)
        {
            var text = Bare(report.Blocks[block].Text);
            for (var at = 0; at < text.Length;)
            {
                var found = names.TryGetValue(text[at], out var here) ? here.Find(pair => string.CompareOrdinal(text, at, pair.Name, 0, pair.Name.Length) == 0) : default;
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
