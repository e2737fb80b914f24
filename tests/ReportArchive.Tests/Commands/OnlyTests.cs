using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Commands;

/// <summary>A part of an archive is built as an archive of its own, beside the whole one.</summary>
public sealed class OnlyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public OnlyTests() => FolderTree.Copy(Repository.Fixtures("small-archive", "input"), _folder["input"]);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("370306", 3)]
    [InlineData("370300", 4)]
    [InlineData("370000", 5)]
    [InlineData("370481107", 1)]
    public async Task A_place_brings_the_places_below_it(string code, int reports)
    {
        var build = (await RunAsync("build", "--only", code, "--output", "part")).Exits(0);
        Assert.Contains($"{reports} reports", build.Errors, StringComparison.Ordinal);
        (await RunAsync("check", "--input", "input", "--output", "part")).Exits(0);
    }

    [Fact]
    public async Task It_does_not_take_the_place_of_the_whole()
    {
        (await RunAsync("build")).Exits(0);
        var whole = FolderTree.Fingerprint(_folder["output"]);
        var refused = (await RunAsync("build", "--only", "370306")).Exits(1);
        Assert.Contains("--output preview-370306", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(whole, FolderTree.Fingerprint(_folder["output"]));
    }

    [Theory]
    [InlineData("110000", "the archive holds no report of 北京市")]
    [InlineData("周村", "--only must be the code of a place")]
    public async Task A_place_without_reports_is_said(string code, string message) =>
        Assert.Contains(message, (await RunAsync("build", "--only", code, "--output", "part")).Exits(1).Errors, StringComparison.Ordinal);

    private Task<CommandResult> RunAsync(params string[] arguments) => ReportArchiveProcess.RunAsync(_folder.Path, arguments);
}
