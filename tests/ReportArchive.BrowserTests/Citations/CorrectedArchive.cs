using System.Collections.Immutable;
using System.Text.Json;
using ReportArchive.BrowserTests.Support;
using ReportArchive.Tests.Support;

[assembly: AssemblyFixture(typeof(ReportArchive.BrowserTests.Citations.CorrectedArchive))]

namespace ReportArchive.BrowserTests.Citations;

/// <summary>
/// The archive published twice: once as it is, and once after an editor corrected, merged and deleted paragraphs of a report,
/// renamed a concept, and withdrew another report, each with the redirect that check asks for.
/// </summary>
public sealed class CorrectedArchive : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private PublishedArchive? _archive;

    internal PublishedArchive Archive => _archive!;

    /// <summary>What <c>check</c> said before the redirects were added: codes and messages of its errors.</summary>
    internal ImmutableArray<(string Code, string Message)> Vanished { get; private set; }

    private string Input => _folder["input"];

    private string Report => _folder["input", "reports", "370306", "2023-gwr.md"];

    public async ValueTask InitializeAsync()
    {
        FolderTree.Copy(Repository.Input, Input);
        await RunAsync("anchors", "freeze", "--date", "2026-07-01");
        Correct();
        Withdraw();
        await RedirectAsync();
        await RunAsync("anchors", "freeze", "--date", "2026-11-21", "--note", "更正经济运行数字");
        await RunAsync("build", "--output", _folder["site"], "--base-url", PublishedArchive.Base);
        await RunAsync("check", "--output", _folder["site"]);
        _archive = await PublishedArchive.OpenAsync(_folder["site"]);
    }

    public async ValueTask DisposeAsync()
    {
        await Archive.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Paragraph 5 is corrected, 9 deleted, 11 and 12 merged.</summary>
    private void Correct()
    {
        var blocks = File.ReadAllText(Report).ReplaceLineEndings("\n").Split("\n\n").ToList();
        Assert.Contains("45条", blocks[5], StringComparison.Ordinal);
        blocks[5] = blocks[5].Replace("45条", "54条", StringComparison.Ordinal);
        blocks[11] += blocks[12];
        blocks.RemoveAt(12);
        blocks.RemoveAt(9);
        File.WriteAllText(Report, string.Join("\n\n", blocks));
    }

    private void Withdraw()
    {
        File.Delete(_folder["input", "reports", "371302", "2021-gwr.md"]);
        foreach (var file in Directory.GetFiles(_folder["input", "concepts"], "*.md"))
            File.WriteAllText(file, File.ReadAllText(file).Replace("hu-zhang-zhi", "hu-zhang-zhi-du", StringComparison.Ordinal));
        File.Move(_folder["input", "concepts", "hu-zhang-zhi.md"], _folder["input", "concepts", "hu-zhang-zhi-du.md"]);
    }

    /// <summary>Does what <c>check</c> says, except where an editor knows better than its guess.</summary>
    private async Task RedirectAsync()
    {
        var check = await ReportArchiveProcess.RunAsync(_folder.Path, ["check", "--format", "json"]);
        using var json = JsonDocument.Parse(check.Exits(1).Output);
        Vanished = [.. json.RootElement.EnumerateArray().Where(problem => Text(problem, "severity") == "error").Select(problem => (Text(problem, "code"), Text(problem, "message")))];
        var lines = json.RootElement.EnumerateArray()
            .Select(problem => Text(problem, "hint"))
            .Where(hint => hint.Contains("the line: ", StringComparison.Ordinal))
            .Select(hint => hint[(hint.IndexOf("the line: ", StringComparison.Ordinal) + 10)..])
            .Where(line => !line.StartsWith("/r/371302/2021/gwr/,", StringComparison.Ordinal));
        File.WriteAllLines(
            _folder["input", "redirects.csv"],
            ["from,to,note", .. lines, "/r/371302/2021/gwr/,/r/370306/2023/gwr/,withdrawn", "/r/371302/2021/gwr/#p1,/r/370300/2023/gwr/#p2,"]);
    }

    private static string Text(JsonElement problem, string name) => problem.GetProperty(name).GetString()!;

    private async Task RunAsync(params string[] arguments) =>
        (await ReportArchiveProcess.RunAsync(_folder.Path, arguments)).Exits(0);
}
