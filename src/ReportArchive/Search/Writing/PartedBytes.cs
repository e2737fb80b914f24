using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>The bytes of one logical file: they go to a scratch file as they come, and are read from there in the parts the file is published in.</summary>
/// <param name="scratch">Where they lie.</param>
/// <param name="partBytes">Size of a part, in bytes.</param>
internal sealed class PartedBytes(IScratchFile scratch, int partBytes)
{
    // Most of what is added is a few bytes long.
    private readonly byte[] _end = new byte[1 << 16];
    private int _held;
    private long _written;

    /// <summary>Bytes so far.</summary>
    public long Length => _written + _held;

    /// <summary>Adds bytes at the end.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _end.Length - _held)
            Flush();
        if (bytes.Length > _end.Length)
        {
            scratch.Append(bytes);
            _written += bytes.Length;
            return;
        }
        bytes.CopyTo(_end.AsSpan(_held));
        _held += bytes.Length;
    }

    /// <summary>The bytes, piece by piece; each is valid until the next is asked for.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces()
    {
        Flush();
        return IndexFile.Pieces(scratch.Read, Length);
    }

    /// <summary>The parts, all of full size but the last.</summary>
    /// <param name="folder">Folder of the file.</param>
    /// <param name="file">Which it is.</param>
    public IReadOnlyList<IndexFile> Parts(string folder, Enum file)
    {
        Flush();
        return [.. Enumerable.Range(0, (int)((Length + partBytes - 1) / partBytes)).Select(Part)];

        IndexFile Part(int part)
        {
            var start = (long)part * partBytes;
            return new IndexFile(SegmentFiles.Path(folder, file, part), Math.Min(partBytes, Length - start), (from, into) => scratch.Read(start + from, into));
        }
    }

    private void Flush()
    {
        scratch.Append(_end.AsSpan(0, _held));
        (_written, _held) = (_written + _held, 0);
    }
}
