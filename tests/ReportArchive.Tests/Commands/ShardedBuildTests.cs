using System.Diagnostics;
using ReportArchive.Cli;
using ReportArchive.Diagnostics;
using ReportArchive.Sharding;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Commands;

/// <summary>A site that many machines build together is the site of one, byte for byte.</summary>
public sealed class ShardedBuildTests
{
    private const int Four = 4;

    [Fact]
    public async Task Four_processes_build_this_archive()
    {
        using var archive = new ShardedArchive();
        FolderTree.Copy(Repository.Input, archive.Folder["input"]);
        await BuildsTheSameInProcessesAsync(archive);
    }

    [Fact]
    public async Task Four_processes_build_an_archive_that_has_everything()
    {
        using var archive = await ShardedArchive.RichAsync();
        await BuildsTheSameInProcessesAsync(archive);
        foreach (var file in (string[])["_redirects", "r/370306/2022/gwr/v1/index.html", "c/u/667a/6167-5927-8111/index.html", "r/370305/2022/gwr/index.html"])
            Assert.True(File.Exists(archive.Folder["output", file]), file);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public async Task Any_number_of_shards_builds_the_same(int of)
    {
        using var archive = await ShardedArchive.RichAsync();
        var whole = await archive.WholeAsync();
        Assert.All(await archive.RoundAsync(of), static result => Assert.NotNull(result.Facts));
        Assert.All(await archive.RoundAsync(of), static result => Assert.False(result.Part!.Failed));
        Assert.Equal(whole, archive.Merge("facts"));
    }

    [Fact]
    public async Task A_shard_of_an_empty_archive_is_no_error()
    {
        using var archive = new ShardedArchive();
        archive.Folder.Write("input/site.yml", "");
        var whole = await archive.WholeAsync();
        await archive.RoundAsync(2);
        await archive.RoundAsync(2);
        Assert.Equal(whole, archive.Merge("facts"));
    }

    [Fact]
    public async Task A_shard_that_is_run_again_makes_the_same_and_waits_for_the_others()
    {
        using var archive = ShardedArchive.Small();
        var shard = new Shard(2, Four);
        Assert.NotNull((await archive.CallAsync(shard)).Facts);
        var facts = await File.ReadAllBytesAsync(archive.Folder["facts/2-of-4.facts"]);
        var again = await archive.CallAsync(shard);
        Assert.Equal((null, null), (again.Facts, again.Part));
        File.Delete(archive.Folder["facts/2-of-4.facts"]);
        await archive.CallAsync(shard);
        Assert.Equal(facts, await File.ReadAllBytesAsync(archive.Folder["facts/2-of-4.facts"]));

        await archive.RoundAsync(Four);
        var first = (await archive.CallAsync(shard)).Part!;
        var second = (await archive.CallAsync(shard)).Part!;
        Assert.Equal((0, first.Made), (second.Made, second.Kept));
        Assert.Equal(0, second.Changes!.Value.Written);
    }

    [Fact]
    public async Task A_report_that_is_added_moves_no_other()
    {
        using var archive = ShardedArchive.Small();
        var before = (await archive.RoundAsync(Four)).Select(static result => result.Facts!.Reports).ToList();
        archive.Folder.Write("input/reports/370303/2023-gwr.md", "---\ntitle: 2023年报告\nplace: 370303\nyear: 2023\nkind: gwr\n---\n正文。\n");
        var after = (await archive.RoundAsync(Four)).Select(static result => result.Facts!.Reports).ToList();
        Assert.Equal([0, 0, 0, 1], before.Zip(after, static (a, b) => b - a).Order());
    }

    [Theory]
    [InlineData("cut short", "is damaged or cut short")]
    [InlineData("damaged", "is damaged or cut short")]
    [InlineData("empty", "is not a file of facts")]
    [InlineData("of another program", "was made by another version of the program")]
    [InlineData("of other content", "was made from other content")]
    [InlineData("of another shard", "is that of shard 1/4")]
    public async Task Facts_that_cannot_be_used_are_refused_by_others_and_made_anew_by_their_own_shard(string what, string why)
    {
        using var archive = ShardedArchive.Small();
        await archive.RoundAsync(Four);
        var path = archive.Folder["facts/2-of-4.facts"];
        var bytes = await File.ReadAllBytesAsync(path);
        Spoil(archive, path, bytes, what);

        var refused = await Assert.ThrowsAsync<UserException>(() => archive.CallAsync(new Shard(1, Four)));
        Assert.StartsWith($"{path} {why}", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(archive.Folder["facts/1-of-4"]));

        Assert.NotNull((await archive.CallAsync(new Shard(2, Four))).Facts);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path));
        Assert.NotNull((await archive.CallAsync(new Shard(1, Four))).Part);
    }

    /// <summary>A digit corrected on one machine and not on another: as long as before, and another text.</summary>
    [Theory]
    [InlineData("input/reports/370306/2022-gwr.md")]
    [InlineData("input/site.yml")]
    [InlineData("input/places.csv")]
    [InlineData("input/concepts/si-xin.md")]
    public async Task Facts_of_another_state_of_the_content_are_not_used(string file)
    {
        using var archive = ShardedArchive.Small();
        await archive.RoundAsync(Four);
        archive.Folder.Write(file, (await File.ReadAllTextAsync(archive.Folder[file]))[..^1] + " ");
        Assert.NotNull((await archive.CallAsync(new Shard(3, Four))).Facts);
        Assert.Contains("other content", (await Assert.ThrowsAsync<UserException>(() => archive.CallAsync(new Shard(3, Four)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_mistakes_are_shown_as_one_build_shows_them()
    {
        using var archive = ShardedArchive.Small();
        archive.Folder.Write("input/reports/370303/2023-gwr.md", "---\ntitle: 2023年报告\nplace: 370303\nyear: 2023\nkind: gwr\n---\n正文<b>粗</b>。\n");
        archive.Folder.Write("input/reports/370303/2022-gwr.md", "---\ntitle: 2022年报告\nplace: 370303\nyear: 2023\nkind: gwr\n---\n另一正文。\n");
        archive.Folder.Write("input/reports/370303/2021-gwr.md", "---\ntitle: 2021年报告\nplace: 无此地\nyear: 2021\nkind: gwr\n---\n正文。\n");
        archive.Folder.Write("input/reports/370303/2020-gwr.doc", "no report");
        var whole = await BuildPipeline.RunAsync(new BuildRequest(archive.Folder["input"], archive.Folder["whole"], BaseUrl: null, Jobs: 2), BuildProgress.None);
        Assert.True(whole.Failed);

        var first = await archive.RoundAsync(Four);
        Assert.Single(first, static result => result.Facts!.Diagnostics.Any(static diagnostic => diagnostic.Severity == Severity.Error));
        foreach (var result in await archive.RoundAsync(Four))
        {
            Assert.True(result.Part!.Failed);
            Assert.Equal(whole.Diagnostics, result.Part.Diagnostics);
        }
        Assert.Empty(Directory.GetDirectories(archive.Folder["facts"]));
    }

    [Fact]
    public async Task The_program_says_what_is_next_and_exits_with_1_where_content_is_wrong()
    {
        using var archive = ShardedArchive.Small();
        var first = (await archive.RunAsync("build", "--shard", "1/2", "--facts", "facts")).Exits(0);
        Assert.Contains("1 of 2 facts are in facts", first.Errors, StringComparison.Ordinal);
        Assert.Contains("run the other shards (2/2)", first.Errors, StringComparison.Ordinal);
        Assert.Contains("run the other shards (2/2)", (await archive.RunAsync("build", "--shard", "1/2", "--facts", "facts")).Exits(0).Errors, StringComparison.Ordinal);
        Assert.Contains("run every shard again", (await archive.RunAsync("build", "--shard", "2/2", "--facts", "facts")).Exits(0).Errors, StringComparison.Ordinal);
        Assert.Contains("report-archive merge facts", (await archive.RunAsync("build", "--shard", "2/2", "--facts", "facts")).Exits(0).Errors, StringComparison.Ordinal);

        archive.Folder.Write("input/reports/370303/2021-gwr.md", "---\ntitle: 2021年报告\nplace: 无此地\nyear: 2021\nkind: gwr\n---\n正文。\n");
        var wrong = (await archive.RunAsync("build", "--shard", "1/1", "--facts", "other")).Exits(1);
        Assert.Contains("input/reports/370303/2021-gwr.md:3:", wrong.Errors, StringComparison.Ordinal);
        var again = (await archive.RunAsync("build", "--shard", "1/1", "--facts", "other")).Exits(1);
        Assert.Contains("Nothing was written", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shard_that_is_killed_leaves_nothing_half_made_and_can_be_run_again()
    {
        using var archive = ShardedArchive.Small();
        var whole = await archive.WholeAsync();
        archive.Folder.Write("facts/1-of-2.facts.new", "half of the facts");
        await archive.RoundAsync(2);
        Assert.False(File.Exists(archive.Folder["facts/1-of-2.facts.new"]));
        for (var kill = 0; kill < 6; kill++)
        {
            using var process = ReportArchiveProcess.Start(archive.Folder.Path, ["build", "--quiet", "--shard", "1/2", "--facts", "facts"]);
            await Task.Delay(100 + (150 * kill), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            if (!Directory.Exists(archive.Folder["facts/1-of-2"]))
                Assert.Contains("there is no part", Assert.Throws<UserException>(() => archive.Merge("facts")).Message, StringComparison.Ordinal);
        }
        await archive.RoundAsync(2);
        Assert.Equal(whole, archive.Merge("facts"));
    }

    /// <summary>What the example workflow runs on each of its machines, with the artifacts carried by hand.</summary>
    [Fact]
    public async Task The_scripts_of_the_example_workflow_build_the_same()
    {
        using var archive = await ShardedArchive.RichAsync();
        var folder = archive.Folder;
        foreach (var script in (string[])["shard.sh", "merge.sh"])
            folder.Write($".github/scripts/{script}", await File.ReadAllTextAsync(Path.Combine(Repository.Root, ".github", "scripts", script), TestContext.Current.CancellationToken));
        folder.Write(".github/scripts/report-archive.sh", $"exec '{ReportArchiveProcess.DotnetHost}' '{Path.Combine(AppContext.BaseDirectory, "report-archive.dll")}' \"$@\"\n");
        for (var round = 0; round < 2; round++)
        {
            foreach (var shard in new Shard(1, 2).All)
                await ScriptAsync(folder, "shard.sh", ("SHARD", shard.ToString()), ("BASE_URL", "https://example.org/a/"));
        }
        Directory.CreateDirectory(folder["parts"]);
        foreach (var number in (string[])["1", "2"])
            File.Move(folder[$"part-{number}.tar"], folder[$"parts/part-{number}.tar"]);
        await ScriptAsync(folder, "merge.sh");
        (await archive.RunAsync("build", "--output", "whole", "--base-url", "https://example.org/a/")).Exits(0);
        Assert.Equal(FolderTree.Fingerprint(folder["whole"]), FolderTree.Fingerprint(folder["output"]));
        Assert.True(File.Exists(folder["site.tar"]));
    }

    private static async Task ScriptAsync(TemporaryFolder folder, string script, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash", [$".github/scripts/{script}"]) { WorkingDirectory = folder.Path, UseShellExecute = false, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said);
    }

    private static void Spoil(ShardedArchive archive, string path, byte[] bytes, string what)
    {
        var key = FactsFolder.Open(archive.Folder["facts"], InputFolder.Open(archive.Folder["input"])).Key;
        var shard = new Shard(2, Four);
        switch (what)
        {
            case "cut short":
                File.WriteAllBytes(path, bytes[..^100]);
                break;
            case "damaged":
                File.WriteAllBytes(path, [.. bytes[..100], (byte)(bytes[100] ^ 1), .. bytes[101..]]);
                break;
            case "empty":
                File.WriteAllBytes(path, []);
                break;
            case "of another program":
                FactsFile.Write(path, key with { Program = "another" }, shard, "", []);
                break;
            case "of other content":
                FactsFile.Write(path, key with { Input = "another" }, shard, "", []);
                break;
            default:
                File.Copy(archive.Folder["facts/1-of-4.facts"], path, overwrite: true);
                break;
        }
    }

    private static async Task BuildsTheSameInProcessesAsync(ShardedArchive archive)
    {
        (await archive.RunAsync("build", "--output", "whole", "--base-url", "https://example.org/a/")).Exits(0);
        for (var round = 0; round < 2; round++)
        {
            var results = await Task.WhenAll(new Shard(1, Four).All.Select(shard => archive.RunAsync("build", "--shard", shard.ToString(), "--facts", "facts", "--base-url", "https://example.org/a/")));
            Assert.All(results, static result => result.Exits(0));
        }
        (await archive.RunAsync("merge", "facts")).Exits(0);
        Assert.Equal(FolderTree.Fingerprint(archive.Folder["whole"]), FolderTree.Fingerprint(archive.Folder["output"]));
        Assert.Contains("\n0 files written", (await archive.RunAsync("build", "--base-url", "https://example.org/a/")).Exits(0).Errors, StringComparison.Ordinal);
    }
}
