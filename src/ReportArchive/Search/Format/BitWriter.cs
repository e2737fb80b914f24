using System.Buffers.Binary;
using System.Numerics;

namespace ReportArchive.Search.Format;

/// <summary>Writes numbers of any width, lowest bit first, into a buffer that grows.</summary>
internal sealed class BitWriter
{
    private const int WordBits = 32;
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
        if (_pendingBits < WordBits)
            return;
        if (_count + sizeof(uint) > _bytes.Length)
            Array.Resize(ref _bytes, (_bytes.Length * 2) + sizeof(uint));
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(_count), (uint)_pending);
        _count += sizeof(uint);
        _pending >>= WordBits;
        _pendingBits -= WordBits;
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

    /// <summary>The first bits of some bytes.</summary>
    public void Append(ReadOnlySpan<byte> code, int bits)
    {
        for (; bits >= WordBits; bits -= WordBits, code = code[sizeof(uint)..])
            Write(BinaryPrimitives.ReadUInt32LittleEndian(code), WordBits);
        for (; bits > 0; bits -= 8, code = code[1..])
            Write(code[0] & ((1u << Math.Min(8, bits)) - 1), Math.Min(8, bits));
    }

    /// <summary>A whole number of bytes, the last filled up with zeros.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[(BitLength + 7) / 8];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Copies the bytes to the start of a span that is long enough.</summary>
    /// <returns>How many.</returns>
    public int CopyTo(Span<byte> target)
    {
        _bytes.AsSpan(0, _count).CopyTo(target);
        var length = (BitLength + 7) / 8;
        for (var (at, left) = (_count, _pending); at < length; at++, left >>= 8)
            target[at] = (byte)left;
        return length;
    }
}
