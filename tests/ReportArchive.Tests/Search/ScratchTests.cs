using ReportArchive.Cli;
using ReportArchive.Search;
using ReportArchive.Search.Format;
using ReportArchive.Search.Writing;

namespace ReportArchive.Tests.Search;

/// <summary>What an index is made in beside memory: it holds one segment or one pair of tables at a time, and is let go.</summary>
public sealed class ScratchTests
{
    private static readonly int SegmentFilesCount = Enum.GetValues<SegmentFile>().Length;

    private int _open;
    private int _most;

    [Fact]
    public void With_a_cache_there_are_scratch_files_of_one_segment_at_a_time()
    {
        var kept = new Dictionary<string, IReadOnlyList<IndexFile>>(StringComparer.Ordinal);
        var cache = new SegmentCache(kept.GetValueOrDefault, (key, files) => kept[key] = [.. files.Select(static file => IndexFile.Of(file.Path, file.ToBytes()))], static _ => { });
        foreach (var file in Write(cache))
            Assert.Equal(0, _open);
        Assert.Equal(SegmentFilesCount, _most);
    }

    [Fact]
    public void Without_one_they_are_let_go_at_the_end()
    {
        foreach (var file in Write(cache: null))
            Assert.True(file.Length > 0, file.Path);
        Assert.InRange(_most, 3 * SegmentFilesCount, int.MaxValue);
        Assert.Equal(0, _open);
    }

    [Fact]
    public void They_are_let_go_when_the_index_is_given_up()
    {
        var seen = 0;
        foreach (var file in Write(cache: null))
        {
            seen += file.Path.Contains("/text-", StringComparison.Ordinal) ? 1 : 0;
            if (seen == 2)
                break;
        }
        Assert.Equal(2 * SegmentFilesCount, _most);
        Assert.Equal(0, _open);
    }

    [Fact]
    public void What_is_put_into_a_file_on_disk_is_read_from_it()
    {
        using var file = new TemporaryFile();
        AssertReads(file);
    }

    [Fact]
    public void What_is_put_into_memory_is_read_from_it()
    {
        using var file = new MemoryScratch();
        AssertReads(file);
    }

    /// <summary>Bytes of one logical file, added in pieces of every size, are there in parts of a size.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(1 << 16)]
    [InlineData(1 << 20)]
    public void Parts_hold_what_was_added(int partBytes)
    {
        var random = new Random(partBytes);
        using var scratch = new MemoryScratch();
        var file = new PartedBytes(scratch, partBytes);
        var all = new List<byte>();
        Assert.Empty(file.Parts("folder", SegmentFile.Text));
        foreach (var size in (int[])[0, 1, 511, 65_535, 65_536, 2, 65_537, 200_000, 3])
        {
            var bytes = new byte[partBytes == 1 ? size % 7 : size];
            random.NextBytes(bytes);
            file.Append(bytes);
            all.AddRange(bytes);
        }
        var parts = file.Parts("folder", SegmentFile.Text);
        Assert.Equal(all.Count, file.Length);
        Assert.Equal(all.Chunk(partBytes), parts.Select(static part => part.ToBytes()));
        Assert.Equal(all, parts.SelectMany(static part => part.Pieces().SelectMany(static piece => piece.ToArray())));
        Assert.Equal(all, file.Pieces().SelectMany(static piece => piece.ToArray()));
        Assert.Equal(parts.Select((_, number) => $"folder/text-{number}.bin"), parts.Select(static part => part.Path));
    }

    private static void AssertReads(IScratchFile file)
    {
        var bytes = new byte[100_000];
        new Random(2).NextBytes(bytes);
        var read = new byte[300];
        for (var at = 0; at < bytes.Length; at += 1000)
        {
            file.Append(bytes.AsSpan(at, 1000));
            file.Read(at / 2, read);
            Assert.True(bytes.AsSpan(at / 2, read.Length).SequenceEqual(read));
        }
        Assert.Throws<EndOfStreamException>(() => file.Read(bytes.Length - 1, read));
    }

    private IEnumerable<IndexFile> Write(SegmentCache? cache) =>
        SearchIndexWriter.Write(SmallCorpus.Reports, SmallCorpus.Concepts, MemoryIndex.Cramped, cache, shard: null, Open);

    private Counted Open()
    {
        _most = Math.Max(_most, ++_open);
        return new Counted(() => _open--);
    }

    /// <summary>Counts itself as long as it is not disposed of; nothing can be read from it after.</summary>
    private sealed class Counted(Action disposed) : IScratchFile
    {
        private readonly MemoryScratch _bytes = new();

        public void Append(ReadOnlySpan<byte> bytes) => _bytes.Append(bytes);

        public void Read(long from, Span<byte> into) => _bytes.Read(from, into);

        public void Dispose()
        {
            _bytes.Dispose();
            disposed();
        }
    }
}
