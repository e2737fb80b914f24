using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// Deflates (RFC 1951) small files, to the same bytes on every machine. What the platform offers will not do: its bytes differ
/// between versions of zlib and between processors, and names here are hashes of bytes. One block with codes of its own.
/// </summary>
internal sealed class Deflater
{
    private const int EndOfBlock = 256;
    private const int FirstLength = 257;
    private const int ShortestMatch = 3;
    private const int LongestMatch = 258;
    private const int Window = 32768;
    private const int LongestChain = 128;
    private const int LongestCode = 15;
    private const int LongestCodeOfLengths = 7;

    /// <summary>The order in which the lengths of the code of lengths are written.</summary>
    private static readonly byte[] LengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly BitWriter _writer = new();
    private readonly List<(int Symbol, int Length, int Distance)> _symbols = [];

    private Deflater()
    {
    }

    /// <summary>Deflates some bytes.</summary>
    public static byte[] Write(ReadOnlySpan<byte> bytes)
    {
        var deflater = new Deflater();
        deflater.FindMatches(bytes);
        deflater.WriteBlock();
        return deflater._writer.ToArray();
    }

    /// <summary>Looks for the longest run seen before at each byte; takes it where the next byte has no longer one.</summary>
    private void FindMatches(ReadOnlySpan<byte> bytes)
    {
        var heads = new int[1 << 15];
        Array.Fill(heads, -1);
        var previous = new int[bytes.Length];
        for (var at = 0; at < bytes.Length;)
        {
            var (length, distance) = Longest(bytes, at, heads, previous);
            Enter(bytes, at, heads, previous);
            if (length >= ShortestMatch && at + 1 < bytes.Length && Longest(bytes, at + 1, heads, previous).Length > length)
                length = 0;
            if (length < ShortestMatch)
            {
                _symbols.Add((bytes[at++], 0, 0));
                continue;
            }
            _symbols.Add((LengthSymbol(length), length, distance));
            for (var i = 1; i < length; i++)
                Enter(bytes, at + i, heads, previous);
            at += length;
        }
        _symbols.Add((EndOfBlock, 0, 0));
    }

    private static void Enter(ReadOnlySpan<byte> bytes, int at, int[] heads, int[] previous)
    {
        if (at + ShortestMatch > bytes.Length)
            return;
        ref var head = ref heads[Hash(bytes, at)];
        previous[at] = head;
        head = at;
    }

    private static int Hash(ReadOnlySpan<byte> bytes, int at) => (int)(((bytes[at] | ((uint)bytes[at + 1] << 8) | ((uint)bytes[at + 2] << 16)) * 0x9e3779b1) >> 17);

    private static (int Length, int Distance) Longest(ReadOnlySpan<byte> bytes, int at, int[] heads, int[] previous)
    {
        var (best, distance) = (0, 0);
        if (at + ShortestMatch > bytes.Length)
            return (best, distance);
        var limit = Math.Min(LongestMatch, bytes.Length - at);
        var candidate = heads[Hash(bytes, at)];
        for (var tries = 0; candidate >= 0 && at - candidate <= Window && tries < LongestChain; tries++)
        {
            var length = bytes.Slice(at, limit).CommonPrefixLength(bytes[candidate..]);
            if (length > best)
                (best, distance) = (length, at - candidate);
            candidate = previous[candidate];
        }
        return (best, distance);
    }

    private void WriteBlock()
    {
        var literalCounts = new int[286];
        var distanceCounts = new int[30];
        foreach (var (symbol, _, distance) in _symbols)
        {
            literalCounts[symbol]++;
            if (distance > 0)
                distanceCounts[DistanceSymbol(distance)]++;
        }
        if (distanceCounts.All(static count => count == 0))
            distanceCounts[0] = 1;
        var literals = Code(literalCounts, LongestCode);
        var distances = Code(distanceCounts, LongestCode);
        _writer.Write(1, 1);
        _writer.Write(2, 2);
        WriteCodes(literals, distances);
        foreach (var (symbol, length, distance) in _symbols)
            WriteSymbol(symbol, length, distance, literals, distances);
    }

