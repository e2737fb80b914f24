using System.Numerics;

namespace ReportArchive.Search.Format;

/// <summary>Reads what <see cref="BitWriter"/> wrote.</summary>
internal sealed class BitReader(ReadOnlyMemory<byte> bytes)
{
    private long _at;

    /// <summary>Position in bits.</summary>
    public long Position { get => _at; set => _at = value; }

    /// <summary>The next number of 0 to 32 bits.</summary>
    /// <exception cref="SearchIndexException">The bytes end before.</exception>
    public uint Read(int bits)
    {
        var span = bytes.Span;
        if (_at + bits > span.Length * 8L)
            throw new SearchIndexException(SearchIndexFault.Corrupt, "a bit stream ends early");
        ulong value = 0;
        var first = (int)(_at >> 3);
        var shift = (int)(_at & 7);
        for (var i = 0; i * 8 < bits + shift; i++)
            value |= (ulong)span[first + i] << (i * 8);
        _at += bits;
        return (uint)((value >> shift) & ((1ul << bits) - 1));
    }

    /// <summary>See <see cref="BitWriter.WriteUnary"/>.</summary>
    public int ReadUnary()
    {
        var value = 0;
        while (Read(1) == 1)
            value++;
        return value;
    }

    /// <summary>See <see cref="BitWriter.WriteGamma"/>.</summary>
    public int ReadGamma()
    {
        var log = ReadUnary();
        if (log > 30)
            throw new SearchIndexException(SearchIndexFault.Corrupt, "a number is too large");
        return (int)((1u << log) + Read(log));
    }

    /// <summary>See <see cref="BitWriter.WriteRice"/>.</summary>
    public uint ReadRice(int shift) => ((uint)ReadUnary() << shift) + Read(shift);

    /// <summary>See <see cref="BitWriter.WriteBelow"/>.</summary>
    public uint ReadBelow(uint range)
    {
        var log = BitOperations.Log2(range);
        var shorter = (1u << (log + 1)) - range;
        var value = Read(log);
        return value < shorter ? value : (value << 1) + Read(1) - shorter;
    }
}
