namespace ReportArchive.Search.Writing;

/// <summary>The bytes of one logical file, kept as the parts it is published in.</summary>
internal sealed class PartedBytes
{
    private readonly int _partBytes;
    private readonly List<byte[]> _parts = [];
    private int _used;

    /// <summary>An empty file in parts of a size.</summary>
    public PartedBytes(int partBytes) => _partBytes = _used = partBytes;

    /// <summary>Bytes so far.</summary>
    public long Length => _parts.Count == 0 ? 0 : ((long)(_parts.Count - 1) * _partBytes) + _used;

    /// <summary>The parts, all of full size but the last.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Parts =>
        _parts.Select((part, i) => (ReadOnlyMemory<byte>)part.AsMemory(0, i == _parts.Count - 1 ? _used : _partBytes));

    /// <summary>Adds bytes at the end.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_used == _partBytes)
            {
                _parts.Add(new byte[Math.Min(_partBytes, Math.Max(1 << 16, bytes.Length))]);
                _used = 0;
            }
            var taken = Math.Min(bytes.Length, _partBytes - _used);
            Reserve(_used + taken);
            bytes[..taken].CopyTo(_parts[^1].AsSpan(_used));
            _used += taken;
            bytes = bytes[taken..];
        }
    }

    private void Reserve(int size)
    {
        var part = _parts[^1];
        if (size <= part.Length)
            return;
        Array.Resize(ref part, Math.Min(_partBytes, Math.Max(size, part.Length * 2)));
        _parts[^1] = part;
    }
}