    private void WriteSymbol(int symbol, int length, int distance, (byte[] Lengths, uint[] Codes) literals, (byte[] Lengths, uint[] Codes) distances)
    {
        _writer.Write(literals.Codes[symbol], literals.Lengths[symbol]);
        if (distance == 0)
            return;
        var (lengthBase, lengthBits) = LengthRange(symbol);
        _writer.Write((uint)(length - lengthBase), lengthBits);
        var slot = DistanceSymbol(distance);
        _writer.Write(distances.Codes[slot], distances.Lengths[slot]);
        var (distanceBase, distanceBits) = DistanceRange(slot);
        _writer.Write((uint)(distance - distanceBase), distanceBits);
    }

    private void WriteCodes((byte[] Lengths, uint[] Codes) literals, (byte[] Lengths, uint[] Codes) distances)
    {
        var runs = Runs([.. literals.Lengths, .. distances.Lengths]);
        var counts = new int[19];
        foreach (var (symbol, _, _) in runs)
            counts[symbol]++;
        var code = Code(counts, LongestCodeOfLengths);
        _writer.Write((uint)(literals.Lengths.Length - 257), 5);
        _writer.Write((uint)(distances.Lengths.Length - 1), 5);
        _writer.Write((uint)(LengthOrder.Length - 4), 4);
        foreach (var symbol in LengthOrder)
            _writer.Write(code.Lengths[symbol], 3);
        foreach (var (symbol, extra, bits) in runs)
        {
            _writer.Write(code.Codes[symbol], code.Lengths[symbol]);
            _writer.Write(extra, bits);
        }
    }

    /// <summary>Lengths with their runs shortened: 16 repeats the last three to six times, 17 and 18 are runs of zeros.</summary>
    private static List<(int Symbol, uint Extra, int Bits)> Runs(byte[] lengths)
    {
        var runs = new List<(int, uint, int)>();
        for (var at = 0; at < lengths.Length;)
        {
            var run = 1;
            while (at + run < lengths.Length && lengths[at + run] == lengths[at])
                run++;
            if (lengths[at] == 0 && run >= 3)
            {
                run = Math.Min(run, 138);
                runs.Add(run <= 10 ? (17, (uint)run - 3, 3) : (18, (uint)run - 11, 7));
            }
            else if (run >= 4)
            {
                run = Math.Min(run, 7);
                runs.Add((lengths[at], 0, 0));
                runs.Add((16, (uint)run - 4, 2));
            }
            else
            {
                run = 1;
                runs.Add((lengths[at], 0, 0));
            }
            at += run;
        }
        return runs;
    }

    /// <summary>Huffman's code of some counts; symbols that do not occur have none. Bits are turned round, as they are written.</summary>
    private static (byte[] Lengths, uint[] Codes) Code(int[] counts, int longest)
    {
        int[] used = [.. Enumerable.Range(0, counts.Length).Where(symbol => counts[symbol] > 0)];
        var found = Huffman.Lengths([.. used.Select(symbol => counts[symbol])], longest);
        var lengths = new byte[counts.Length];
        for (var i = 0; i < used.Length; i++)
            lengths[used[i]] = found[i];
        var codes = new uint[counts.Length];
        var code = 0u;
        for (var length = 1; length <= longest; length++)
        {
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                    codes[symbol] = Reverse(code++, length);
            }
            code <<= 1;
        }
        return (lengths, codes);
    }

    private static uint Reverse(uint code, int length)
    {
        var reversed = 0u;
        for (var bit = 0; bit < length; bit++)
            reversed |= ((code >> bit) & 1) << (length - 1 - bit);
        return reversed;
    }

    private static int LengthSymbol(int length)
    {
        var symbol = 285;
        while (LengthRange(symbol).Base > length)
            symbol--;
        return symbol;
    }

    private static (int Base, int Bits) LengthRange(int symbol)
    {
        var slot = symbol - FirstLength;
        if (slot == 28)
            return (LongestMatch, 0);
        var bits = slot < 8 ? 0 : (slot - 4) / 4;
        return (slot < 8 ? slot + 3 : ((4 + (slot & 3)) << bits) + 3, bits);
    }

    private static int DistanceSymbol(int distance)
    {
        var slot = 29;
        while (DistanceRange(slot).Base > distance)
            slot--;
        return slot;
    }

    private static (int Base, int Bits) DistanceRange(int slot)
    {
        var bits = slot < 4 ? 0 : (slot - 2) / 2;
        return (slot < 4 ? slot + 1 : ((2 + (slot & 1)) << bits) + 1, bits);
    }
}
