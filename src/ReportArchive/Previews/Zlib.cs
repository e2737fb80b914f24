using System.Buffers.Binary;

namespace ReportArchive.Previews;

/// <summary>
/// Packs rows of pixels (RFC 1950, RFC 1951). The framework's own packer gives other bytes on other machines, and this archive's
/// bytes are the same everywhere. Flat pictures repeat the pixel before or the row above, so those are all it looks for; the codes
/// are the fixed ones.
/// </summary>
internal static class Zlib
{
    private const int Shortest = 3;
    private const int Longest = 258;
    private const int FirstLength = 257;
    private const uint AdlerModulus = 65_521;

    // Bytes: the most whose sums of 32 bits cannot overflow before the remainder is taken (RFC 1950, 8.2).
    private const int AdlerStretch = 5552;

    // RFC 1951, 3.2.5: the least length and distance of each code; extra bits tell how far above it.
    private static readonly int[] s_lengths = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly int[] s_distances = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073];

    private static readonly (int Code, int Length)[] s_symbols = [.. Enumerable.Range(0, 288).Select(FixedCode)];

    /// <summary>The packed stream.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="stride">Bytes of a row.</param>
    public static byte[] Pack(ReadOnlySpan<byte> rows, int stride)
    {
        var bits = new BitWriter(rows.Length / 8);
        bits.Byte(0x78);
        bits.Byte(0x01);
        // One last block, with the fixed codes.
        bits.Write(0b011, 3);
        ReadOnlySpan<int> distances = [1, stride, stride - 1, stride + 1];
        for (var at = 0; at < rows.Length;)
        {
            var (length, distance) = Repeat(rows, at, distances);
            if (length >= Shortest)
                Copy(bits, length, distance);
            else
                Symbol(bits, rows[at]);
            at += Math.Max(1, length >= Shortest ? length : 1);
        }
        Symbol(bits, 256);
        return bits.Finish(Adler(rows));
    }

    private static (int Length, int Distance) Repeat(ReadOnlySpan<byte> rows, int at, ReadOnlySpan<int> distances)
    {
        var best = (Length: 0, Distance: 0);
        var most = Math.Min(Longest, rows.Length - at);
        foreach (var distance in distances)
        {
            if (distance > at)
                continue;
            var length = rows.Slice(at, most).CommonPrefixLength(rows.Slice(at - distance, most));
            if (length > best.Length)
                best = (length, distance);
        }
        return best;
    }

    private static void Copy(BitWriter bits, int length, int distance)
    {
        var code = Code(s_lengths, length);
        Symbol(bits, FirstLength + code);
        bits.Write(length - s_lengths[code], code is < 8 or 28 ? 0 : (code - 4) / 4);
        code = Code(s_distances, distance);
        bits.Write(Reversed(code, 5), 5);
        bits.Write(distance - s_distances[code], code < 4 ? 0 : (code / 2) - 1);
    }

    private static int Code(int[] least, int value)
    {
        var found = Array.BinarySearch(least, value);
        return found >= 0 ? found : ~found - 1;
    }

    private static void Symbol(BitWriter bits, int symbol) => bits.Write(s_symbols[symbol].Code, s_symbols[symbol].Length);

    // RFC 1951, 3.2.6. The highest bit of a Huffman code goes first, so each is kept turned round.
    private static (int Code, int Length) FixedCode(int symbol) => symbol switch
    {
        < 144 => (Reversed(0x30 + symbol, 8), 8),
        < 256 => (Reversed(0x190 + symbol - 144, 9), 9),
        < 280 => (Reversed(symbol - 256, 7), 7),
        _ => (Reversed(0xc0 + symbol - 280, 8), 8),
    };

    private static int Reversed(int value, int count)
    {
        var reversed = 0;
        for (var bit = 0; bit < count; bit++)
            reversed |= ((value >> bit) & 1) << (count - 1 - bit);
        return reversed;
    }

    private static uint Adler(ReadOnlySpan<byte> data)
    {
        var (a, b) = (1u, 0u);
        for (; !data.IsEmpty; data = data[Math.Min(AdlerStretch, data.Length)..])
        {
            foreach (var value in data[..Math.Min(AdlerStretch, data.Length)])
            {
                a += value;
                b += a;
            }
            (a, b) = (a % AdlerModulus, b % AdlerModulus);
        }
        return (b << 16) | a;
    }

    /// <summary>Bits, the lowest of a byte first.</summary>
    private sealed class BitWriter(int capacity)
    {
        private readonly List<byte> _bytes = new(capacity);
        private ulong _pending;
        private int _count;

        public void Byte(byte value) => _bytes.Add(value);

        public void Write(int value, int count)
        {
            _pending |= (ulong)value << _count;
            for (_count += count; _count >= 8; _count -= 8)
            {
                _bytes.Add((byte)_pending);
                _pending >>= 8;
            }
        }

        public byte[] Finish(uint checksum)
        {
            if (_count > 0)
                Write(0, 8 - _count);
            var end = new byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(end, checksum);
            return [.. _bytes, .. end];
        }
    }
}
