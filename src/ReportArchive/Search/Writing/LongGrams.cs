using System.Buffers.Binary;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// What the index must know of grams of three or more units beyond what their pairs tell: which of the candidates hold each. There are
/// millions, found while memory is short: they lie one after the other as bytes (key, length of the code in bits, number of reports, whether it chooses its page, code), and
/// are sorted when all are there.
/// </summary>
internal sealed class LongGrams
{
    private const int BlockBits = 20;
    private const int SignAt = sizeof(ulong);
    private const int BitsAt = SignAt + sizeof(uint);
    private const int HeldAt = BitsAt + sizeof(int);
    private const int HomeAt = HeldAt + sizeof(ushort);
    private const int HeadBytes = HomeAt + sizeof(byte);
    private readonly List<byte[]> _blocks = [];
    private readonly List<int> _used = [];
    private readonly List<ulong> _unstored = [];
    private readonly List<(uint Sign, bool IsHome)> _unstoredSigns = [];
    private readonly BitWriter _writer = new();

    /// <summary>Number of grams that some candidates hold and others do not.</summary>
    public int Count { get; private set; }

    /// <summary>Remembers a gram and what its code says; see <see cref="CandidateCode"/>.</summary>
    public void Store(GramKey key, bool isHome, ReadOnlySpan<ushort> ranks, int candidates, ReadOnlySpan<byte> open, ReadOnlySpan<byte> told)
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
        BinaryPrimitives.WriteUInt64LittleEndian(record, Page(key));
        BinaryPrimitives.WriteUInt32LittleEndian(record[SignAt..], key.Sign);
        BinaryPrimitives.WriteInt32LittleEndian(record[BitsAt..], _writer.BitLength);
        BinaryPrimitives.WriteUInt16LittleEndian(record[HeldAt..], (ushort)ranks.Length);
        record[HomeAt] = isHome ? (byte)1 : (byte)0;
        _writer.CopyTo(record[HeadBytes..]);
        _used[^1] += length;
        Count++;
    }

    /// <summary>Remembers a gram that all its candidates hold: nothing is stored of it, and no stored one of its page may look like it.</summary>
    public void Leave(GramKey key, bool isHome)
    {
        _unstored.Add(Page(key));
        _unstoredSigns.Add((key.Sign, isHome));
    }

    /// <summary>Where the grams lie that are stored, sorted by key.</summary>
    public uint[] Stored()
    {
        var (keys, grams) = (new ulong[Count], new uint[Count]);
        var count = 0;
        for (var block = 0; block < _blocks.Count; block++)
        {
            for (var at = 0; at < _used[block]; count++)
            {
                grams[count] = ((uint)block << BlockBits) | (uint)at;
                keys[count] = BinaryPrimitives.ReadUInt64LittleEndian(Record(grams[count]));
                at += HeadBytes + ((BitsOf(grams[count]) + 7) / 8);
            }
        }
        Array.Sort(keys, grams);
        OrderBySign(keys, grams, KeyOf);
        return grams;
    }

    /// <summary>Those of which nothing is stored, sorted by key, and whether they choose their page.</summary>
    public (GramKey Key, bool IsHome)[] Unstored()
    {
        var keys = _unstored.ToArray();
        var signs = _unstoredSigns.ToArray();
        Array.Sort(keys, signs);
        var sorted = new (GramKey Key, bool IsHome)[keys.Length];
        for (var i = 0; i < sorted.Length; i++)
            sorted[i] = (new GramKey((uint)(keys[i] >> 32), (uint)keys[i], signs[i].Sign), signs[i].IsHome);
        OrderBySign(keys, sorted, static gram => gram.Key);
        return sorted;
    }

    /// <summary>The key of a gram.</summary>
    public GramKey KeyOf(uint gram)
    {
        var page = BinaryPrimitives.ReadUInt64LittleEndian(Record(gram));
        return new GramKey((uint)(page >> 32), (uint)page, BinaryPrimitives.ReadUInt32LittleEndian(Record(gram)[SignAt..]));
    }

    /// <summary>Whether it chooses its page; see <see cref="GramKey.IsHome"/>.</summary>
    public bool IsHome(uint gram) => Record(gram)[HomeAt] != 0;

    /// <summary>Length of the code of a gram.</summary>
    public int BitsOf(uint gram) => BinaryPrimitives.ReadInt32LittleEndian(Record(gram)[BitsAt..]);

    /// <summary>Number of reports that hold a gram.</summary>
    public int HeldBy(uint gram) => BinaryPrimitives.ReadUInt16LittleEndian(Record(gram)[HeldAt..]);

    /// <summary>The code of a gram: the number of reports that hold it, and their ranks among the candidates.</summary>
    public ReadOnlySpan<byte> CodeOf(uint gram) => Record(gram).Slice(HeadBytes, (BitsOf(gram) + 7) / 8);

    /// <summary>All of a key but the sign, as one number that sorts as keys do: numbers are sorted several times as quickly.</summary>
    private static ulong Page(GramKey key) => ((ulong)key.Home << 32) | key.Place;

    /// <summary>Puts the few in order that differ in nothing but their sign.</summary>
    private static void OrderBySign<T>(ulong[] keys, T[] grams, Func<T, GramKey> keyOf)
    {
        for (var (start, end) = (0, 0); start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start];)
                end++;
            if (end - start > 1)
                grams.AsSpan(start..end).Sort((a, b) => keyOf(a).CompareTo(keyOf(b)));
        }
    }

    private ReadOnlySpan<byte> Record(uint gram) => _blocks[(int)(gram >> BlockBits)].AsSpan((int)(gram & ((1 << BlockBits) - 1)));
}
