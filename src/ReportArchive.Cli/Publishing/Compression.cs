using System.IO.Compression;

namespace ReportArchive.Cli.Publishing;

/// <summary>How text files are compressed before they are stored; the store then says so in Content-Encoding.</summary>
internal enum Compression
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>gzip, which every client reads.</summary>
    Gzip,

    /// <summary>Brotli, which browsers read over HTTPS.</summary>
    Brotli,
}

/// <summary>Compresses.</summary>
internal static class Compressions
{
    /// <summary>The word in <c>--compress</c> and in Content-Encoding.</summary>
    public static string Key(this Compression compression) => compression switch { Compression.Gzip => "gzip", Compression.Brotli => "br", _ => "" };

    /// <summary>A file of the site as it is stored.</summary>
    public static StoredObject Pack(this Compression compression, string path, byte[] bytes)
    {
        var packed = compression != Compression.None && WebFile.IsCompressible(path) ? Compress(compression, bytes) : bytes;
        var helps = packed.Length < bytes.Length;
        return new StoredObject(helps ? packed : bytes, WebFile.ContentType(path), WebFile.CacheControl(path), helps ? compression.Key() : "");
    }

    private static byte[] Compress(Compression compression, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (Stream stream = compression == Compression.Gzip
            ? new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)
            : new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            stream.Write(bytes);
        }
        return packed.ToArray();
    }
}
