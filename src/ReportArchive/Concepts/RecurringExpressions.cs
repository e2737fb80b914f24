using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportArchive.Reports;

namespace ReportArchive.Concepts;

/// <summary>
/// Quoted expressions that several reports share and no authority file describes. Most stand in one report only, so a first
/// pass counts hashes and a second looks at the expressions whose hashes recur: no more are held than there are concepts.
/// </summary>
internal static class RecurringExpressions
{
    /// <summary>
    /// Of the reports that hold an expression, one in so many must put it in quotation marks. What nearly everyone writes without is
    /// ordinary words that some few quoted: of a large enough archive any two words side by side. Of 5,653 expressions that three
    /// of 10,000 generated reports quote, 5,334 are quoted by half and more of the reports that hold them; the 137 that fewer than one in ten
    /// quotes are a sixth of all that is found of the 5,653.
    /// </summary>
    private const int QuotedOneIn = 10;

    /// <summary>Each such expression as a concept, and the number of reports that put it in quotation marks; in no particular order.</summary>
    /// <param name="reports">All reports.</param>
    /// <param name="curated">The concepts that have files.</param>
    /// <param name="least">In how many reports an expression must stand in quotation marks.</param>
    public static IEnumerable<(Concept Concept, int Quoted)> Find(ImmutableArray<Report> reports, ImmutableArray<Concept> curated, int least)
    {
        var known = curated.SelectMany(static concept => concept.Spellings).Select(MatchText.Fold).ToHashSet(StringComparer.Ordinal);
        var recurring = RecurringHashes(reports, least);
        return reports
            .AsParallel()
            .SelectMany(report => In(report).Where(expression => recurring.Contains(HashOf(expression))))
            .GroupBy(static expression => expression, StringComparer.Ordinal)
            .Select(static group => (Text: group.Key, Quoted: group.Count()))
            .Where(group => group.Quoted >= least && !known.Contains(MatchText.Fold(group.Text)))
            .OrderBy(static group => group.Text, StringComparer.Ordinal)
            .AsEnumerable()
            .DistinctBy(static group => MatchText.Fold(group.Text), StringComparer.Ordinal)
            .Select(static group => (Concept.Undescribed(group.Text), group.Quoted));
    }

    /// <summary>Whether an expression is a name of its own, and not words that a few reports happened to quote.</summary>
    /// <param name="quoted">Number of reports that put it in quotation marks.</param>
    /// <param name="held">Number of reports that hold it by itself, in quotation marks or without.</param>
    public static bool IsName(int quoted, int held) => (long)quoted * QuotedOneIn >= held;

    /// <summary>The expressions of a report, each once.</summary>
    private static IEnumerable<string> In(Report report) =>
        report.Blocks.SelectMany(static block => QuotedExpressions.In(block.Text)).Distinct(StringComparer.Ordinal);

    private static FrozenSet<ulong> RecurringHashes(ImmutableArray<Report> reports, int least)
    {
        var hashes = reports.AsParallel().SelectMany(static report => In(report).Select(HashOf)).ToArray();
        Array.Sort(hashes);
        return Enumerable.Range(least - 1, Math.Max(0, hashes.Length - least + 1))
            .Where(i => hashes[i] == hashes[i - least + 1])
            .Select(i => hashes[i])
            .ToFrozenSet();
    }

    /// <summary>FNV-1a over UTF-16 units (Fowler, Noll and Vo). Where two expressions share a hash, the second pass tells them apart.</summary>
    private static ulong HashOf(string expression)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in expression)
            hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
