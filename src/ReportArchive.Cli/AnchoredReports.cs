using System.Collections.Immutable;
using ReportArchive.Anchors;
using ReportArchive.Diagnostics;
using ReportArchive.Reports;

namespace ReportArchive.Cli;

/// <summary>A report with what its edits do to its anchors.</summary>
/// <param name="Report">The report as read.</param>
/// <param name="Assignment">Its anchors.</param>
/// <param name="MovedFrom">The ledger it was published under when it had another identity; none otherwise.</param>
internal sealed record AnchoredReport(Report Report, Assignment Assignment, AnchorLedger? MovedFrom);

/// <summary>The reports of an archive beside their ledgers, without the rest of the site.</summary>
internal static class AnchoredReports
{
    /// <summary>All reports that can be read, by id, and what is wrong.</summary>
    public static (ImmutableArray<AnchoredReport> Reports, ImmutableArray<Diagnostic> Diagnostics) Read(string input)
    {
        var diagnostics = new List<Diagnostic>();
        var folder = InputFolder.Open(input);
        var places = BuildPipeline.ReadPlaces(folder, diagnostics);
        var ledgers = new LedgerFolder(folder);
        var reports = folder.Reports(diagnostics)
            .Select(file => ReportReader.Read(file.Text, file.Path, places, diagnostics))
            .OfType<Report>()
            .DistinctBy(static report => report.Id)
            .OrderBy(static report => report.Id)
            .ToImmutableArray();
        var ledgerOf = reports.ToDictionary(static report => report.Id, report => ledgers.Read(report.Id, diagnostics));
        var orphans = ledgers.Orphans(ledgerOf.Keys.ToHashSet(), diagnostics);
        var moves = LedgerMoves.Find(orphans, [.. reports.Where(report => ledgerOf[report.Id] is null)]);
        var movedTo = orphans.Where(ledger => moves.ContainsKey(ledger.Report)).ToDictionary(ledger => moves[ledger.Report]);
        ImmutableArray<AnchoredReport> all =
        [
            .. reports.Select(report =>
            {
                var old = movedTo.GetValueOrDefault(report.Id);
                return new AnchoredReport(report, AnchorAssignment.Assign(ledgerOf[report.Id] ?? old, report.Blocks), old);
            }),
        ];
        return (all, [.. diagnostics.Where(static diagnostic => diagnostic.Severity == Severity.Error)]);
    }
}
