using System.Collections.Immutable;
using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>
/// Finds the report a ledger belongs to when the one it names is gone: its place, year or kind was corrected, so its file has
/// another name. Anchors go with the text.
/// </summary>
public static class LedgerMoves
{
    private const double SameText = 0.5;

    /// <summary>For each ledger without a report, the report without a ledger that holds at least half of its paragraphs, if there is one.</summary>
    /// <param name="orphans">Ledgers whose report is gone.</param>
    /// <param name="reports">Reports that have no ledger.</param>
    public static ImmutableDictionary<ReportId, ReportId> Find(IReadOnlyCollection<AnchorLedger> orphans, IReadOnlyCollection<Report> reports)
    {
        var moves = ImmutableDictionary.CreateBuilder<ReportId, ReportId>();
        var open = reports.DistinctBy(static report => report.Id).ToDictionary(static report => report.Id, static report => Keys(report.Blocks.Select(static block => block.Text)));
        foreach (var ledger in orphans.OrderBy(static ledger => ledger.Report))
        {
            var keys = Keys(ledger.Live.Select(static entry => entry.Text));
            var best = open
                .Select(candidate => (Id: candidate.Key, Shared: (double)candidate.Value.Count(keys.Contains) / Math.Max(1, keys.Count)))
                .OrderByDescending(static candidate => candidate.Shared)
                .ThenBy(static candidate => candidate.Id)
                .FirstOrDefault();
            if (best.Shared < SameText)
                continue;
            moves[ledger.Report] = best.Id;
            open.Remove(best.Id);
        }
        return moves.ToImmutable();
    }

    private static HashSet<string> Keys(IEnumerable<string> texts) =>
        texts.Select(Fingerprint.Essence).Where(static key => key.Length > 0).ToHashSet(StringComparer.Ordinal);
}
