using System.Globalization;
using ReportArchive.Import;

namespace ReportArchive.Cli.Importing;

/// <summary>The table an import ends with: a line a report, under the dump it was found in. It is as wide as it must be, so that a log of it can be searched.</summary>
internal static class ImportTable
{
    /// <summary>Lines of the table.</summary>
    public static IEnumerable<string> Of(ImportResult result)
    {
        List<string[]> rows = [["report", "archive", "kept", "repairs", "warnings", "grade"], .. result.Dumps.SelectMany(dump => dump.Reports).Select(report => Cells(report, result))];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        yield return "  " + Line(rows[0], widths);
        var next = 1;
        foreach (var dump in result.Dumps)
        {
            yield return $"{dump.Dump.FileName}: {Found(dump.Reports.Count)}, {Number(dump.Dropped)} characters dropped";
            foreach (var _ in dump.Reports)
                yield return "  " + Line(rows[next++], widths);
        }
    }

    /// <summary>Where each field of each report's front matter was found.</summary>
    public static IEnumerable<string> Evidence(ImportResult result) =>
        from dump in result.Dumps
        from report in dump.Reports
        from field in report.Evidence()
        select field.Offset < 0
            ? $"{report.Id} {field.Field} {field.Value}: no words of {dump.Dump.FileName} say so; by rule"
            : $"{report.Id} {field.Field} {field.Value}: {field.Span} '{field.Words.ReplaceLineEndings(" ")}'";

    private static string Found(int reports) => reports switch { 0 => "no report", 1 => "1 report", _ => $"{reports} reports" };

    private static string[] Cells(CleanReport report, ImportResult result)
    {
        var imported = result.Of(report);
        return
        [
            imported?.Id.ToString() ?? "fragment",
            imported is null ? "left out" : Fate(imported, report),
            Number(report.Kept),
            Number(report.Repairs),
            Number(report.Diagnostics.Length),
            report.Grade == Grade.Truncated ? $"truncated at {Number(report.Kept)}" : report.Grade.ToString().ToLowerInvariant(),
        ];
    }

    /// <summary>Numbers to the right, words to the left; nothing after the last word.</summary>
    private static string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((cell, i) => i is 2 or 3 or 4 ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd();

    private static string Fate(ImportedReport imported, CleanReport report) => imported.Outcome switch
    {
        ImportOutcome.Conflicting => "in conflict",
        ImportOutcome.Unchanged => "unchanged",
        _ when imported.Outcome == ImportOutcome.Witnessed || imported.Witnesses.Best != report => "witness",
        ImportOutcome.Completed => "completed",
        _ => "new",
    };

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
