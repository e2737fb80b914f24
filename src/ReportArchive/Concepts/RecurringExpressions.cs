using System.Collections.Immutable;
using ReportArchive.Reports;

namespace ReportArchive.Concepts;

/// <summary>Quoted expressions that several reports share and no authority file describes.</summary>
internal static class RecurringExpressions
{
    /// <summary>A concept for each such expression, in no particular order.</summary>
    /// <param name="reports">All reports.</param>
    /// <param name="curated">The concepts that have files.</param>
    /// <param name="least">In how many reports an expression must stand in quotation marks.</param>
    public static IEnumerable<Concept> Find(ImmutableArray<Report> reports, ImmutableArray<Concept> curated, int least)
    {
        var known = curated.SelectMany(static concept => concept.Spellings).Select(MatchText.Fold).ToHashSet(StringComparer.Ordinal);
        return reports
            .AsParallel()
            .SelectMany(static report => report.Blocks
                .SelectMany(static block => QuotedExpressions.In(block.Text))
                .Distinct(StringComparer.Ordinal))
            .GroupBy(static expression => expression, StringComparer.Ordinal)
            .Where(group => group.Count() >= least && !known.Contains(MatchText.Fold(group.Key)))
            .Select(static group => group.Key)
            .Order(StringComparer.Ordinal)
            .AsEnumerable()
            .DistinctBy(MatchText.Fold, StringComparer.Ordinal)
            .Select(Concept.Undescribed);
    }
}
