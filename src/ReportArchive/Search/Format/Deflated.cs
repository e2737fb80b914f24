using System.IO.Compression;
using ReportArchive.Search.Writing;

namespace ReportArchive.Search.Format;

/// <summary>Whole small files of the index, deflated: browsers can undo that themselves.</summary>
internal static class Deflated
{
    /// <summary>Deflates and seals.</summary>
    public static byte[] Write(ReadOnlySpan<byte> bytes) => Checksum.Seal(Deflater.Write(bytes));

    /// <summary>Undoes deflate alone.</summary>
    /// <exception cref="SearchIndexException">The bytes are not deflated ones.</exception>
    public static byte[] Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var source = new MemoryStream(bytes.ToArray());
            using var deflate = new DeflateStream(source, CompressionMode.Decompress);
            using var target = new MemoryStream();
            deflate.CopyTo(target);
            return target.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new SearchIndexException(SearchIndexFault.Corrupt, "a deflated file is damaged", e);
        }
    }

    /// <summary>Undoes <see cref="Write"/>.</summary>
    public static byte[] Open(ReadOnlyMemory<byte> bytes, string what) => Read(Checksum.Verify(bytes, what));
}
