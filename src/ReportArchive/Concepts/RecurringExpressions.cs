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
    /// <summary>A concept for each such expression, in no particular order.</summary>
    /// <param name="reports">All reports.</param>
    /// <param name="curated">The concepts that have files.</param>
    /// <param name="least">In how many reports an expression must stand in quotation marks.</param>
    public static IEnumerable<Concept> Find(ImmutableArray<Report> reports, ImmutableArray<Concept> curated, int least)
    {
        var known = curated.SelectMany(static concept => concept.Spellings).Select(MatchText.Fold).ToHashSet(StringComparer.Ordinal);
        var recurring = RecurringHashes(reports, least);
        return reports
            .AsParallel()
            .SelectMany(report => In(report).Where(expression => recurring.Contains(HashOf(expression))))
            .GroupBy(static expression => expression, StringComparer.Ordinal)
            .Where(group => group.Count() >= least && !known.Contains(MatchText.Fold(group.Key)))
            .Select(static group => group.Key)
            .Order(StringComparer.Ordinal)
            .AsEnumerable()
            .DistinctBy(MatchText.Fold, StringComparer.Ordinal)
            .Select(Concept.Undescribed);
    }

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
