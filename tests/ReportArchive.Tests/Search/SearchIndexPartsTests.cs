using ReportArchive.Search;
using ReportArchive.Sharding;

namespace ReportArchive.Tests.Search;

/// <summary>An index that several machines write together is the index of one.</summary>
public sealed class SearchIndexPartsTests
{
    private const string Manifest = "manifest.json";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(40)]
    public void Its_files_are_those_of_one_machine(int of)
    {
        var whole = Write(Shard.Whole);
        Assert.InRange(SearchIndexWriter.CountSegments(SmallCorpus.Reports.Select(static report => report with { Blocks = [] }), MemoryIndex.Cramped), 3, 39);

        var parts = new Shard(1, of).All.Select(Write).ToList();
        var merged = FilesOf(parts);
        foreach (var file in Merge(parts, merged))
            merged[file.Path] = file.ToBytes();
        foreach (var path in merged.Keys.Where(static path => path != Manifest && SearchIndexParts.IsPassing(path)).ToList())
            merged.Remove(path);

        Assert.Equal(whole, merged);
    }

    [Fact]
    public void What_was_spoiled_on_its_way_is_said()
    {
        var parts = new Shard(1, 2).All.Select(Write).ToList();
        var files = FilesOf(parts);
        var random = new Random(11);
        foreach (var path in files.Keys.Where(SearchIndexParts.IsPassing))
        {
            var right = files[path];
            byte[] wrong = [.. right];
            wrong[random.Next(wrong.Length)] ^= 1;
            foreach (byte[] spoiled in new byte[][] { wrong, right[..^1], [] })
            {
                files[path] = spoiled;
                var error = Assert.Throws<SearchIndexException>(() => Merge(parts, files).Count());
                Assert.Equal(SearchIndexFault.Corrupt, error.Fault);
                Assert.Contains("is not as it was written", error.Message, StringComparison.Ordinal);
            }
            files[path] = right;
        }
    }

    private static Dictionary<string, byte[]> Write(Shard shard) =>
        SearchIndexWriter.Write(SmallCorpus.Reports, SmallCorpus.Concepts, MemoryIndex.Cramped, cache: null, shard).ToDictionary(static file => file.Path, static file => file.ToBytes(), StringComparer.Ordinal);

    /// <summary>The files of all parts but their manifests.</summary>
    private static Dictionary<string, byte[]> FilesOf(IEnumerable<Dictionary<string, byte[]>> parts) =>
        parts.SelectMany(static part => part).Where(static file => file.Key != Manifest).ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<IndexFile> Merge(IEnumerable<Dictionary<string, byte[]>> parts, Dictionary<string, byte[]> files) =>
        SearchIndexParts.Merge(parts.Select(static part => (ReadOnlyMemory<byte>)part[Manifest]), path => IndexFile.Of(path, files[path]), static () => new MemoryScratch());
}
