using System.Buffers;
using System.Security.Cryptography;
using ReportArchive.Caching;

namespace ReportArchive.Cli;

/// <summary>Whether a file that is there already holds certain bytes. A symbolic link never does: it must be replaced.</summary>
internal static class ExistingFile
{
    private const int Chunk = 64 * 1024;

    /// <summary>Whether the file is there and holds exactly these bytes.</summary>
    public static bool IsSame(string path, ReadOnlySpan<byte> bytes)
    {
        var info = new FileInfo(path);
        if (!info.Exists || info.LinkTarget is not null || info.Length != bytes.Length)
            return false;
        using var handle = File.OpenHandle(path);
        var chunk = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            for (var at = 0; at < bytes.Length;)
            {
                var read = RandomAccess.Read(handle, chunk, at);
                if (read == 0 || at + read > bytes.Length || !bytes.Slice(at, read).SequenceEqual(chunk.AsSpan(0, read)))
                    return false;
                at += read;
            }
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>Whether the file is as a build left it. One that was copied since has another time, and is read and hashed.</summary>
    public static bool IsSame(string path, FileRecord record)
    {
        var info = new FileInfo(path);
        if (!info.Exists || info.LinkTarget is not null || info.Length != record.Length)
            return false;
        if (info.LastWriteTimeUtc.Ticks == record.Written)
            return true;
        using var stream = File.OpenRead(path);
        return string.Equals(Convert.ToHexStringLower(SHA256.HashData(stream)), record.Sha256, StringComparison.Ordinal);
    }

    /// <summary>Whether the file is there and holds exactly the bytes of another.</summary>
    public static bool IsSame(string path, string other)
    {
        var (info, otherInfo) = (new FileInfo(path), new FileInfo(other));
        if (!info.Exists || info.LinkTarget is not null || info.Length != otherInfo.Length)
            return false;
        using var one = File.OpenRead(path);
        using var two = File.OpenRead(other);
        var (first, second) = (new byte[Chunk], new byte[Chunk]);
        for (var read = one.ReadAtLeast(first, Chunk, throwOnEndOfStream: false); read > 0; read = one.ReadAtLeast(first, Chunk, throwOnEndOfStream: false))
        {
            if (two.ReadAtLeast(second.AsSpan(0, read), read, throwOnEndOfStream: false) != read || !first.AsSpan(0, read).SequenceEqual(second.AsSpan(0, read)))
                return false;
        }
        return true;
    }
}
