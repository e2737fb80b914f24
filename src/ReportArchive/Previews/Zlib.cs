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
    private static readonly (int Code, int Length)[] s_repeats = [.. Enumerable.Range(0, Longest + 1).Select(RepeatCode)];

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
        ReadOnlySpan<(int Code, int Length)> codes = [DistanceCode(1), DistanceCode(stride), DistanceCode(stride - 1), DistanceCode(stride + 1)];
        for (var at = 0; at < rows.Length;)
        {
            var (length, way) = Repeat(rows, at, distances);
            if (length < Shortest)
            {
                bits.Write(s_symbols[rows[at++]]);
                continue;
            }
            bits.Write(s_repeats[length]);
            bits.Write(codes[way]);
            at += length;
        }
        bits.Write(s_symbols[256]);
        return bits.Finish(Adler(rows));
    }

    /// <summary>The longest repeat, and which of the distances it has.</summary>
    private static (int Length, int Way) Repeat(ReadOnlySpan<byte> rows, int at, ReadOnlySpan<int> distances)
    {
        var best = (Length: 0, Way: 0);
        var most = Math.Min(Longest, rows.Length - at);
        for (var way = 0; way < distances.Length && best.Length < most; way++)
        {
            if (distances[way] > at)
                continue;
            var length = rows.Slice(at, most).CommonPrefixLength(rows.Slice(at - distances[way], most));
            if (length > best.Length)
                best = (length, way);
        }
        return best;
    }

    private static (int Code, int Length) RepeatCode(int length)
    {
        if (length < Shortest)
            return default;
        var code = Code(s_lengths, length);
        var (symbol, bits) = s_symbols[FirstLength + code];
        return (symbol | ((length - s_lengths[code]) << bits), bits + (code is < 8 or 28 ? 0 : (code - 4) / 4));
    }

    private static (int Code, int Length) DistanceCode(int distance)
    {
        var code = Code(s_distances, distance);
        return (Reversed(code, 5) | ((distance - s_distances[code]) << 5), 5 + (code < 4 ? 0 : (code / 2) - 1));
    }

    private static int Code(int[] least, int value)
    {
        var found = Array.BinarySearch(least, value);
        return found >= 0 ? found : ~found - 1;
    }

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
            var stretch = data[..Math.Min(AdlerStretch, data.Length)];
            while (!stretch.IsEmpty)
            {
                // Most is paper, which is nothing but zeros: they add to the second sum alone.
                var zeros = stretch.IndexOfAnyExcept((byte)0);
                zeros = zeros < 0 ? stretch.Length : zeros;
                b += a * (uint)zeros;
                var at = zeros;
                for (; at < stretch.Length && stretch[at] != 0; at++)
                {
                    a += stretch[at];
                    b += a;
                }
                stretch = stretch[at..];
            }
            (a, b) = (a % AdlerModulus, b % AdlerModulus);
        }
        return (b << 16) | a;
    }

    /// <summary>Bits, the lowest of a byte first.</summary>
    private sealed class BitWriter(int capacity)
    {
        private byte[] _bytes = new byte[Math.Max(64, capacity)];
        private int _used;
        private ulong _pending;
        private int _count;

        public void Byte(byte value)
        {
            if (_used == _bytes.Length)
                Array.Resize(ref _bytes, _used * 2);
            _bytes[_used++] = value;
        }

        public void Write((int Code, int Length) code) => Write(code.Code, code.Length);

        public void Write(int value, int count)
        {
            _pending |= (ulong)value << _count;
            for (_count += count; _count >= 8; _count -= 8)
            {
                Byte((byte)_pending);
                _pending >>= 8;
            }
        }

        public byte[] Finish(uint checksum)
        {
            if (_count > 0)
                Write(0, 8 - _count);
            Array.Resize(ref _bytes, _used + sizeof(uint));
            BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(_used), checksum);
            return _bytes;
        }
    }
}
