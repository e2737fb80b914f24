using System.Numerics;

namespace ReportArchive.Search.Format;

/// <summary>Writes numbers of any width, lowest bit first, into a buffer that grows.</summary>
internal sealed class BitWriter
{
    private byte[] _bytes;
    private ulong _pending;
    private int _pendingBits;
    private int _count;

    public BitWriter(int capacity = 256) => _bytes = new byte[capacity];

    /// <summary>Bits written so far.</summary>
    public int BitLength => (_count * 8) + _pendingBits;

    /// <summary>Begins anew with the same buffer.</summary>
    public void Clear()
    {
        _pending = 0;
        _pendingBits = 0;
        _count = 0;
    }

    /// <summary>Writes the lowest <paramref name="bits"/> bits of a number, 0 to 32 of them.</summary>
    public void Write(uint value, int bits)
    {
        _pending |= (ulong)value << _pendingBits;
        _pendingBits += bits;
        while (_pendingBits >= 8)
        {
            if (_count == _bytes.Length)
                Array.Resize(ref _bytes, _bytes.Length * 2);
            _bytes[_count++] = (byte)_pending;
            _pending >>= 8;
            _pendingBits -= 8;
        }
    }

    /// <summary>As many ones as the number says, then a zero.</summary>
    public void WriteUnary(int value)
    {
        for (; value >= 16; value -= 16)
            Write(0xffff, 16);
        Write((1u << value) - 1, value + 1);
    }

    /// <summary>Elias's gamma code of a number from 1: short for small ones.</summary>
    public void WriteGamma(int value)
    {
        var log = BitOperations.Log2((uint)value);
        WriteUnary(log);
        Write((uint)value - (1u << log), log);
    }

    /// <summary>Rice's code: the number divided by 2^<paramref name="shift"/> in unary, the rest as it is.</summary>
    public void WriteRice(uint value, int shift)
    {
        WriteUnary((int)(value >> shift));
        Write(value & ((1u << shift) - 1), shift);
    }

    /// <summary>A number below <paramref name="range"/> in the fewest bits; none where the range is 1.</summary>
    public void WriteBelow(uint value, uint range)
    {
        var log = BitOperations.Log2(range);
        var shorter = (1u << (log + 1)) - range;
        if (value < shorter)
        {
            Write(value, log);
            return;
        }
        value += shorter;
        Write(value >> 1, log);
        Write(value & 1, 1);
    }

    /// <summary>The bits of another writer.</summary>
    public void Append(BitWriter other)
    {
        for (var i = 0; i < other._count; i++)
            Write(other._bytes[i], 8);
        Write((uint)other._pending, other._pendingBits);
    }

    /// <summary>A whole number of bytes, the last filled up with zeros.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[_count + (_pendingBits > 0 ? 1 : 0)];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Copies the bytes to the start of a span that is long enough.</summary>
    /// <returns>How many.</returns>
    public int CopyTo(Span<byte> target)
    {
        _bytes.AsSpan(0, _count).CopyTo(target);
        if (_pendingBits == 0)
            return _count;
        target[_count] = (byte)_pending;
        return _count + 1;
    }
}
