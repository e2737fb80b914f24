using System.Security.Cryptography;

namespace ReportArchive.Cli;

/// <summary>A file that ends with the SHA-256 of all before, and is there whole or not at all.</summary>
internal static class HashedFile
{
    private const int Chunk = 1 << 20;

    /// <summary>Writes a file, and only then puts it in the place of an older one.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="write">Writes all but the hash; the stream does not seek.</param>
    public static void Write(string path, Action<Stream> write)
    {
        var unfinished = path + ".new";
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        using (var sha = SHA256.Create())
        {
            using (var hashed = new CryptoStream(file, sha, CryptoStreamMode.Write, leaveOpen: true))
                write(hashed);
            file.Write(sha.Hash!);
        }
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>The hash at the end of a file, where it is that of the rest; none where it is not.</summary>
    public static byte[]? HashOf(FileStream file)
    {
        if (file.Length < SHA256.HashSizeInBytes)
            return null;
        var stated = new byte[SHA256.HashSizeInBytes];
        file.Position = file.Length - stated.Length;
        file.ReadExactly(stated);
        file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[Chunk];
        for (var left = file.Length - stated.Length; left > 0;)
        {
            var read = file.ReadAtLeast(chunk.AsSpan(0, (int)Math.Min(left, chunk.Length)), 1);
            hash.AppendData(chunk.AsSpan(0, read));
            left -= read;
        }
        return hash.GetHashAndReset().AsSpan().SequenceEqual(stated) ? stated : null;
    }
}
