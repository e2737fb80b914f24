namespace ReportArchive.Search;

/// <summary>
/// Segments and tables kept from one build to the next. What is kept is a function of its key, so that an index made with a cache has
/// the bytes of one made without.
/// </summary>
/// <param name="Find">
/// The files kept under a key, in the order they were given, or none. Keys are 64 hexadecimal digits: the SHA-256 of the format, the
/// options, the tokens, and all that is known of each of the reports.
/// </param>
/// <param name="Keep">Is given files that were made, to be kept under a key, and found from then on. They are gone when it returns, and are to be copied.</param>
/// <param name="Use">Is told a key whose files are of use still, though nobody asks for them in this build.</param>
public sealed record SegmentCache(Func<string, IReadOnlyList<IndexFile>?> Find, Action<string, IReadOnlyList<IndexFile>> Keep, Action<string> Use);
