using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Cli;

public sealed class InitTests(PackedTool tool) : IClassFixture<PackedTool>
{
    [Fact]
    public async Task The_packed_tool_makes_an_archive_in_an_empty_folder_whose_site_passes_check()
    {
        using var folder = new TemporaryFolder();

        await tool.RunAsync(folder.Path, tool.Path, ["init", "--title", "某市报告档案"]);
        await tool.RunAsync(folder.Path, tool.Path, ["build"]);
        var check = await tool.RunAsync(folder.Path, tool.Path, ["check"]);

        Assert.Contains("No problems found", check, StringComparison.Ordinal);
        Assert.Contains("<title>某市报告档案</title>", Read(folder, "output/index.html"), StringComparison.Ordinal);
        Assert.True(File.Exists(folder["output", "r", "370306", "2023", "gwr", "index.html"]));
        Assert.True(File.Exists(folder["output", "c", "quan-min-cheng-guan", "index.html"]));
    }

    [Fact]
    public async Task A_new_archive_names_nothing_of_the_repository_it_came_from()
    {
        using var folder = new TemporaryFolder();
        await tool.RunAsync(folder.Path, tool.Path, ["init"]);

        Assert.All(FolderTree.Files(folder.Path), file => Assert.DoesNotContain("src/ReportArchive.Cli", Read(folder, file), StringComparison.Ordinal));
        Assert.Contains("dotnet tool run report-archive -- check", Read(folder, ".vscode/tasks.json"), StringComparison.Ordinal);
        Assert.Contains("quan-min-cheng-guan", Read(folder, ".vscode/report-archive.code-snippets"), StringComparison.Ordinal);
        Assert.Contains("0 files written", await tool.RunAsync(folder.Path, tool.Path, ["schema"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_steps_of_its_workflows_run_locally()
    {
        using var folder = new TemporaryFolder();
        var archive = folder["archive"];
        await tool.RunAsync(folder.Path, tool.Path, ["init", "archive"]);
        folder.Write("archive/NuGet.config", tool.NuGetConfig);
        await tool.RunAsync(folder.Path, "git", ["init", "--quiet", "--bare", "--initial-branch=main", "remote.git"]);
        foreach (var call in new string[][] { ["init", "--quiet", "--initial-branch=main"], ["add", "--all"], ["-c", "user.name=editor", "-c", "user.email=editor@example.org", "commit", "--quiet", "-m", "Begin"], ["remote", "add", "origin", folder["remote.git"]], ["push", "--quiet", "--set-upstream", "origin", "main"] })
            await tool.RunAsync(archive, "git", call);
        var summary = folder["summary.md"];

        await Script(archive, "prepare");
        await Script(archive, "check", ("GITHUB_STEP_SUMMARY", summary));
        await Script(archive, "preview");
        Assert.Contains("2023年周村区政府工作报告", await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("新增的报告", Read(folder, "archive/output/changes.html"), StringComparison.Ordinal);

        await Script(archive, "freeze");
        Assert.Contains("nothing to freeze", await Script(archive, "freeze"), StringComparison.Ordinal);
        Assert.Contains("input/anchors/", await tool.RunAsync(folder["remote.git"], "git", ["ls-tree", "-r", "--name-only", "main"]), StringComparison.Ordinal);

        await Script(archive, "build", ("BASE_URL", "https://archive.example/reports/"), ("REPOSITORY", "https://github.com/example/archive"));
        Assert.Contains("https://github.com/example/archive/issues/new?template=error.yml", Read(folder, "archive/output/r/370306/2023/gwr/index.html"), StringComparison.Ordinal);
        Assert.Contains("https://archive.example/reports/r/370306/2023/gwr/", Read(folder, "archive/output/sitemap.xml"), StringComparison.Ordinal);
        Assert.False(File.Exists(folder["archive", "output", "changes.html"]));
    }

    [Theory]
    [InlineData("", "issue list;issue create --title 失效的来源链接")]
    [InlineData("12", "issue list;issue edit 12 --body-file")]
    public async Task Dead_links_open_one_issue_and_bring_it_up_to_date(string openIssue, string calls)
    {
        using var folder = new TemporaryFolder();
        await tool.RunAsync(folder.Path, tool.Path, ["init", "archive", "--no-sample"]);
        folder.Write("archive/NuGet.config", tool.NuGetConfig);
        folder.Write("archive/input/reports/370306/2023-gwr.md", "---\ntitle: 2023年周村区政府工作报告\nplace: 370306\nyear: 2023\nkind: gwr\nsource:\n  - name: 周村区人民政府\n    url: http://no-such-host.invalid/report\n---\n各位代表：\n");
        await Script(folder["archive"], "prepare");

        var said = await Script(folder["archive"], "dead-links", WithGh(folder, openIssue));

        Assert.Equal(calls.Split(';').Length, Calls(folder).Length);
        Assert.All(calls.Split(';').Zip(Calls(folder)), static pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Contains("http://no-such-host.invalid/report", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_links_work_again_the_issue_is_closed()
    {
        using var folder = new TemporaryFolder();
        await tool.RunAsync(folder.Path, tool.Path, ["init", "archive"]);
        folder.Write("archive/NuGet.config", tool.NuGetConfig);
        await Script(folder["archive"], "prepare");

        await Script(folder["archive"], "dead-links", WithGh(folder, "12"));

        Assert.StartsWith("issue close 12", Calls(folder)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_archive_writes_over_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("input/site.yml", "title: 已有的档案\n");

        var result = (await ReportArchiveProcess.RunAsync(folder.Path, ["init"])).Exits(1);

        Assert.Contains("input/site.yml is there already", result.Errors, StringComparison.Ordinal);
        Assert.Equal(["input/site.yml"], FolderTree.Files(folder.Path));
    }

    [Fact]
    public async Task Without_samples_an_archive_is_empty_and_says_how_to_begin()
    {
        using var folder = new TemporaryFolder();
        folder.Write("README.md", "# 我的档案\n");

        (await ReportArchiveProcess.RunAsync(folder.Path, ["init", "--no-sample"])).Exits(0);
        var check = (await ReportArchiveProcess.RunAsync(folder.Path, ["check"])).Exits(0);

        Assert.Contains("report-archive new", check.Errors, StringComparison.Ordinal);
        Assert.Equal("# 我的档案\n", Read(folder, "README.md"));
        Assert.False(Directory.Exists(folder["input", "reports"]));
    }

    private Task<string> Script(string archive, string name, params IEnumerable<(string Name, string Value)> environment) =>
        tool.RunAsync(archive, "bash", [$".github/scripts/{name}.sh"], environment);

    /// <summary>A gh that writes down how it was called, and knows of one open issue or of none.</summary>
    private static (string Name, string Value) WithGh(TemporaryFolder folder, string openIssue)
    {
        var gh = folder.Write("bin/gh", $"#!/bin/sh\necho \"$@\" >> '{folder["calls"]}'\nif [ \"$2\" = list ]; then echo '{openIssue}'; fi\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(gh, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return ("PATH", $"{folder["bin"]}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}");
    }

    private static string[] Calls(TemporaryFolder folder) => File.ReadAllLines(folder["calls"]);

    private static string Read(TemporaryFolder folder, string path) => File.ReadAllText(folder[path]);
}
