using System.Collections.Immutable;
using System.Text.Json;
using ReportArchive.Changes;
using ReportArchive.Diagnostics;
using ReportArchive.Import;

namespace ReportArchive.Cli.Importing;

/// <summary>The dumps, or logs of their import, that reports of a pull request were made from.</summary>
internal sealed class CleaningFiles
{
    private readonly ImmutableArray<(EditLog Log, string? Raw, ImportResult? Import)> _logs;

    private CleaningFiles(IEnumerable<(EditLog Log, string? Raw, ImportResult? Import)> logs) => _logs = [.. logs];

    /// <summary>Reads logs, and cleans dumps once more to have theirs.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="input">Folder of the content.</param>
    /// <param name="diagnostics">Receives what is wrong with the dumps.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="UserException">A path leads nowhere, or a log is none.</exception>
    public static async Task<CleaningFiles> ReadAsync(IReadOnlyCollection<string> paths, string input, List<Diagnostic> diagnostics, CancellationToken stop)
    {
        if (paths.Count == 0)
            return new CleaningFiles([]);
        var reports = Path.Combine(input, "reports");
        var dumps = new List<Dump>();
        foreach (var path in ImportFiles.Find(paths.Where(static path => !IsLog(path)), reports).Paths)
        {
            if (await ImportFiles.ReadAsync(path, diagnostics, stop) is { } dump)
                dumps.Add(dump);
        }
        var import = ImportResult.Of(dumps, ImportFiles.Places(reports, diagnostics));
        var cleaned = import.Logs().Zip(dumps, (log, dump) => (log, (string?)dump.Text, (ImportResult?)import));
        var logs = paths.SelectMany(LogsIn);
        return new CleaningFiles([.. cleaned, .. logs.SelectMany(path => ReadLog(path, reports)).Select(static log => (log.Log, log.Raw, (ImportResult?)null))]);
    }

    /// <summary>What cleaning did to the dumps of a report; a dump and its log say the same, so each dump is shown once.</summary>
    public IEnumerable<Cleaning> Of(ReportChange change) => _logs
        .Where(entry => change.Report.Matter.Sources.Any(source => string.Equals(source.Sha256, entry.Log.Sha256, StringComparison.OrdinalIgnoreCase)))
        .DistinctBy(static entry => entry.Log.Sha256, StringComparer.OrdinalIgnoreCase)
        .Select(entry => Cleaning.Of(entry.Log, change.Report.Id, entry.Raw) is { } cleaning && entry.Import?.Reports.FirstOrDefault(report => report.Id == change.Report.Id) is { } made
            ? cleaning.With(made.Markdown, File.ReadAllText(change.Report.File))
            : Cleaning.Of(entry.Log, change.Report.Id, entry.Raw))
        .OfType<Cleaning>();

    private static IEnumerable<string> LogsIn(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : IsLog(path) ? [path]
        : [];

    private static bool IsLog(string path) => path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(EditLog Log, string? Raw)> ReadLog(string path, string reports)
    {
        if (!File.Exists(path))
            throw new UserException($"there is no file {path}", "name a log that 'report-archive import --log FILE' wrote");
        try
        {
            return [.. EditLogJson.Read(File.ReadAllText(path)).Select(log => (log, Raw(log, reports)))];
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UserException($"{path} is no log of an import: {problem.Message}", "name a log that 'report-archive import --log FILE' wrote");
        }
    }

    /// <summary>The dump's text, rebuilt from the reports; null where they were changed since, or are not all here.</summary>
    private static string? Raw(EditLog log, string reports)
    {
        try
        {
            return log.Rebuild(id => id.Split('/') is [var place, var year, var kind] ? File.ReadAllText(Path.Combine(reports, place, $"{year}-{kind}.md")) : throw new FormatException(id));
        }
        catch (Exception problem) when (problem is FormatException or IOException)
        {
            return null;
        }
    }
}
