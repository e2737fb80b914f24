using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Import;

/// <summary>A report as the importer would write it.</summary>
/// <param name="Id">Place, plan year and kind.</param>
/// <param name="Path">Its file below the reports folder: <c>370306/2023-gwr.md</c>.</param>
/// <param name="Markdown">The file's text.</param>
/// <param name="Witnesses">The dumps it was made from.</param>
public sealed record ImportedReport(ReportId Id, string Path, string Markdown, Witnesses Witnesses);

/// <summary>What became of a set of dumps.</summary>
/// <param name="Reports">The reports, ordered by path.</param>
/// <param name="Diagnostics">What was wrong or doubtful, ordered by file.</param>
public sealed record ImportResult(ImmutableArray<ImportedReport> Reports, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Cleans dumps, each on its own processor, and brings together those that hold the same report.</summary>
    /// <param name="dumps">The dumps.</param>
    /// <param name="places">The table of places.</param>
    public static ImportResult Of(IReadOnlyList<Dump> dumps, PlaceTable places)
    {
        var cleaned = dumps.AsParallel().AsOrdered().Select(dump => Clean(dump, places)).ToList();
        var reports = cleaned.SelectMany(static part => part.Reports).ToList();
        var gathered = Witnesses.Gather(reports);
        var imported = gathered.Select(Write).OfType<ImportedReport>().OrderBy(static report => report.Path, StringComparer.Ordinal);
        var diagnostics = cleaned.SelectMany(static part => part.Diagnostics).Concat(gathered.SelectMany(DiagnosticsOf));
        return new ImportResult([.. imported], [.. diagnostics.OrderBy(static diagnostic => diagnostic.Span)]);
    }

    /// <summary>A witness need not say which report it is of: its text does.</summary>
    private static IEnumerable<Diagnostic> DiagnosticsOf(Witnesses witnesses) =>
        witnesses.Others.SelectMany(static report => report.Diagnostics).Where(static diagnostic => diagnostic.Severity != Severity.Error).Concat(witnesses.Best.Diagnostics);

    private static (IReadOnlyList<CleanReport> Reports, List<Diagnostic> Diagnostics) Clean(Dump dump, PlaceTable places)
    {
        var diagnostics = new List<Diagnostic>();
        return (ReportCleaner.Clean(dump, places, diagnostics), diagnostics);
    }

    private static ImportedReport? Write(Witnesses witnesses)
    {
        if (witnesses.Best.Id is not { } id)
            return null;
        return new ImportedReport(id, ReportReader.PathOf(id), witnesses.Best.ToMarkdown(witnesses.Sources).Text, witnesses);
    }
}
