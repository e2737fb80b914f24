using System.Numerics;

namespace ReportArchive.Search.Format;

/// <summary>
/// Which of a report's eight parts hold a gram, one byte a posting: bit 0 the title and headings, bits 1 to 7 the body in
/// sevenths. Four parts or more count as all of them: where a gram is everywhere, it does not matter where to look for it.
/// </summary>
internal static class PartMasks
{
    /// <summary>Parts a report is cut into.</summary>
    public const int Parts = 8;

    /// <summary>The part of title and headings.</summary>
    public const byte Headings = 1;

    /// <summary>All parts, or too many to tell.</summary>
    public const byte All = byte.MaxValue;

    /// <summary>Number of parts that counts as all.</summary>
    private const int Many = 4;

    /// <summary>Lists up to this length spell each number of parts out; longer ones say which postings have more.</summary>
    private const int Short = 16;

    private static readonly byte[][] ByCount = [.. Enumerable.Range(0, Many).Select(static count => Enumerable.Range(1, 255).Where(mask => BitOperations.PopCount((uint)mask) == count).Select(static mask => (byte)mask).ToArray())];
    private static readonly byte[] RankOf = Ranks();

    /// <summary>The mask as a reader will see it.</summary>
    public static byte Coarse(byte mask) => BitOperations.PopCount(mask) >= Many ? All : mask;

    /// <summary>Parts that must be read, at worst, to tell which of some reports hold a phrase.</summary>
    public static int Cost(ReadOnlySpan<byte> masks)
    {
        var parts = 0;
        foreach (var mask in masks)
            parts += BitOperations.PopCount(mask);
        return parts;
    }

    /// <summary>Writes masks, none of them 0.</summary>
    public static void Write(BitWriter writer, ReadOnlySpan<byte> masks)
    {
        if (masks.Length > Short)
            WriteCounts(writer, masks);
        foreach (var mask in masks)
        {
            var count = Math.Min(Many, BitOperations.PopCount(mask));
            if (masks.Length <= Short)
                writer.Write((1u << (count - 1)) - 1, count == Many ? Many - 1 : count);
            if (count < Many)
                writer.WriteBelow(RankOf[mask], (uint)ByCount[count].Length);
        }
    }

    /// <summary>Reads <paramref name="count"/> masks.</summary>
    public static byte[] Read(BitReader reader, int count)
    {
        var counts = count > Short ? ReadCounts(reader, count) : [];
        var masks = new byte[count];
        for (var i = 0; i < count; i++)
        {
            var parts = count > Short ? counts[i] : ReadCount(reader);
            masks[i] = parts == Many ? All : ByCount[parts][reader.ReadBelow((uint)ByCount[parts].Length)];
        }
        return masks;
    }

    /// <summary>Writes which of a few parts, fewer than <see cref="Many"/>, are meant: at least one.</summary>
    public static void WriteSome(BitWriter writer, byte mask, byte of) => writer.WriteBelow(Gather(mask, of) - 1, (1u << BitOperations.PopCount(of)) - 1);

    /// <summary>Reads which of a few parts are meant.</summary>
    public static byte ReadSome(BitReader reader, byte of) => Spread(reader.ReadBelow((1u << BitOperations.PopCount(of)) - 1) + 1, of);

    /// <summary>The bits of a mask at the places of another's, side by side.</summary>
    private static uint Gather(byte mask, byte of)
    {
        var (gathered, at) = (0u, 0);
        for (uint left = of; left != 0; left &= left - 1)
            gathered |= ((uint)mask >> BitOperations.TrailingZeroCount(left) & 1) << at++;
        return gathered;
    }

    private static byte Spread(uint gathered, byte of)
    {
        var mask = 0u;
        for (uint left = of; left != 0; left &= left - 1, gathered >>= 1)
            mask |= (gathered & 1) << BitOperations.TrailingZeroCount(left);
        return (byte)mask;
    }

    private static int ReadCount(BitReader reader)
    {
        var count = 1;
        while (count < Many && reader.Read(1) == 1)
            count++;
        return count;
    }

    /// <summary>Which postings have two parts or more, which of these three or more, which of these many.</summary>
    private static void WriteCounts(BitWriter writer, ReadOnlySpan<byte> masks)
    {
        var left = new byte[masks.Length];
        var more = new ushort[masks.Length];
        for (var i = 0; i < left.Length; i++)
            left[i] = (byte)BitOperations.PopCount(masks[i]);
        for (int count = 2, before = left.Length; count <= Many; count++)
        {
            var kept = 0;
            for (var i = 0; i < before; i++)
            {
                if (left[i] < count)
                    continue;
                more[kept] = (ushort)i;
                left[kept++] = left[i];
            }
            writer.WriteBelow((uint)kept, (uint)before + 1);
            SortedNumbers.Write(writer, more.AsSpan(0, kept), before);
            before = kept;
        }
    }

    private static byte[] ReadCounts(BitReader reader, int postings)
    {
        var counts = new byte[postings];
        var left = new ushort[postings];
        for (var i = 0; i < postings; i++)
            (counts[i], left[i]) = (1, (ushort)i);
        for (byte count = 2; count <= Many; count++)
        {
            var more = SortedNumbers.Read(reader, (int)reader.ReadBelow((uint)left.Length + 1), left.Length);
            left = [.. more.Select(rank => left[rank])];
            foreach (var posting in left)
                counts[posting] = count;
        }
        return counts;
    }

    private static byte[] Ranks()
    {
        var ranks = new byte[256];
        foreach (var masks in ByCount)
        {
            for (var i = 0; i < masks.Length; i++)
                ranks[masks[i]] = (byte)i;
        }
        return ranks;
    }
}
