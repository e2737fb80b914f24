using ReportArchive.Search;
using ReportArchive.Sharding;

namespace ReportArchive.Tests.Search;

/// <summary>An index that several machines write together is the index of one.</summary>
public sealed class SearchIndexPartsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(40)]
    public void Its_files_are_those_of_one_machine(int of)
    {
        var options = MemoryIndex.Cramped;
        var whole = SearchIndexWriter.Write(SmallCorpus.Reports, SmallCorpus.Concepts, options).ToDictionary(static file => file.Path, static file => file.Bytes.ToArray(), StringComparer.Ordinal);
        Assert.InRange(SearchIndexWriter.CountSegments(SmallCorpus.Reports.Select(static report => report with { Blocks = [] }), options), 3, 39);

        var parts = new Shard(1, of).All.Select(shard => SearchIndexWriter.Write(SmallCorpus.Reports, SmallCorpus.Concepts, options, cache: null, shard).ToList()).ToList();
        var merged = parts.SelectMany(static files => files.SkipLast(1)).ToDictionary(static file => file.Path, static file => file.Bytes.ToArray(), StringComparer.Ordinal);
        Assert.All(parts, static files => Assert.Equal("manifest.json", files[^1].Path));
        foreach (var file in SearchIndexParts.Merge(parts.Select(static files => files[^1].Bytes), path => merged[path]).ToList())
            merged[file.Path] = file.Bytes.ToArray();
        foreach (var path in merged.Keys.Where(static path => path != "manifest.json" && SearchIndexParts.IsPassing(path)).ToList())
            merged.Remove(path);

        Assert.Equal(whole, merged);
    }

    [Fact]
    public void What_was_spoiled_on_its_way_is_said()
    {
        var parts = new Shard(1, 2).All.Select(static shard => SearchIndexWriter.Write(SmallCorpus.Reports, SmallCorpus.Concepts, MemoryIndex.Cramped, cache: null, shard).ToList()).ToList();
        var files = parts.SelectMany(static part => part.SkipLast(1)).ToDictionary(static file => file.Path, static file => file.Bytes.ToArray(), StringComparer.Ordinal);
        var random = new Random(11);
        foreach (var path in files.Keys.Where(SearchIndexParts.IsPassing))
        {
            var right = files[path];
            byte[] wrong = [.. right];
            wrong[random.Next(wrong.Length)] ^= 1;
            foreach (byte[] spoiled in new byte[][] { wrong, right[..^1], [] })
            {
                files[path] = spoiled;
                var error = Assert.Throws<SearchIndexException>(() => SearchIndexParts.Merge(parts.Select(static part => part[^1].Bytes), name => files[name]).ToList());
                Assert.Equal(SearchIndexFault.Corrupt, error.Fault);
                Assert.Contains("is not as it was written", error.Message, StringComparison.Ordinal);
            }
            files[path] = right;
        }
    }
}
