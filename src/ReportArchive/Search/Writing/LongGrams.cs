using System.Buffers.Binary;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>What the index must know of a gram of three or more units beyond what its pairs tell: which of the candidates hold it.</summary>
/// <param name="Place">Hash that chooses its page.</param>
/// <param name="Sign">Hash that tells it from others of its page.</param>
/// <param name="Offset">Where its code begins in <see cref="LongGrams"/>.</param>
/// <param name="Bits">Length of its code.</param>
internal readonly record struct LongGram(uint Place, uint Sign, long Offset, int Bits);

/// <summary>
/// The long grams of a segment with the code of each: the number of reports that hold it, and their ranks among the candidates. There
/// are millions, found while memory is short: they lie one after the other as bytes, and are sorted when all are there.
/// </summary>
internal sealed class LongGrams
{
    private const int BlockBits = 20;
    private const int HeadBytes = 3 * sizeof(uint);
    private readonly List<byte[]> _blocks = [];
    private readonly List<int> _used = [];
    private readonly List<ulong> _unstored = [];
    private readonly BitWriter _writer = new();

    /// <summary>Number of grams that some candidates hold and others do not.</summary>
    public int Count { get; private set; }

    /// <summary>Remembers a gram and the ranks of the reports that hold it.</summary>
    public void Store(uint place, uint sign, ReadOnlySpan<ushort> ranks, int candidates)
    {
        _writer.Clear();
        CandidateCode.WriteCount(_writer, ranks.Length, candidates);
        SortedNumbers.Write(_writer, ranks, candidates);
        var length = HeadBytes + ((_writer.BitLength + 7) / 8);
        if (_blocks.Count == 0 || _used[^1] + length > _blocks[^1].Length)
        {
            _blocks.Add(new byte[Math.Max(1 << BlockBits, length)]);
            _used.Add(0);
        }
        var record = _blocks[^1].AsSpan(_used[^1]);
        BinaryPrimitives.WriteUInt32LittleEndian(record, place);
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], sign);
        BinaryPrimitives.WriteInt32LittleEndian(record[8..], _writer.BitLength);
        _writer.CopyTo(record[HeadBytes..]);
        _used[^1] += length;
        Count++;
    }

    /// <summary>Remembers a gram that all its candidates hold: nothing is stored of it, and no stored one of its page may look like it.</summary>
    public void Leave(uint place, uint sign) => _unstored.Add(((ulong)place << 32) | sign);

    /// <summary>The grams that are stored, by page.</summary>
    public LongGram[] Stored()
    {
        var keys = new ulong[Count];
        var grams = new LongGram[Count];
        var count = 0;
        for (var block = 0; block < _blocks.Count; block++)
        {
            for (var at = 0; at < _used[block]; count++)
            {
                var record = _blocks[block].AsSpan(at);
                var (place, sign) = (BinaryPrimitives.ReadUInt32LittleEndian(record), BinaryPrimitives.ReadUInt32LittleEndian(record[4..]));
                var bits = BinaryPrimitives.ReadInt32LittleEndian(record[8..]);
                keys[count] = ((ulong)place << 32) | sign;
                grams[count] = new LongGram(place, sign, ((long)block << 32) + at + HeadBytes, bits);
                at += HeadBytes + ((bits + 7) / 8);
            }
        }
        Array.Sort(keys, grams);
        return grams;
    }

    /// <summary>Those of which nothing is stored, place before sign as one number, sorted.</summary>
    public ulong[] Unstored()
    {
        ulong[] sorted = [.. _unstored];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The code of a gram.</summary>
    public ReadOnlySpan<byte> CodeOf(LongGram gram) => _blocks[(int)(gram.Offset >> 32)].AsSpan((int)gram.Offset, (gram.Bits + 7) / 8);
}
