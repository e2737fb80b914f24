namespace ReportArchive.Search;

/// <summary>
/// Segments kept from one build to the next. A segment's files are a function of its key, so that an index made with a cache has
/// the bytes of one made without.
/// </summary>
/// <param name="Find">
/// The files kept under a key, in the order they were given, or none. Keys are 64 hexadecimal digits: the SHA-256 of the format, the
/// options, the tokens, and all that is known of each of the segment's reports.
/// </param>
/// <param name="Keep">
/// Is given the files of a segment that was built. The first, <c>entry.json</c>, is what the manifest will say of the segment; the
/// others are published under their paths.
/// </param>
public sealed record SegmentCache(Func<string, IReadOnlyList<IndexFile>?> Find, Action<string, IReadOnlyList<IndexFile>> Keep);
