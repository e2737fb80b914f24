using System.Buffers;
using System.Security.Cryptography;
using ReportArchive.Data;
using ReportArchive.Sites;

namespace ReportArchive.Search;

/// <summary>A file of the index, read where it lies: those of a large archive are never held.</summary>
/// <param name="Path">Path below <c>search/</c>, forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Read">Reads bytes of it from an offset on, as many as there is room for; never beyond its end.</param>
public sealed record IndexFile(string Path, long Length, ReadAt Read)
{
    // Bytes: below the size from which the collector of garbage takes an array for a large one.
    private const int PieceBytes = 1 << 16;

    /// <summary>A file in memory.</summary>
    /// <param name="path">Path below <c>search/</c>.</param>
    /// <param name="bytes">Its content.</param>
    public static IndexFile Of(string path, ReadOnlyMemory<byte> bytes) =>
        new(path, bytes.Length, (from, into) => bytes.Span.Slice((int)from, into.Length).CopyTo(into));

    /// <summary>A file by itself in a folder that is named by its bytes.</summary>
    internal static IndexFile Named(string name, byte[] bytes) => Of($"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}/{name}.bin", bytes);

    /// <summary>Its content, for a file that is known to be small.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        Read(0, bytes);
        return bytes;
    }

    /// <summary>Its content, piece by piece; each is valid until the next is asked for.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces() => Pieces(Read, Length);

    /// <summary>What lies somewhere, piece by piece; each is valid until the next is asked for.</summary>
    internal static IEnumerable<ReadOnlyMemory<byte>> Pieces(ReadAt read, long length)
    {
        var piece = new byte[Math.Min(PieceBytes, length)];
        for (var at = 0L; at < length; at += piece.Length)
        {
            var filled = (int)Math.Min(piece.Length, length - at);
            read(at, piece.AsSpan(0, filled));
            yield return piece.AsMemory(0, filled);
        }
    }

    /// <summary>It as a file of the site.</summary>
    public StreamedFile ToSite() => new("search/" + Path, Pieces().Select(static piece => (Action<ByteBuffer>)(buffer => buffer.Write(piece.Span))));
}

/// <summary>Reads bytes.</summary>
/// <param name="from">Offset of the first.</param>
/// <param name="into">Takes them, and is filled.</param>
public delegate void ReadAt(long from, Span<byte> into);
