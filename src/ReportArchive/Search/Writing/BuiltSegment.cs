using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>A segment and what is put together of it and others, as they are built, kept, and sent from machine to machine.</summary>
/// <param name="Entry">What the manifest says of it; its tables and slot are set by whoever puts an index together.</param>
/// <param name="Files">The parts of its files, those of runs left out where nobody needs them.</param>
internal sealed record BuiltSegment(SegmentEntry Entry, IReadOnlyList<IndexFile> Files)
{
    /// <summary>What is published as it is.</summary>
    public IEnumerable<IndexFile> Published => PartsOf(SegmentFiles.Published);

    /// <summary>What is known of its reports; see <see cref="MetaWriter"/>.</summary>
    public byte[] Meta => [.. PartsOf([SegmentFile.Meta]).SelectMany(static part => part.ToBytes())];

    /// <summary>The parts of what it brings to the tables.</summary>
    public IEnumerable<IndexFile> Runs => PartsOf(SegmentFiles.Runs);

    /// <summary>What it brings to the tables.</summary>
    public TableRun Run => TableRun.Of(Entry.Hash, [.. Runs]);

    /// <summary>Reads what is put together of a segment that another machine has built.</summary>
    /// <param name="entry">What that machine's manifest says of it.</param>
    /// <param name="partBytes">Size of a part.</param>
    /// <param name="open">Opens a file by its path below <c>search/</c>.</param>
    /// <exception cref="SearchIndexException">It is not what that machine has written.</exception>
    public static BuiltSegment Read(SegmentEntry entry, int partBytes, Func<string, IndexFile> open)
    {
        var segment = new BuiltSegment(entry, [.. Paths(entry, SegmentFiles.Passing, partBytes).Select(open)]);
        return FolderHash.Of(SegmentFiles.Passing.Select(segment.PartsOf)) == entry.Passing
            ? segment
            : throw new SearchIndexException(SearchIndexFault.Corrupt, $"search/{entry.Hash} is not as it was written");
    }

    private static IEnumerable<string> Paths(SegmentEntry entry, IEnumerable<SegmentFile> files, int partBytes) =>
        files.SelectMany(file => Enumerable.Range(0, (int)((entry.Lengths[(int)file] + partBytes - 1) / partBytes)).Select(part => SegmentFiles.Path(entry.Hash, file, part)));

    private List<IndexFile> PartsOf(SegmentFile file) => [.. PartsOf([file])];

    private IEnumerable<IndexFile> PartsOf(IReadOnlyList<SegmentFile> files) =>
        Files.Where(part => files.Any(file => SegmentFiles.IsPart(part.Path, Entry.Hash, file)));
}
