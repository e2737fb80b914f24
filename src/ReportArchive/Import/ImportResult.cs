using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>What became of a set of dumps.</summary>
/// <param name="Reports">The reports, ordered by path.</param>
/// <param name="Dumps">The dumps, in the order they were given, each with the reports found in it.</param>
/// <param name="Diagnostics">What was wrong or doubtful, ordered by file.</param>
public sealed record ImportResult(ImmutableArray<ImportedReport> Reports, ImmutableArray<CleanedDump> Dumps, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Cleans dumps, each on its own processor, brings together those that hold the same report, and compares them with the archive.</summary>
    /// <param name="dumps">The dumps.</param>
    /// <param name="places">The table of places.</param>
    /// <param name="archive">The reports that are in the archive already.</param>
    /// <param name="done">Called after each dump, from several threads.</param>
    public static ImportResult Of(IReadOnlyList<Dump> dumps, PlaceTable places, IReadOnlyList<ArchivedReport>? archive = null, Action? done = null)
    {
        var cleaned = dumps.AsParallel().AsOrdered().Select(dump => Clean(dump, places, done)).ToImmutableArray();
        var groups = Witnesses.Gather([.. cleaned.SelectMany(static dump => dump.Reports)]);
        var diagnostics = cleaned.SelectMany(static dump => dump.Diagnostics).Concat(groups.SelectMany(DiagnosticsOf)).ToList();
        var reports = new ArchiveComparison(archive ?? [], diagnostics).Place(groups);
        return new ImportResult([.. reports.OrderBy(static report => report.Path, StringComparer.Ordinal)], cleaned, [.. diagnostics.OrderBy(static diagnostic => diagnostic.Span)]);
    }

    /// <summary>What became of a report found in a dump; null where its dump does not say which report it is.</summary>
    public ImportedReport? Of(CleanReport report) => Reports.FirstOrDefault(imported => imported.Witnesses.Best == report || imported.Witnesses.Others.Contains(report));

    /// <summary>The edit log of each dump, in the order they were given.</summary>
    public IEnumerable<EditLog> Logs() => Dumps.Select(dump => EditLog.Of(
        dump.Dump,
        Reports.Where(report => IsMadeOf(report, dump.Dump)).Select(static report => (report.Id, report.Witnesses.Best.Segment, report.Traced!)),
        Reports.SelectMany(report => PutAside(report, dump.Dump))) with
    {
        Fields = [.. Reports.Where(report => IsMadeOf(report, dump.Dump)).SelectMany(static report => report.Witnesses.Best.Evidence().Select(field => (report.Id.ToString(), field)))],
    });

    private static bool IsMadeOf(ImportedReport report, Dump dump) =>
        report is { Traced: not null, Outcome: not ImportOutcome.Conflicting } && report.Witnesses.Best.Dump == dump;

    /// <summary>The parts of a dump that are of a report whose text was not taken from them.</summary>
    private static IEnumerable<(ReportId Id, TextRange Segment, string Rule)> PutAside(ImportedReport report, Dump dump)
    {
        var best = report.Witnesses.Best;
        if (best.Dump == dump && !IsMadeOf(report, dump))
            yield return (report.Id, best.Segment, report.Outcome == ImportOutcome.Conflicting ? "conflict" : "witness");
        foreach (var other in report.Witnesses.Others.Where(copy => copy.Dump == dump))
            yield return (report.Id, other.Segment, "witness");
    }

    private static CleanedDump Clean(Dump dump, PlaceTable places, Action? done)
    {
        var diagnostics = new List<Diagnostic>();
        var reports = ReportCleaner.Clean(dump, places, diagnostics);
        done?.Invoke();
        return new CleanedDump(dump, reports, diagnostics);
    }

    /// <summary>A witness need not say which report it is of: its text does. Nor need it be whole where another is.</summary>
    private static IEnumerable<Diagnostic> DiagnosticsOf(Witnesses witnesses) =>
        witnesses.Others.SelectMany(static report => report.Diagnostics)
            .Where(diagnostic => diagnostic.Severity != Severity.Error && (witnesses.Best.Grade != Grade.Complete || diagnostic.Code is not (Doubts.BreaksOff or Doubts.Missing)))
            .Concat(witnesses.Best.Diagnostics);
}

/// <summary>A dump and what was found in it.</summary>
/// <param name="Dump">The dump.</param>
/// <param name="Reports">Its reports, in its order.</param>
/// <param name="Diagnostics">What stopped any of it from being imported.</param>
public sealed record CleanedDump(Dump Dump, IReadOnlyList<CleanReport> Reports, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Characters of the dump that are in none of its reports, spaces and line ends among them.</summary>
    public int Dropped => Math.Max(0, Dump.Text.Length - Reports.Sum(static report => report.Kept));
}
