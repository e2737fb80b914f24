using System.CommandLine;
using System.Text;
using ReportArchive.Diagnostics;
using ReportArchive.Sites;

namespace ReportArchive.Cli.Commands;

/// <summary><c>links</c>: the links that lead out of the archive, and which of them are dead.</summary>
internal static class LinksCommand
{
    private const string Description =
        """
        Lists the links that lead out of the archive; with --check follows them, and ends with 1 when some are dead. A link counts as
        dead when its page is gone (404, 410) or its host cannot be reached, twice.

        Example:  report-archive links --check
        """;

    public static Command Create()
    {
        var input = CommonOptions.Input();
        var check = new Option<bool>("--check") { Description = "Follow the links and print the dead ones only." };
        var markdown = new Option<bool>("--markdown") { Description = "Print a table in Markdown." };
        var command = new Command("links", Description) { input, check, markdown };
        command.SetAction((call, stop) => RunAsync(call.GetValue(input)!, call.GetValue(check), call.GetValue(markdown), Terminal.For(call), stop));
        return command;
    }

    private static async Task<int> RunAsync(string input, bool check, bool markdown, Terminal terminal, CancellationToken stop)
    {
        var ignored = new List<Diagnostic>();
        var links = ExternalLinks.Of(BuildPipeline.ReadSite(new BuildRequest(input, "output", BaseUrl: null, Environment.ProcessorCount), ignored, BuildProgress.None)).ToList();
        if (!check)
        {
            Print(links.Select(static link => (link, "")), markdown);
            return Failures.None;
        }
        using var probe = new LinkProbe();
        var states = await terminal.WatchAsync(progress => probe.FollowAsync(links.Select(static link => link.Url), progress.Stage("Following links"), stop));
        var dead = links.Where(link => states[link.Url].IsDead).Select(link => (link, states[link.Url].Reason)).ToList();
        Print(dead, markdown);
        terminal.Say($"{states.Count} links followed, {dead.Count} dead");
        return dead.Count > 0 ? Failures.User : Failures.None;
    }

    private static void Print(IEnumerable<(ExternalLink Link, string Reason)> links, bool markdown)
    {
        var text = new StringBuilder();
        foreach (var (link, reason) in links)
        {
            if (text.Length == 0 && markdown)
                text.Append("| 文件 | 来源 | 网址 | 原因 |\n|---|---|---|---|\n");
            text.Append(markdown
                ? $"| `{link.Span}` | {link.Text.Replace("|", "\\|", StringComparison.Ordinal)} | <{link.Url.AbsoluteUri}> | {reason} |\n"
                : $"{link.Span}: {link.Url.AbsoluteUri}{(reason.Length > 0 ? $" {reason}" : "")}\n");
        }
        Console.Out.Write(text.ToString());
    }
}
