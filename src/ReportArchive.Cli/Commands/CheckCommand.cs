using System.CommandLine;
using ReportArchive.Changes;
using ReportArchive.Data;
using ReportArchive.Diagnostics;
using ReportArchive.Sites;

namespace ReportArchive.Cli.Commands;

/// <summary><c>check</c>: what is wrong with the content, and with the built site.</summary>
internal static class CheckCommand
{
    private const string Description =
        """
        Validates the content (front matter, places, concepts, duplicates) and the built site (links, anchors, HTML), and that nothing
        published before would vanish: no page and no paragraph. What was published is what input/anchors records, what the site built
        last holds, and what the manifest.json named with --published says.

        With --format github, a table of what is wrong, new and changed goes to the file that GITHUB_STEP_SUMMARY names.

        Example:  report-archive check --format json
                  report-archive check --published https://example.org/report-archive/manifest.json
        """;

    public static Command Create()
    {
        var input = CommonOptions.Input();
        var output = CommonOptions.Output();
        var format = new Option<string>("--format") { Description = "How to print: text, json or github.", DefaultValueFactory = static _ => "text", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("text", "json", "github");
        var published = new Option<string?>("--published") { Description = "The manifest.json of the last publication: a file or an address.", HelpName = "FILE|URL" };
        var command = new Command("check", Description) { input, output, format, published };
        command.SetAction((call, _) => RunAsync(call.GetValue(input)!, call.GetValue(output)!, call.GetValue(format)!, call.GetValue(published), Terminal.For(call)));
        return command;
    }

    private static async Task<int> RunAsync(string input, string output, string format, string? published, Terminal terminal)
    {
        var (diagnostics, site) = await terminal.WatchAsync(progress => Task.Run(() => CheckAsync(input, output, published, progress)));
        diagnostics.Sort(Diagnostic.Compare);
        Print(diagnostics, format, terminal);
        if (format == "github" && Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
            await File.AppendAllTextAsync(summary, JobSummary.Write(await ArchiveComparison.OfAsync(input, site, published), diagnostics, site.Settings));
        var failed = diagnostics.Exists(static diagnostic => diagnostic.Severity == Severity.Error);
        var warnings = diagnostics.Count(static diagnostic => diagnostic.Severity == Severity.Warning);
        if (format == "text" && !failed)
            terminal.Say(warnings == 0 ? "No problems found." : $"No errors; {warnings} {(warnings == 1 ? "warning" : "warnings")}.");
        return failed ? Failures.User : Failures.None;
    }

    /// <summary>All that is wrong, in no particular order, and the site that it was found in.</summary>
    internal static async Task<(List<Diagnostic> Diagnostics, Site Site)> CheckAsync(string input, string output, string? published, BuildProgress progress)
    {
        var diagnostics = new List<Diagnostic>();
        var site = BuildPipeline.ReadSite(new BuildRequest(input, output, BaseUrl: null, Environment.ProcessorCount), diagnostics, progress);
        diagnostics.AddRange(await LastPublication.CheckAsync(site, output, published, Broken(diagnostics)));
        diagnostics.AddRange(Containment.Find(site));
        diagnostics.AddRange(BuiltSite.Check(output, progress));
        return (diagnostics, site);
    }

    /// <summary>Files that have errors: what they would publish is not gone, only not readable now.</summary>
    private static HashSet<string> Broken(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(static diagnostic => diagnostic.Severity == Severity.Error)
        .Select(static diagnostic => diagnostic.Span.File)
        .ToHashSet(StringComparer.Ordinal);

    private static void Print(List<Diagnostic> diagnostics, string format, Terminal terminal)
    {
        switch (format)
        {
            case "json":
                Console.OpenStandardOutput().Write(DiagnosticJson.Write(diagnostics));
                break;
            case "github":
                foreach (var diagnostic in diagnostics)
                    Console.WriteLine(GitHubAnnotation.Of(diagnostic));
                break;
            default:
                DiagnosticPrinter.Print(diagnostics, terminal);
                break;
        }
    }
}
