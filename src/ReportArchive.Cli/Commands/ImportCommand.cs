using System.CommandLine;
using System.Text;
using ReportArchive.Diagnostics;
using ReportArchive.Import;

namespace ReportArchive.Cli.Commands;

/// <summary><c>import</c>: raw dumps in, Markdown reports out.</summary>
internal static class ImportCommand
{
    private const string Description =
        """
        Cleans raw dumps of reports (.txt, .md; UTF-8, UTF-16 or GB18030) and writes them as Markdown.

        Example:  report-archive import dumps/ --log import.jsonl
        """;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders; - reads one dump from standard input.", Arity = ArgumentArity.OneOrMore };
        var into = new Option<string>("--into") { Description = "Folder of the reports.", DefaultValueFactory = static _ => "input/reports", HelpName = "FOLDER" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would change and write nothing." };
        var log = new Option<string?>("--log") { Description = "Record every edit as JSON Lines: rule, offset in the dump, before, after.", HelpName = "FILE" };
        var command = new Command("import", Description) { paths, into, dryRun, log };
        command.SetAction((call, _) => RunAsync(call.GetValue(paths)!, call.GetValue(into)!, call.GetValue(dryRun), call.GetValue(log), Terminal.For(call)));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string into, bool dryRun, string? log, Terminal terminal)
    {
        var diagnostics = new List<Diagnostic>();
        var dumps = ImportFiles.Read(paths, diagnostics);
        var places = ImportFiles.Places(into, diagnostics);
        var result = ImportResult.Of(dumps, places, ImportFiles.Archive(into, places));
        diagnostics.AddRange(result.Diagnostics);
        foreach (var report in result.Reports)
        {
            terminal.Say($"{report.Path}  {report.Outcome}  {report.Witnesses.Best.Grade}  {report.Markdown.Length} characters");
            if (!dryRun && report.Outcome is not (ImportOutcome.Unchanged or ImportOutcome.Conflicting))
                await WriteAsync(Path.Combine(into, report.Path), report.Markdown);
        }
        if (log is not null && !dryRun)
            await File.WriteAllBytesAsync(log, [.. result.Logs().SelectMany(EditLogJson.Write)]);
        DiagnosticPrinter.Print(diagnostics, terminal);
        return diagnostics.Exists(static diagnostic => diagnostic.Severity == Severity.Error) ? Failures.User : Failures.None;
    }

    private static async Task WriteAsync(string path, string markdown)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, markdown, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
