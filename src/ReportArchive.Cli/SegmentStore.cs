using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ReportArchive.Data;
using ReportArchive.Search;

namespace ReportArchive.Cli;

/// <summary>
/// The segments of the search index as the last build made them, a file each: SHA-256 of the rest, length of the head (four bytes), the
/// head, which is the number of files and path and length of each, and their bytes. A file is there whole or not at all, and one that does not match its hash is made anew.
/// </summary>
/// <param name="folder">Where they lie.</param>
/// <param name="program">Stands for the program: what another one made is not read.</param>
/// <param name="isUsed">Whether those of the last build are read; those of this one are written, and read back, either way.</param>
internal sealed class SegmentStore(string folder, string program, bool isUsed)
{
    private const int HeadAt = SHA256.HashSizeInBytes + sizeof(int);

    private readonly ConcurrentDictionary<string, bool> _ofThisBuild = new(StringComparer.Ordinal);

    /// <summary>What this build has written or found to match its hash: not hashed again each time it is opened.</summary>
    private readonly ConcurrentDictionary<string, bool> _sound = new(StringComparer.Ordinal);

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
        var name = NameOf(key);
        var path = Path.Combine(folder, name);
        if ((!isUsed && !_ofThisBuild.ContainsKey(name)) || !File.Exists(path) || (!_sound.ContainsKey(name) && !IsSound(path)))
            return null;
        _sound[name] = true;
        Use(key);
        return Unpack(path);
    }

    private static bool IsSound(string path)
    {
        using var file = File.OpenRead(path);
        var hash = new byte[SHA256.HashSizeInBytes];
        return file.Length > HeadAt && file.ReadAtLeast(hash, hash.Length, throwOnEndOfStream: false) == hash.Length && SHA256.HashData(file).AsSpan().SequenceEqual(hash);
    }

    private void Use(string key) => _ofThisBuild[NameOf(key)] = true;

    private void Keep(string key, IReadOnlyList<IndexFile> files)
    {
        Use(key);
        _sound[NameOf(key)] = true;
        var path = Path.Combine(folder, NameOf(key));
        Directory.CreateDirectory(folder);
        var unfinished = path + ".new";
        using (var file = File.Create(unfinished))
        {
            // A segment is too large to be held twice: it is written as it is hashed, and the hash into the room left for it.
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            file.Seek(SHA256.HashSizeInBytes, SeekOrigin.Begin);
            var head = Head(files);
            var length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(length, head.Length);
            Write(file, hash, length);
            Write(file, hash, head);
            foreach (var piece in files.SelectMany(static part => part.Pieces()))
                Write(file, hash, piece.Span);
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
            bytes.AppendNumber((int)file.Length);
        }
        return bytes.Written.ToArray();
    }

    private static List<IndexFile> Unpack(string path)
    {
        using var file = File.OpenRead(path);
        var length = new byte[sizeof(int)];
        file.Seek(SHA256.HashSizeInBytes, SeekOrigin.Begin);
        file.ReadExactly(length);
        var head = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
        file.ReadExactly(head);
        var reader = new ByteReader(head);
        var count = reader.Number();
        var files = new List<IndexFile>(count);
        var at = file.Position;
        while (files.Count < count)
        {
            var (name, start, bytes) = (reader.Text(), at, reader.Number());
            files.Add(new IndexFile(name, bytes, (from, into) => FileBytes.Read(path, start + from, into)));
            at += bytes;
        }
        return files;
    }

    private string NameOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(program + key)))[..32];
}
