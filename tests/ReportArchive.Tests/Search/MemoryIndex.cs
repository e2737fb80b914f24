using System.Collections.Immutable;
using ReportArchive.Search;

namespace ReportArchive.Tests.Search;

/// <summary>An index in memory, whose files tests may take away or damage.</summary>
internal sealed class MemoryIndex
{
    /// <summary>Writes the index of the small corpus.</summary>
    public MemoryIndex(SearchIndexOptions options)
        : this(options == Cramped ? CrampedFiles.Value : SearchIndexWriter.Write(SmallCorpus.Reports, SmallCorpus.Concepts, options))
    {
    }

    private MemoryIndex(IEnumerable<IndexFile> files)
    {
        foreach (var file in files)
            Files.Add(file.Path, file.ToBytes());
    }

    /// <summary>In several segments, with few candidates to be read and every kind of code in use.</summary>
    public static SearchIndexOptions Cramped { get; } = new(SegmentReports: 50, Verify: 12, Masked: 30, LongestGram: 5);

    /// <summary>Written once: tests that damage files one by one want it a hundred times.</summary>
    private static Lazy<ImmutableArray<IndexFile>> CrampedFiles { get; } = new(static () => [.. SearchIndexWriter.Write(SmallCorpus.Reports, SmallCorpus.Concepts, Cramped).Select(static file => IndexFile.Of(file.Path, file.ToBytes()))]);

    /// <summary>The files by path.</summary>
    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>A reader of what the files hold now.</summary>
    public SearchIndexReader Open() => new(Read);

    private ReadOnlyMemory<byte> Read(string path, long offset, int length)
    {
        if (!Files.TryGetValue(path, out var file))
            throw new SearchIndexException(SearchIndexFault.Missing, $"{path} is missing");
        var start = (int)Math.Min(offset, file.Length);
        return file.AsMemory(start, length < 0 ? file.Length - start : Math.Min(length, file.Length - start));
    }
}
