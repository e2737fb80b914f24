namespace ReportArchive.Search.Format;

/// <summary>Sixteen bits that tell a damaged piece of the index from a whole one: FNV-1a folded in half.</summary>
internal static class Checksum
{
    /// <summary>Bytes a checksum takes.</summary>
    public const int Size = 2;

    /// <summary>The checksum of some bytes.</summary>
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        var hash = 0x811c9dc5;
        foreach (var b in bytes)
            hash = (hash ^ b) * 0x01000193;
        return (ushort)(hash ^ (hash >> 16));
    }

    /// <summary>The bytes before their checksum, once it is found right.</summary>
    /// <exception cref="SearchIndexException">It is wrong.</exception>
    public static ReadOnlyMemory<byte> Verify(ReadOnlyMemory<byte> bytes, string what)
    {
        if (bytes.Length < Size || Of(bytes.Span[..^Size]) != (bytes.Span[^2] | (bytes.Span[^1] << 8)))
            throw new SearchIndexException(SearchIndexFault.Corrupt, $"{what} is damaged");
        return bytes[..^Size];
    }

    /// <summary>The bytes followed by their checksum.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> bytes)
    {
        var sealedBytes = new byte[bytes.Length + Size];
        bytes.CopyTo(sealedBytes);
        var sum = Of(bytes);
        sealedBytes[^2] = (byte)sum;
        sealedBytes[^1] = (byte)(sum >> 8);
        return sealedBytes;
    }
}
