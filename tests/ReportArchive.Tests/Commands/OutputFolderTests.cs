using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Commands;

/// <summary>Nothing outside the site is ever deleted or replaced, whatever --output says.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public OutputFolderTests() => FolderTree.Copy(Repository.Fixtures("small-archive", "input"), _folder["work", "input"]);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".")]
    [InlineData("./")]
    [InlineData("..")]
    [InlineData("input")]
    [InlineData("input/")]
    [InlineData("./x/../input")]
    [InlineData("input/site")]
    [InlineData("input/reports")]
    [InlineData("/")]
    public Task A_folder_that_holds_more_than_the_site_is_refused(string output) => AssertRefusedAsync(output);

    [Fact]
    public Task A_folder_with_other_files_is_refused()
    {
        _folder.Write("work/theirs/thesis.docx", "years of work");
        return AssertRefusedAsync("theirs");
    }

    [Fact]
    public Task A_folder_with_a_hidden_file_is_refused()
    {
        _folder.Write("work/theirs/.env", "KEY=1");
        return AssertRefusedAsync("theirs");
    }

    [Fact]
    public Task A_folder_with_the_manifest_of_another_program_is_refused()
    {
        _folder.Write("work/theirs/manifest.json", """{ "name": "A web app", "icons": [], "start_url": "/" }""");
        _folder.Write("work/theirs/src/index.js", "years of work");
        return AssertRefusedAsync("theirs");
    }

    [Theory]
    [InlineData(".git/HEAD")]
    [InlineData(".git")]
    public async Task A_site_in_a_repository_of_its_own_is_refused(string git)
    {
        (await BuildAsync("site")).Exits(0);
        _folder.Write($"work/site/{git}", "gitdir: ../.git/worktrees/site");
        await AssertRefusedAsync("site");
    }

    [Fact]
    public Task A_file_is_refused()
    {
        _folder.Write("work/file", "text");
        return AssertRefusedAsync("file");
    }

    [Theory]
    [InlineData("")]
    [InlineData("thesis.docx")]
    [InlineData("manifest.json")]
    public Task A_symbolic_link_is_refused_whatever_it_leads_to(string file)
    {
        Directory.CreateDirectory(_folder["theirs"]);
        if (file.Length > 0)
            _folder.Write($"theirs/{file}", """{ "urls": [] }""");
        Directory.CreateSymbolicLink(_folder["work", "link"], _folder["theirs"]);
        return AssertRefusedAsync("link");
    }

    [Fact]
    public async Task A_link_inside_the_site_is_removed_and_not_what_it_leads_to()
    {
        (await BuildAsync("site")).Exits(0);
        _folder.Write("theirs/thesis.docx", "years of work");
        Directory.CreateSymbolicLink(_folder["work", "site", "r", "linked"], _folder["theirs"]);
        File.CreateSymbolicLink(_folder["work", "site", "extra.html"], _folder["theirs", "thesis.docx"]);
        (await BuildAsync("site")).Exits(0);
        Assert.False(Directory.Exists(_folder["work", "site", "r", "linked"]));
        Assert.False(File.Exists(_folder["work", "site", "extra.html"]));
        Assert.Equal("years of work", File.ReadAllText(_folder["theirs", "thesis.docx"]));
    }

    [Fact]
    public async Task A_page_replaced_by_a_link_is_written_anew_and_what_it_leads_to_stays()
    {
        (await BuildAsync("site")).Exits(0);
        var page = File.ReadAllText(_folder["work", "site", "index.html"]);
        _folder.Write("theirs/page.html", "theirs");
        File.Delete(_folder["work", "site", "index.html"]);
        File.CreateSymbolicLink(_folder["work", "site", "index.html"], _folder["theirs", "page.html"]);
        (await BuildAsync("site")).Exits(0);
        Assert.Null(new FileInfo(_folder["work", "site", "index.html"]).LinkTarget);
        Assert.Equal(page, File.ReadAllText(_folder["work", "site", "index.html"]));
        Assert.Equal("theirs", File.ReadAllText(_folder["theirs", "page.html"]));
    }

    [Theory]
    [InlineData("site")]
    [InlineData("deep/er/site")]
    [InlineData("../beside")]
    [InlineData("site/")]
    public async Task A_folder_of_its_own_is_taken_new_or_empty_or_from_an_earlier_build(string output)
    {
        Directory.CreateDirectory(_folder["work", output]);
        (await BuildAsync(output)).Exits(0);
        (await BuildAsync(output)).Exits(0);
        Assert.True(File.Exists(_folder["work", output, "index.html"]));
    }

    [Fact]
    public async Task Two_builds_into_one_folder_do_not_mix()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => BuildAsync("site")));
        Assert.Contains(results, static result => result.ExitCode == 0);
        Assert.All(results, static result => Assert.True(result.ExitCode == 0 || (result.ExitCode == 1 && result.Errors.Contains("another build is writing", StringComparison.Ordinal)), result.Errors));
        (await BuildAsync("clean")).Exits(0);
        Assert.Equal(FolderTree.Fingerprint(_folder["work", "clean"]), FolderTree.Fingerprint(_folder["work", "site"]));
        Assert.Equal([".cache", "clean", "input", "site"], Directory.EnumerateFileSystemEntries(_folder["work"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private async Task AssertRefusedAsync(string output)
    {
        var before = FolderTree.Fingerprint(_folder.Path);
        var result = (await BuildAsync(output)).Exits(1);
        Assert.StartsWith("error: --output ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("  hint: ", result.Errors, StringComparison.Ordinal);
        Assert.Equal(before, FolderTree.Fingerprint(_folder.Path));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_folder["work"]), static path => path.EndsWith(".lock", StringComparison.Ordinal) || path.EndsWith(".staging", StringComparison.Ordinal));
    }

    private Task<CommandResult> BuildAsync(string output) => ReportArchiveProcess.RunAsync(_folder["work"], ["build", "--output", output]);
}
