using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Publishing;

/// <summary>A small archive built twice, with an edit in between that adds, changes and removes pages.</summary>
public sealed class PublishedSites : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The site before the edit.</summary>
    public string Before => _folder["before"];

    /// <summary>The site after it: one report more, one paragraph more in another, one concept gone, another style sheet.</summary>
    public string After => _folder["after"];

    /// <summary>Where both say they are published.</summary>
    public Uri BaseUrl { get; } = new("https://archive.example/reports/");

    public async ValueTask InitializeAsync()
    {
        foreach (var report in new[] { "370306/2023-gwr.md", "371525/2021-gwr.md" })
            Copy($"reports/{report}");
        foreach (var concept in new[] { "fang-zhu-bu-chao", "gong-tong-fu-yu", "san-ji-shu-ji-zhua-huan-bao" })
            Copy($"concepts/{concept}.md");
        await BuildAsync(Before);

        Copy("reports/370300/2023-gwr.md");
        Copy("concepts/hong-se-wu-ye.md");
        File.Delete(_folder["input", "concepts", "fang-zhu-bu-chao.md"]);
        var edited = _folder["input", "reports", "370306", "2023-gwr.md"];
        File.WriteAllText(edited, File.ReadAllText(edited) + "\n谢谢大家！\n");
        _folder.Write("theme/assets/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
        await BuildAsync(After);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Copy(string path) => _folder.Write($"input/{path}", File.ReadAllText(Path.Combine(Repository.Input, path)));

    private async Task BuildAsync(string output) =>
        (await ReportArchiveProcess.RunAsync(_folder.Path, ["build", "--output", output, "--base-url", BaseUrl.AbsoluteUri])).Exits(0);
}
