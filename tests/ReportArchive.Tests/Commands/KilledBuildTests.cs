using System.Diagnostics;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Commands;

/// <summary>A build that is killed leaves one whole site, the old or the new, and nothing in the folder for temporary files; the next build leaves nothing else.</summary>
public sealed class KilledBuildTests : IDisposable
{
    private const int Kills = 50;

    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _temporary = new();
    private readonly Random _random = new(20230107);

    public void Dispose()
    {
        _folder.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    public async Task Wherever_it_is_killed_readers_have_a_whole_site()
    {
        // A small archive, for many kills: fifty builds are killed, and fifty follow.
        FolderTree.Copy(Repository.Fixtures("small-archive", "input"), _folder["old"]);
        FolderTree.Copy(_folder["old"], _folder["new"]);
        new SampleArchive().Report("370303/2023/gwr", "各位代表：\n\n张店区“四减四增”报告。").WriteTo(_folder);
        FolderTree.Copy(_folder["input/reports"], _folder["new/reports"]);
        var whole = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var watch = new Stopwatch();
        foreach (var version in (string[])["new", "old"])
        {
            watch.Restart();
            (await BuildAsync(version, "site")).Exits(0);
            whole[version] = FolderTree.Fingerprint(_folder["site"]);
        }
        var longest = watch.ElapsedMilliseconds;

        var interrupted = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var version = kill % 2 == 0 ? "new" : "old";
            interrupted += await KillAsync(version, _random.NextInt64(longest)) ? 1 : 0;
            Assert.Contains(FolderTree.Fingerprint(_folder["site"]), whole.Values);

            // Timed anew: what else the machine does changes how long a build takes.
            watch.Restart();
            (await BuildAsync(version, "site")).Exits(0);
            longest = watch.ElapsedMilliseconds;
            Assert.Equal(whole[version], FolderTree.Fingerprint(_folder["site"]));
            Assert.Equal([".cache", "input", "new", "old", "site"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
        Assert.InRange(interrupted, Kills / 2, Kills);
        // A file loses its name before anything is written to it; one of a build that was killed between the two is empty.
        Assert.All(Directory.GetFiles(_temporary.Path), static file => Assert.Equal(0, new FileInfo(file).Length));
    }

    /// <summary>The folders change places at one moment: whoever looks, however often, finds a site there.</summary>
    [Fact]
    public async Task Readers_find_a_site_at_every_moment_of_the_swap()
    {
        FolderTree.Copy(Repository.Fixtures("small-archive", "input"), _folder["old"]);
        FolderTree.Copy(_folder["old"], _folder["new"]);
        File.AppendAllText(_folder["new/reports/370306/2022-gwr.md"], "\n谢谢。\n");
        (await BuildAsync("old", "site")).Exits(0);
        using var done = new CancellationTokenSource();
        var home = _folder["site/index.html"];
        var reader = Task.Run(() =>
        {
            var missed = 0;
            while (!done.IsCancellationRequested)
                missed += File.Exists(home) ? 0 : 1;
            return missed;
        });
        for (var swap = 0; swap < 12; swap++)
            Assert.DoesNotContain(" 0 files written", (await BuildAsync(swap % 2 == 0 ? "new" : "old", "site")).Exits(0).Errors, StringComparison.Ordinal);
        await done.CancelAsync();
        Assert.Equal(0, await reader);
    }

    /// <summary>What an older program, or a system that cannot exchange two folders at once, can leave when it is killed.</summary>
    [Fact]
    public async Task A_site_left_under_its_other_name_is_put_back()
    {
        FolderTree.Copy(Repository.Fixtures("small-archive", "input"), _folder["old"]);
        (await BuildAsync("old", "site")).Exits(0);
        var before = FolderTree.Fingerprint(_folder["site"]);
        Directory.Move(_folder["site"], _folder[".site.previous"]);
        _folder.Write(".site.staging/index.html", "half a page");
        _folder.Write(".site.lock", "");
        var build = (await BuildAsync("old", "site")).Exits(0);
        Assert.Contains("0 files written", build.Errors, StringComparison.Ordinal);
        Assert.Equal(before, FolderTree.Fingerprint(_folder["site"]));
        Assert.Equal([".cache", "old", "site"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private Task<CommandResult> BuildAsync(string input, string output) =>
        ReportArchiveProcess.RunAsync(_folder.Path, ["build", "--input", input, "--output", output]);

    /// <summary>Starts a build and kills it after a while; says whether it was still at work.</summary>
    private async Task<bool> KillAsync(string input, long milliseconds)
    {
        using var process = ReportArchiveProcess.Start(
            _folder.Path, ["build", "--quiet", "--input", input, "--output", "site"], ("TMPDIR", _temporary.Path), ("TMP", _temporary.Path), ("DOTNET_EnableDiagnostics", "0"));
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds));
        process.Kill();
        await process.WaitForExitAsync();
        return process.ExitCode != 0;
    }
}
