namespace ReportArchive.Search;

/// <summary>A scratch file in memory, of at most 2 GB: for small indexes.</summary>
public sealed class MemoryScratch : IScratchFile
{
    private readonly MemoryStream _bytes = new();

    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _bytes.Seek(0, SeekOrigin.End);
        _bytes.Write(bytes);
    }

    /// <inheritdoc/>
    public void Read(long from, Span<byte> into)
    {
        _bytes.Position = from;
        _bytes.ReadExactly(into);
    }

    /// <inheritdoc/>
    public void Dispose() => _bytes.Dispose();
}
