using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Commands;

/// <summary>The same content gives the same site: again, elsewhere, in another language, on more threads.</summary>
public sealed class BuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Inputs => ["small-archive", "repository"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task A_second_build_writes_nothing(string archive)
    {
        await BuildAsync(archive, "site");
        var before = FolderTree.Fingerprint(_folder["site"]);
        var written = Directory.GetLastWriteTimeUtc(_folder["site"]);
        var again = await BuildAsync(archive, "site");
        Assert.Contains("0 files written, ", again.Errors, StringComparison.Ordinal);
        Assert.Contains(" 0 removed", again.Errors, StringComparison.Ordinal);
        Assert.Equal(before, FolderTree.Fingerprint(_folder["site"]));
        Assert.Equal(written, Directory.GetLastWriteTimeUtc(_folder["site"]));
        AssertNothingBeside("site");
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task The_same_content_gives_the_same_bytes_wherever_and_however_it_is_built(string archive)
    {
        await BuildAsync(archive, "site", "--jobs", "1");
        var expected = FolderTree.Fingerprint(_folder["site"]);

        await BuildAsync(archive, "jobs", "--jobs", "16");
        Assert.Equal(expected, FolderTree.Fingerprint(_folder["jobs"]));

        // Another folder, a relative path, and whatever language, calendar and clock the machine has.
        FolderTree.Copy(InputOf(archive), _folder["elsewhere", "内容"]);
        (await ReportArchiveProcess.RunAsync(
            _folder["elsewhere"],
            ["build", "--input", "内容", "--output", "../away", "--base-url", BaseUrl],
            ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0"), ("TZ", "Pacific/Kiritimati"), ("DOTNET_PROCESSOR_COUNT", "3"))).Exits(0);
        Assert.Equal(expected, FolderTree.Fingerprint(_folder["away"]));
    }

    [Theory]
    [InlineData("https://another.example/")]
    [InlineData("https://another.example/report-archive/")]
    [InlineData("http://another.example:8080/a/b/c/")]
    public async Task Only_what_names_the_address_changes_with_it(string baseUrl)
    {
        await BuildAsync("small-archive", "site");
        (await ReportArchiveProcess.RunAsync(_folder.Path, ["build", "--input", InputOf("small-archive"), "--output", "other", "--base-url", baseUrl])).Exits(0);
        Assert.Equal(FolderTree.Files(_folder["site"]), FolderTree.Files(_folder["other"]));
        foreach (var file in FolderTree.Files(_folder["site"]).Where(static file => file is not ("manifest.json" or "404.html") && !file.StartsWith("data/", StringComparison.Ordinal)))
        {
            Assert.Equal(
                Without(BaseUrl, File.ReadAllText(_folder["site", file])),
                Without(baseUrl, File.ReadAllText(_folder["other", file])));
        }
        (await ReportArchiveProcess.RunAsync(_folder.Path, ["check", "--input", InputOf("small-archive"), "--output", "other"])).Exits(0);
    }

    /// <summary>The address stands as it is, and escaped in links that hold a file.</summary>
    private static string Without(string address, string text) =>
        text.Replace(address, "", StringComparison.Ordinal).Replace(Uri.EscapeDataString(address), "", StringComparison.Ordinal);

    [Fact]
    public async Task A_changed_report_changes_only_what_tells_of_it()
    {
        FolderTree.Copy(InputOf("small-archive"), _folder["input"]);
        var first = await RunAsync("build");
        var before = FolderTree.Fingerprint(_folder["output"]);
        File.AppendAllText(_folder["input/reports/370306/2022-gwr.md"], "\n谢谢大家。\n");
        await RunAsync("build");
        var changed = FolderTree.Fingerprint(_folder["output"]).Except(before).Select(static line => line.Split(' ')[0]).ToList();
        Assert.Contains("r/370306/2022/gwr/index.html", changed);
        Assert.DoesNotContain("r/370481107/2020/gwr/index.html", changed);
        Assert.Equal("", first.Output);
    }

    [Fact]
    public async Task What_an_earlier_build_made_and_this_one_does_not_is_removed()
    {
        FolderTree.Copy(InputOf("small-archive"), _folder["input"]);
        await RunAsync("build");
        _folder.Write("output/stray/index.html", "of an earlier version");
        Directory.CreateDirectory(_folder["output/empty/folder"]);
        File.Delete(_folder["input/reports/370306/2022-gwr.md"]);
        await RunAsync("build");
        Assert.False(Directory.Exists(_folder["output/r/370306/2022"]));
        Assert.False(Directory.Exists(_folder["output/stray"]));
        var clean = await RunAsync("build", "--output", "clean");
        Assert.Equal(0, clean.ExitCode);
        Assert.Equal(FolderTree.Fingerprint(_folder["clean"]), FolderTree.Fingerprint(_folder["output"]));
    }

    [Fact]
    public async Task A_failed_build_leaves_the_old_site_as_it_was()
    {
        FolderTree.Copy(InputOf("small-archive"), _folder["input"]);
        await RunAsync("build");
        var before = FolderTree.Fingerprint(_folder["output"]);
        File.AppendAllText(_folder["input/concepts/liu-wen.md"], "\n好。\n");
        _folder.Write("input/reports/370306/2021-gwr.md", "---\ntitle: 无\n---\n");
        (await ReportArchiveProcess.RunAsync(_folder.Path, ["build"])).Exits(1);
        Assert.Equal(before, FolderTree.Fingerprint(_folder["output"]));
        AssertNothingBeside("output");
    }

    [Fact]
    public async Task A_missing_input_leaves_the_old_site_as_it_was()
    {
        FolderTree.Copy(InputOf("small-archive"), _folder["input"]);
        await RunAsync("build");
        var before = FolderTree.Fingerprint(_folder["output"]);
        Directory.Delete(_folder["input"], recursive: true);
        (await ReportArchiveProcess.RunAsync(_folder.Path, ["build"])).Exits(1);
        Assert.Equal(before, FolderTree.Fingerprint(_folder["output"]));
    }

    private const string BaseUrl = "https://example.org/small/";

    private static string InputOf(string archive) => archive == "repository" ? Repository.Input : Repository.Fixtures(archive, "input");

    private async Task<CommandResult> BuildAsync(string archive, string output, params string[] options) =>
        (await ReportArchiveProcess.RunAsync(_folder.Path, ["build", "--input", InputOf(archive), "--output", output, "--base-url", BaseUrl, .. options])).Exits(0);

    private async Task<CommandResult> RunAsync(params string[] call) => (await ReportArchiveProcess.RunAsync(_folder.Path, call)).Exits(0);

    private void AssertNothingBeside(string output) =>
        Assert.Equal([], Directory.EnumerateFileSystemEntries(_folder.Path).Select(static path => Path.GetFileName(path)!).Where(name => name.StartsWith('.') && name.Contains(output, StringComparison.Ordinal)));
}
