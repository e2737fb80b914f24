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
        if (orphans.Count == 0)
            return ImmutableDictionary<ReportId, ReportId>.Empty;
        ImmutableArray<AnchorLedger> ledgers = [.. orphans.OrderBy(static ledger => ledger.Report)];
        ImmutableArray<HashSet<string>> keys = [.. ledgers.Select(static ledger => Keys(ledger.Live.Select(static entry => entry.Text)))];
        var shared = Shared(keys, reports);
        var moves = ImmutableDictionary.CreateBuilder<ReportId, ReportId>();
        var taken = new HashSet<ReportId>();
        for (var i = 0; i < ledgers.Length; i++)
        {
            var best = shared[i]
                .Where(candidate => !taken.Contains(candidate.Report))
                .OrderByDescending(static candidate => candidate.Count)
                .ThenBy(static candidate => candidate.Report)
                .FirstOrDefault();
            if ((double)best.Count / Math.Max(1, keys[i].Count) < SameText)
                continue;
            moves[ledgers[i].Report] = best.Report;
            taken.Add(best.Report);
        }
        return moves.ToImmutable();
    }

    /// <summary>
    /// For each ledger the reports that hold paragraphs of it, and how many. The ledgers are few and stay at hand; the reports are
    /// read one by one, for there may be a hundred thousand.
    /// </summary>
    private static List<(ReportId Report, int Count)>[] Shared(ImmutableArray<HashSet<string>> ledgers, IEnumerable<Report> reports)
    {
        var holders = ledgers
            .SelectMany(static (keys, ledger) => keys.Select(key => (Key: key, Ledger: ledger)))
            .ToLookup(static pair => pair.Key, static pair => pair.Ledger, StringComparer.Ordinal);
        var shared = Array.ConvertAll(new int[ledgers.Length], static _ => new List<(ReportId Report, int Count)>());
        foreach (var report in reports.DistinctBy(static report => report.Id))
        {
            foreach (var (ledger, count) in Keys(report.Blocks.Select(static block => block.Text)).SelectMany(key => holders[key]).CountBy(static ledger => ledger))
                shared[ledger].Add((report.Id, count));
        }
        return shared;
    }

    private static HashSet<string> Keys(IEnumerable<string> texts) =>
        texts.Select(Fingerprint.Essence).Where(static key => key.Length > 0).ToHashSet(StringComparer.Ordinal);
}
