namespace ReportArchive.Search;

/// <summary>
/// Segments and tables kept from one build to the next. What is kept is a function of its key, so that an index made with a cache has
/// the bytes of one made without.
/// </summary>
/// <param name="Find">
/// The files kept under a key, in the order they were given, or none. Keys are 64 hexadecimal digits: the SHA-256 of the format, the
/// options, the tokens, and all that is known of each of the reports.
/// </param>
/// <param name="Open">The same files, left where they are until they are read: what tables are made of is too much to be held.</param>
/// <param name="Keep">Is given files that were made, to be kept under a key. They are at most 2 GB, and found from then on.</param>
/// <param name="Use">Is told a key whose files are of use still, though nobody asks for them in this build.</param>
public sealed record SegmentCache(
    Func<string, IReadOnlyList<IndexFile>?> Find, Func<string, IReadOnlyList<KeptFile>?> Open, Action<string, IReadOnlyList<IndexFile>> Keep, Action<string> Use);

/// <summary>A file that is read where it is kept.</summary>
/// <param name="Path">Path below <c>search/</c>, forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Read">Reads bytes of it from an offset on, as many as there is room for; never beyond its end.</param>
public sealed record KeptFile(string Path, long Length, ReadAt Read)
{
    /// <summary>A file in memory.</summary>
    public static KeptFile Of(IndexFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new(file.Path, file.Bytes.Length, (from, into) => file.Bytes.Span.Slice((int)from, into.Length).CopyTo(into));
    }
}

/// <summary>Reads bytes.</summary>
/// <param name="from">Offset of the first.</param>
/// <param name="into">Takes them, and is filled.</param>
public delegate void ReadAt(long from, Span<byte> into);
