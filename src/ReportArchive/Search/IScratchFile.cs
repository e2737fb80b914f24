namespace ReportArchive.Search;

/// <summary>
/// Bytes put away while an index is made, for all of them are too much to be held. It is used by one thread, and gone when it is
/// disposed of.
/// </summary>
public interface IScratchFile : IDisposable
{
    /// <summary>Adds bytes at the end.</summary>
    /// <param name="bytes">They are copied.</param>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Reads bytes that were added.</summary>
    /// <param name="from">Offset of the first.</param>
    /// <param name="into">Takes them, and is filled.</param>
    void Read(long from, Span<byte> into);
}
