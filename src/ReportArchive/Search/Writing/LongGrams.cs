using System.Buffers.Binary;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// What the index must know of grams of three or more units beyond what their pairs tell: which of the candidates hold each. There are
/// millions, found while memory is short: they lie one after the other as bytes (key, length of the code in bits, number of reports, code), and
/// are sorted when all are there.
/// </summary>
internal sealed class LongGrams
{
    private const int BlockBits = 20;
    private const int HeadBytes = sizeof(ulong) + sizeof(int) + sizeof(ushort);
    private const int BitsAt = sizeof(ulong);
    private const int HeldAt = BitsAt + sizeof(int);
    private readonly List<byte[]> _blocks = [];
    private readonly List<int> _used = [];
    private readonly List<ulong> _unstored = [];
    private readonly BitWriter _writer = new();

    /// <summary>Number of grams that some candidates hold and others do not.</summary>
    public int Count { get; private set; }

    /// <summary>Remembers a gram and what its code says; see <see cref="CandidateCode"/>.</summary>
    public void Store(uint place, uint sign, ReadOnlySpan<ushort> ranks, int candidates, ReadOnlySpan<byte> open, ReadOnlySpan<byte> told)
    {
        _writer.Clear();
        CandidateCode.Write(_writer, ranks, candidates, open, told);
        var length = HeadBytes + ((_writer.BitLength + 7) / 8);
        if (_blocks.Count == 0 || _used[^1] + length > _blocks[^1].Length)
        {
            _blocks.Add(new byte[1 << BlockBits]);
            _used.Add(0);
        }
        var record = _blocks[^1].AsSpan(_used[^1]);
        BinaryPrimitives.WriteUInt64LittleEndian(record, GramHash.Key(place, sign));
        BinaryPrimitives.WriteInt32LittleEndian(record[BitsAt..], _writer.BitLength);
        BinaryPrimitives.WriteUInt16LittleEndian(record[HeldAt..], (ushort)ranks.Length);
        _writer.CopyTo(record[HeadBytes..]);
        _used[^1] += length;
        Count++;
    }

    /// <summary>Remembers a gram that all its candidates hold: nothing is stored of it, and no stored one of its page may look like it.</summary>
    public void Leave(uint place, uint sign) => _unstored.Add(GramHash.Key(place, sign));

    /// <summary>The grams that are stored, by page: place before sign as one number, and where each lies.</summary>
    public (ulong[] Keys, uint[] Grams) Stored()
    {
        var (keys, grams) = (new ulong[Count], new uint[Count]);
        var count = 0;
        for (var block = 0; block < _blocks.Count; block++)
        {
            for (var at = 0; at < _used[block]; count++)
            {
                var record = _blocks[block].AsSpan(at);
                keys[count] = BinaryPrimitives.ReadUInt64LittleEndian(record);
                grams[count] = ((uint)block << BlockBits) | (uint)at;
                at += HeadBytes + ((BitsOf(grams[count]) + 7) / 8);
            }
        }
        Array.Sort(keys, grams);
        return (keys, grams);
    }

    /// <summary>Those of which nothing is stored, place before sign as one number, sorted.</summary>
    public ulong[] Unstored()
    {
        ulong[] sorted = [.. _unstored];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>Length of the code of a gram.</summary>
    public int BitsOf(uint gram) => BinaryPrimitives.ReadInt32LittleEndian(Record(gram)[BitsAt..]);

    /// <summary>Number of reports that hold a gram.</summary>
    public int HeldBy(uint gram) => BinaryPrimitives.ReadUInt16LittleEndian(Record(gram)[HeldAt..]);

    /// <summary>The code of a gram: the number of reports that hold it, and their ranks among the candidates.</summary>
    public ReadOnlySpan<byte> CodeOf(uint gram) => Record(gram).Slice(HeadBytes, (BitsOf(gram) + 7) / 8);

    private ReadOnlySpan<byte> Record(uint gram) => _blocks[(int)(gram >> BlockBits)].AsSpan((int)(gram & ((1 << BlockBits) - 1)));
}
