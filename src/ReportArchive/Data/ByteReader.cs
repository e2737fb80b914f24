using System.Runtime.InteropServices;

namespace ReportArchive.Data;

/// <summary>Reads what <see cref="ByteBuffer"/> wrote, from its beginning.</summary>
/// <param name="bytes">The bytes.</param>
public ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly int _length = bytes.Length;
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Bytes read so far.</summary>
    public readonly int Position => _length - _rest.Length;

    /// <summary>A number from 0.</summary>
    public int Number()
    {
        var (number, shift) = (0, 0);
        while (true)
        {
            var next = _rest[0];
            _rest = _rest[1..];
            number |= (next & 0x7F) << shift;
            if (next < 0x80)
                return number;
            shift += 7;
        }
    }

    /// <summary>A number of 64 bits.</summary>
    public long LongNumber()
    {
        var low = (uint)Number();
        return unchecked((long)(((ulong)(uint)Number() << 32) | low));
    }

    /// <summary>A text.</summary>
    public string Text()
    {
        var length = Number() * sizeof(char);
        var text = new string(MemoryMarshal.Cast<byte, char>(_rest[..length]));
        _rest = _rest[length..];
        return text;
    }

    /// <summary>So many bytes, as they are.</summary>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    /// <summary>A text, or none.</summary>
    public string? OptionalText() => Number() == 0 ? null : Text();
}
