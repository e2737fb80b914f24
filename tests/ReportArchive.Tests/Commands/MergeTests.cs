using ReportArchive.Cli;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Commands;

/// <summary>The parts of a site become a site when all of them are there, and nothing happens otherwise.</summary>
public sealed class MergeTests : IAsyncLifetime
{
    private readonly ShardedArchive _archive = ShardedArchive.Small();
    private IReadOnlyList<string> _whole = [];

    public async ValueTask InitializeAsync()
    {
        _whole = await _archive.WholeAsync();
        await _archive.RoundAsync(2);
        await _archive.RoundAsync(2);
    }

    public ValueTask DisposeAsync()
    {
        _archive.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Parts_are_named_one_by_one_or_by_the_folder_they_are_in()
    {
        Assert.Equal(_whole, _archive.Merge("facts/2-of-2", "facts/1-of-2"));
        FolderTree.Copy(_archive.Folder["facts/1-of-2"], _archive.Folder["gathered/one"]);
        FolderTree.Copy(_archive.Folder["facts/2-of-2"], _archive.Folder["gathered/two"]);
        Assert.Equal(_whole, _archive.Merge("gathered"));
    }

    [Fact]
    public async Task Parts_and_the_site_they_make_have_the_same_files_and_both_can_be_built_on()
    {
        _archive.Merge("facts");
        var before = FolderTree.Fingerprint(_archive.Folder["facts"]);
        await File.AppendAllTextAsync(_archive.Folder["input/reports/370306/2022-gwr.md"], "\n谢谢大家。\n", TestContext.Current.CancellationToken);
        await BuildPipeline.RunAsync(new BuildRequest(_archive.Folder["input"], _archive.Folder["merged"], BaseUrl: null, Jobs: 2), BuildProgress.None);
        Assert.Equal(before, FolderTree.Fingerprint(_archive.Folder["facts"]));
        Assert.Equal(await _archive.WholeAsync(), FolderTree.Fingerprint(_archive.Folder["merged"]));
    }

    [Fact]
    public void A_site_that_is_there_already_is_not_written_again()
    {
        _archive.Merge("facts");
        var again = SiteParts.Merge(SiteParts.Find([_archive.Folder["facts"]]), _archive.Folder["merged"], BuildProgress.None);
        Assert.Equal(new OutputChanges(0, _whole.Count, 0), again);
    }

    [Fact]
    public void A_missing_part_is_named() => Refuses("a part is missing: 2/2", "facts/1-of-2");

    [Fact]
    public void A_part_named_twice_is_refused() => Refuses("the part of shard 1/2 is there twice", "facts", "facts/1-of-2");

    [Fact]
    public async Task Parts_of_different_builds_are_refused()
    {
        await File.AppendAllTextAsync(_archive.Folder["input/reports/370306/2022-gwr.md"], "\n谢谢大家。\n", TestContext.Current.CancellationToken);
        await _archive.RoundAsync(2, "later");
        await _archive.RoundAsync(2, "later");
        Refuses("are parts of different builds", "facts/1-of-2", "later/2-of-2");
        await _archive.RoundAsync(3, "three");
        await _archive.RoundAsync(3, "three");
        Refuses("are parts of different builds", "facts/1-of-2", "three/2-of-3");
    }

    [Fact]
    public void A_part_that_lost_a_file_is_refused()
    {
        File.Delete(_archive.Folder["facts/1-of-2", SomeFile("facts/1-of-2")]);
        Refuses("is not as it was built", "facts");
    }

    [Fact]
    public void A_part_that_was_copied_by_half_is_refused()
    {
        var path = _archive.Folder["facts/2-of-2", SomeFile("facts/2-of-2")];
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^10]);
        Refuses("is not as it was built", "facts");
    }

    [Fact]
    public void A_file_of_two_parts_is_refused()
    {
        var (one, two) = (SomeFile("facts/1-of-2"), SomeFile("facts/2-of-2"));
        var length = new FileInfo(_archive.Folder["facts/2-of-2", two]).Length;
        File.Delete(_archive.Folder["facts/2-of-2", two]);
        File.WriteAllBytes(Directory.CreateDirectory(Path.GetDirectoryName(_archive.Folder["facts/2-of-2", one])!).FullName + "/" + Path.GetFileName(one), new byte[length]);
        Refuses($"{one} is in ", "facts");
    }

    [Fact]
    public void Folders_without_parts_are_refused()
    {
        Refuses("there is no part of a site in", "input");
        Refuses("there is no folder", "nowhere");
        _archive.Folder.Write("other/1/part.json", "{}");
        Refuses("there is no part of a site in", "other");
    }

    [Fact]
    public void The_parts_are_not_swapped_away()
    {
        foreach (var output in (string[])["facts", "facts/1-of-2", "facts/2-of-2"])
        {
            var refused = Assert.Throws<UserException>(() => SiteParts.Merge(SiteParts.Find([_archive.Folder["facts"]]), _archive.Folder[output], BuildProgress.None));
            Assert.Contains("would replace a folder that holds more than the site", refused.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>A file that is in this part, and can be in any.</summary>
    private string SomeFile(string part) => FolderTree.Files(_archive.Folder[part]).First(static file => file.StartsWith("r/", StringComparison.Ordinal));

    private void Refuses(string why, params string[] folders)
    {
        _archive.Folder.Write("merged/manifest.json", "{\"urls\":[]}");
        var before = FolderTree.Fingerprint(_archive.Folder["merged"]);
        Assert.Contains(why, Assert.Throws<UserException>(() => _archive.Merge(folders)).Message, StringComparison.Ordinal);
        Assert.Equal(before, FolderTree.Fingerprint(_archive.Folder["merged"]));
        Assert.False(Directory.Exists(_archive.Folder[".merged.staging"]));
    }
}
