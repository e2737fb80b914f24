using System.CommandLine;
using System.Text;
using ReportArchive.Cli.Importing;
using ReportArchive.Diagnostics;
using ReportArchive.Import;
using ReportArchive.Reports;

namespace ReportArchive.Cli.Commands;

/// <summary><c>import</c>: raw dumps in, Markdown reports out.</summary>
internal static class ImportCommand
{
    private const string Description =
        """
        Cleans raw dumps of reports and writes them as Markdown: .txt, .html, .docx, .md, and .pdf where pdftotext is installed;
        UTF-8, UTF-16 or GB18030; one report or many in a file. A dump of a report that the archive has becomes a witness of it;
        the text of a report that is there is never changed, but by a fuller dump. To have one made anew, delete its file first.

        Example:  report-archive import dumps/ --log import.jsonl
                  pbpaste | report-archive import - --dry-run
                  report-archive import --issue issue.md
        """;

    private const int MostNamed = 3;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files or folders; - reads one dump from standard input.", Arity = ArgumentArity.ZeroOrMore };
        var into = new Option<string>("--into") { Description = "Folder of the reports.", DefaultValueFactory = static _ => "input/reports", HelpName = "FOLDER" };
        var log = new Option<string?>("--log") { Description = "File for the record of every edit, and of where each field was found, as JSON Lines.", HelpName = "FILE" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print what would change and write nothing." };
        var issue = new Option<string?>("--issue") { Description = "The body of an issue written with the form 提供报告; - reads it from standard input.", HelpName = "FILE" };
        var command = new Command("import", Description) { paths, into, log, dryRun, issue };
        command.SetAction((call, stop) => RunAsync(new Call(call.GetValue(paths)!, call.GetValue(issue), call.GetValue(into)!, call.GetValue(log), call.GetValue(dryRun), Terminal.For(call)), stop));
        return command;
    }

    private static async Task<int> RunAsync(Call call, CancellationToken stop)
    {
        if (call.Paths.Length == 0 && call.Issue is null)
            throw new UserException("nothing to import", "name a dump, a folder of dumps, or an issue with --issue FILE");
        var diagnostics = new List<Diagnostic>();
        var files = ImportFiles.Find(call.Paths, call.Into);
        if (!files.LeftOut.IsEmpty)
            call.Terminal.Say($"Left out: {string.Join(", ", files.LeftOut.Select(static pair => $"{pair.Value} {(pair.Key.Length == 0 ? "without extension" : pair.Key)}"))}");
        var result = await call.Terminal.WatchAsync(progress => Task.Run(() => ImportAsync(files, call, diagnostics, progress, stop), stop));
        diagnostics.AddRange(result.Diagnostics);
        diagnostics.Sort(Diagnostic.Compare);
        var written = result.Reports.Where(static report => report.Outcome is not (ImportOutcome.Conflicting or ImportOutcome.Unchanged)).ToList();
        foreach (var report in written)
        {
            await WriteAsync(Path.Combine(call.Into, report.Path), report.Markdown, call.IsDry, stop);
            if (report.Variants is { } variants)
                await WriteAsync(Path.Combine(call.Into, VariantsFile.PathFor(report.Path)), variants.Write(), call.IsDry, stop);
        }
        if (call.Log is not null && !call.IsDry)
            await ReplaceAsync(call.Log, result.Logs().Select(EditLogJson.Write), stop);
        foreach (var line in result.Dumps.IsEmpty ? [] : ImportTable.Of(result))
            call.Terminal.Say(line);
        foreach (var line in call.Terminal.IsVerbose ? ImportTable.Evidence(result) : [])
            call.Terminal.Say(line);
        if (written.Count > 0 && !call.IsDry)
            call.Terminal.Say($"Written: {(written.Count <= MostNamed ? string.Join(", ", written.Select(report => Path.Combine(call.Into, report.Path).Replace('\\', '/'))) : $"{written.Count} files below {call.Into}")}; 'report-archive check' looks them over");
        DiagnosticPrinter.Print(diagnostics, call.Terminal);
        return diagnostics.Exists(static diagnostic => diagnostic.Severity == Severity.Error) ? Failures.User : Failures.None;
    }

    private static async Task<ImportResult> ImportAsync(ImportFiles files, Call call, List<Diagnostic> diagnostics, BuildProgress progress, CancellationToken stop)
    {
        var places = ImportFiles.Places(call.Into, diagnostics);
        var archive = ImportFiles.Archive(call.Into, places);
        var stage = progress.Stage("Reading dumps");
        stage.Expect(files.Paths.Length);
        var read = new (Dump? Dump, List<Diagnostic> Found)[files.Paths.Length];
        await Parallel.ForAsync(0, files.Paths.Length, stop, async (i, stopRead) =>
        {
            var found = new List<Diagnostic>();
            read[i] = (await ImportFiles.ReadAsync(files.Paths[i], found, stopRead), found);
            stage.Advance();
        });
        diagnostics.AddRange(read.SelectMany(static file => file.Found));
        stage = progress.Stage("Cleaning");
        stage.Expect(read.Length);
        var proposed = call.Issue is null ? null : await IssueFile.ReadAsync(call.Issue, diagnostics, stop);
        var result = ImportResult.Of([.. read.Select(static file => file.Dump).Append(proposed).OfType<Dump>()], places, archive, stage.Advance);
        progress.End();
        return result;
    }

    private static async Task WriteAsync(string path, string text, bool isDry, CancellationToken stop)
    {
        var before = File.Exists(path) ? await File.ReadAllTextAsync(path, stop) : "";
        if (isDry)
            await Console.Out.WriteAsync(ImportDiff.Of(path.Replace('\\', '/'), before, text));
        else if (!string.Equals(before, text, StringComparison.Ordinal))
            await ReplaceAsync(path, [Utf8.GetBytes(text)], stop);
    }

    /// <summary>Writes a file whole or not at all: under another name first.</summary>
    private static async Task ReplaceAsync(string path, IEnumerable<byte[]> parts, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.new");
        try
        {
            await using (var stream = File.Create(draft))
            {
                foreach (var part in parts)
                    await stream.WriteAsync(part, stop);
            }
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private sealed record Call(string[] Paths, string? Issue, string Into, string? Log, bool IsDry, Terminal Terminal);
}
