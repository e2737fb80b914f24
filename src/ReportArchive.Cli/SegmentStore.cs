using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ReportArchive.Data;
using ReportArchive.Search;

namespace ReportArchive.Cli;

/// <summary>
/// The segments of the search index as the last build made them, a file each: SHA-256 of the rest, number of files, path and length
/// of each, their bytes. A file is there whole or not at all, and one that does not match its hash is made anew.
/// </summary>
/// <param name="folder">Where they lie.</param>
/// <param name="program">Stands for the program: what another one made is not read.</param>
/// <param name="isUsed">Whether those of the last build are read; those of this one are written, and read back, either way.</param>
internal sealed class SegmentStore(string folder, string program, bool isUsed)
{
    private readonly ConcurrentDictionary<string, bool> _ofThisBuild = new(StringComparer.Ordinal);

    /// <summary>As the writer of the index asks for them.</summary>
    public SegmentCache Cache => new(Find, Keep, Use);

    /// <summary>Removes what this build did not use.</summary>
    public void Sweep()
    {
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [])
        {
            if (!_ofThisBuild.ContainsKey(Path.GetFileName(path)))
                File.Delete(path);
        }
    }

    private List<IndexFile>? Find(string key)
    {
        var path = Path.Combine(folder, NameOf(key));
        if ((!isUsed && !_ofThisBuild.ContainsKey(NameOf(key))) || !File.Exists(path))
            return null;
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length <= SHA256.HashSizeInBytes || !SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes)))
            return null;
        Use(key);
        return Unpack(bytes.AsMemory(SHA256.HashSizeInBytes));
    }

    private void Use(string key) => _ofThisBuild[NameOf(key)] = true;

    private void Keep(string key, IReadOnlyList<IndexFile> files)
    {
        Use(key);
        var path = Path.Combine(folder, NameOf(key));
        Directory.CreateDirectory(folder);
        var unfinished = path + ".new";
        using (var file = File.Create(unfinished))
        {
            // A segment is too large to be held twice: it is written as it is hashed, and the hash into the room left for it.
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            file.Seek(SHA256.HashSizeInBytes, SeekOrigin.Begin);
            Write(file, hash, Head(files));
            foreach (var part in files)
                Write(file, hash, part.Bytes.Span);
            file.Seek(0, SeekOrigin.Begin);
            file.Write(hash.GetHashAndReset());
        }
        File.Move(unfinished, path, overwrite: true);
    }

    private static void Write(FileStream file, IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        file.Write(bytes);
    }

    private static byte[] Head(IReadOnlyList<IndexFile> files)
    {
        using var bytes = new ByteBuffer();
        bytes.AppendNumber(files.Count);
        foreach (var file in files)
        {
            bytes.AppendText(file.Path);
            bytes.AppendNumber(file.Bytes.Length);
        }
        return bytes.Written.ToArray();
    }

    private static List<IndexFile> Unpack(ReadOnlyMemory<byte> bytes)
    {
        var reader = new ByteReader(bytes.Span);
        var heads = new (string Path, int Length)[reader.Number()];
        for (var i = 0; i < heads.Length; i++)
            heads[i] = (reader.Text(), reader.Number());
        var at = bytes.Length - heads.Sum(static head => head.Length);
        var files = new List<IndexFile>(heads.Length);
        foreach (var (path, length) in heads)
        {
            files.Add(new IndexFile(path, bytes.Slice(at, length)));
            at += length;
        }
        return files;
    }

    private string NameOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(program + key)))[..32];
}
