using System.CommandLine;
using ReportArchive.Changes;
using ReportArchive.Diagnostics;

namespace ReportArchive.Cli.Commands;

/// <summary><c>changes</c>: what would be published that was not, for whoever looks at a preview.</summary>
internal static class ChangesCommand
{
    private const string Description =
        """
        Compares the archive with its last publication: prints what is new or changed, and writes a page with every changed paragraph
        to the top of the built site.

        Example:  report-archive build && report-archive changes --html output/changes.html
        """;

    public static Command Create()
    {
        var input = CommonOptions.Input();
        var published = new Option<string?>("--published") { Description = "The manifest.json of the last publication: a file or an address.", HelpName = "FILE|URL" };
        var html = new Option<string?>("--html") { Description = $"Write the page to this file, e.g. output/{ChangesPage.FileName}.", HelpName = "FILE" };
        var command = new Command("changes", Description) { input, published, html };
        command.SetAction((call, _) => RunAsync(call.GetValue(input)!, call.GetValue(published), call.GetValue(html), Terminal.For(call)));
        return command;
    }

    private static async Task<int> RunAsync(string input, string? published, string? html, Terminal terminal)
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
            await File.WriteAllBytesAsync(html, ChangesPage.Write(changes, site.Settings.Title));
        return diagnostics.Exists(static diagnostic => diagnostic.Severity == Severity.Error) ? Failures.User : Failures.None;
    }
}
