using System.CommandLine;
using ReportArchive.Changes;
using ReportArchive.Cli.Importing;
using ReportArchive.Diagnostics;

namespace ReportArchive.Cli.Commands;

/// <summary><c>changes</c>: what would be published that was not, for whoever looks at a preview.</summary>
internal static class ChangesCommand
{
    private const string Description =
        """
        Compares the archive with its last publication: prints what is new or changed, and writes a page with every changed paragraph
        to the top of the built site. Where the dumps of the reports, or the logs of their import, are at hand, it shows what cleaning changed.

        Example:  report-archive build && report-archive changes --html output/changes.html
                  report-archive changes --html output/changes.html --dumps dumps
        """;

    public static Command Create()
    {
        var input = CommonOptions.Input();
        var published = new Option<string?>("--published") { Description = "The manifest.json of the last publication: a file or an address.", HelpName = "FILE|URL" };
        var html = new Option<string?>("--html") { Description = $"Write the page to this file, e.g. output/{ChangesPage.FileName}.", HelpName = "FILE" };
        var dumps = new Option<string[]>("--dumps") { Description = "Dumps, or .jsonl logs of their import, or folders of them, that reports were made from.", HelpName = "PATH", AllowMultipleArgumentsPerToken = true };
        var command = new Command("changes", Description) { input, published, html, dumps };
        command.SetAction((call, stop) => RunAsync(call.GetValue(input)!, call.GetValue(published), call.GetValue(html), call.GetValue(dumps) ?? [], Terminal.For(call), stop));
        return command;
    }

    private static async Task<int> RunAsync(string input, string? published, string? html, string[] dumps, Terminal terminal, CancellationToken stop)
    {
        var diagnostics = new List<Diagnostic>();
        var site = BuildPipeline.ReadSite(new BuildRequest(input, "output", BaseUrl: null, Environment.ProcessorCount), diagnostics, BuildProgress.None);
        DiagnosticPrinter.Print([.. diagnostics.Where(static diagnostic => diagnostic.Severity == Severity.Error)], terminal);
        var changes = await ArchiveComparison.OfAsync(input, site, published);
        foreach (var change in changes.Reports)
            Console.WriteLine($"{(change.IsNew ? "new" : "changed")} {change.Url.Value} {change.Report.Matter.Title}");
        foreach (var url in changes.NewPages)
            Console.WriteLine($"new {url.Value}");
        if (html is not null)
            await File.WriteAllBytesAsync(html, ChangesPage.Write(changes, site.Settings.Title, (await CleaningFiles.ReadAsync(dumps, input, diagnostics, stop)).Of), stop);
        return diagnostics.Exists(static diagnostic => diagnostic.Severity == Severity.Error) ? Failures.User : Failures.None;
    }
}
