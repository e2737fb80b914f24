using System.Collections.Frozen;
using System.Globalization;
using ReportArchive.Diagnostics;
using ReportArchive.Import;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Changes;

/// <summary>
/// Finds reports that are, for the most part, contained in another: a second witness of a report under another name, or a text
/// pasted into the wrong file. Only reports that were never published are looked at; they are compared with all others.
/// </summary>
public static class Containment
{
    // Shorter paragraphs are formulas that every report has: 各位代表, 谢谢大家.
    private const int ShortestParagraph = 20;

    // A report cut off after a page has hardly ten long paragraphs; two that agree on fewer than five may quote a third.
    private const int FewestParagraphs = 5;

    private const double Mostly = 0.6;

    /// <summary>A warning for each new report most of whose longer paragraphs stand in one other report.</summary>
    public static IEnumerable<Diagnostic> Find(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var news = Enumerable.Range(0, site.Reports.Length).Where(i => site.Publications.Of(site.Reports[i].Id).Editions.IsEmpty).ToList();
        var paragraphs = news.ToDictionary(static i => i, i => ParagraphsOf(site.Reports[i]));
        var wanted = paragraphs.Values.SelectMany(static hashes => hashes).ToFrozenSet();
        var holders = Holders(site, wanted);
        foreach (var i in news.Where(i => paragraphs[i].Count >= FewestParagraphs))
        {
            var (other, shared) = Most(paragraphs[i], holders, i);
            // Of two new reports that hold each other the shorter is the contained one.
            var isLonger = other >= 0 && paragraphs.TryGetValue(other, out var others) && (others.Count, other).CompareTo((paragraphs[i].Count, i)) < 0;
            if (other >= 0 && !isLonger && shared >= paragraphs[i].Count * Mostly)
                yield return Warn(site.Reports[i], site.Reports[other], shared, paragraphs[i].Count);
        }
    }

    private static Diagnostic Warn(Report report, Report other, int shared, int all) => Diagnostic.Warning(
        "RA0205",
        new SourceSpan(report.File, 1, 1),
        $"{shared.ToString(CultureInfo.InvariantCulture)} of its {all.ToString(CultureInfo.InvariantCulture)} longer paragraphs are contained in {other.File}",
        "if both are witnesses of one report, keep the fuller one and list the other under its 'source:'; otherwise one of the two has the wrong text");

    private static Dictionary<ulong, List<int>> Holders(Site site, FrozenSet<ulong> wanted)
    {
        var holders = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < site.Reports.Length; i++)
        {
            foreach (var hash in ParagraphsOf(site.Reports[i]).Where(wanted.Contains))
            {
                if (!holders.TryGetValue(hash, out var list))
                    holders[hash] = list = [];
                list.Add(i);
            }
        }
        return holders;
    }

    private static (int Other, int Shared) Most(HashSet<ulong> paragraphs, Dictionary<ulong, List<int>> holders, int self)
    {
        var counts = new Dictionary<int, int>();
        foreach (var other in paragraphs.SelectMany(hash => holders[hash]).Where(other => other != self))
            counts[other] = counts.GetValueOrDefault(other) + 1;
        return counts.Count == 0 ? (-1, 0) : counts.OrderByDescending(static count => count.Value).ThenBy(static count => count.Key).Select(static count => (count.Key, count.Value)).First();
    }

    /// <summary>Hashes of its longer paragraphs, without punctuation, which witnesses differ in.</summary>
    private static HashSet<ulong> ParagraphsOf(Report report)
    {
        var hashes = new HashSet<ulong>();
        foreach (var block in report.Blocks.Where(static block => block.Kind == BlockKind.Paragraph && block.Text.Length >= ShortestParagraph))
            hashes.Add(Hash(BareText.Of(block.Text)));
        return hashes;
    }

    /// <summary>FNV-1a over UTF-16 units: the same on every machine.</summary>
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037ul;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211ul;
        return hash;
    }
}
