using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>The long grams of one page in the order of their marks.</summary>
/// <param name="seed">The seed the marks are made with.</param>
/// <param name="grams">The grams.</param>
/// <param name="marks">Their marks.</param>
internal sealed class LongPage(int seed, MergedGram[] grams, uint[] marks)
{
    /// <summary>The page of some grams, under a seed that gives no two of them one mark, and to none that is not stored that of one that is.</summary>
    /// <param name="stored">Its grams, by key.</param>
    /// <param name="unstored">Grams that would be looked for on it and are not stored by some segment, by key.</param>
    /// <returns>None where they are too many for a page, or no seed does.</returns>
    public static LongPage? Of(ReadOnlySpan<MergedGram> stored, ReadOnlySpan<MergedGram> unstored)
    {
        if (stored.Length >= 1 << PageForm.CountBits)
            return null;
        var range = (uint)(stored.Length * PageForm.MarksPerEntry);
        var marks = new uint[stored.Length];
        var taken = new bool[range];
        for (var seed = 0; seed < 1 << PageForm.SeedBits; seed++)
        {
            if (!TellsApart(stored, unstored, seed, marks, taken))
            {
                Array.Clear(taken);
                continue;
            }
            var grams = stored.ToArray();
            Array.Sort(marks, grams);
            return new LongPage(seed, grams, marks);
        }
        return null;
    }

    /// <summary>Bits of the page with its longer grams in blocks of so many units each, if there are any, and codes that there is no room for put outside.</summary>
    public int Bits(MergedGrams codes, int slots, CodeRoom room, ReadOnlySpan<int> blocks)
    {
        var bits = PageForm.CountBits + (2 * PageForm.OffsetHalfBits) + PageForm.SeedBits + LongBlocks.Bits(blocks);
        var next = 0u;
        for (var i = 0; i < grams.Length; i++)
        {
            bits += (int)((marks[i] - next) >> PageForm.MarkShift) + 1 + PageForm.MarkShift + BitsOf(codes.CodesOf(grams[i]), slots, room);
            next = marks[i] + 1;
        }
        return bits;
    }

    /// <summary>Bits that a gram takes, but for its mark.</summary>
    public static int BitsOf(ReadOnlySpan<SlotCode> codes, int slots, CodeRoom room)
    {
        var bits = PageForm.SlotBits(slots);
        foreach (var code in codes)
            bits += 1 + PageForm.MagnitudeBits + (room.Has(code.Bits) ? (code.Bits >> room.LengthShift) + 1 + room.LengthShift + code.Bits : PageForm.GammaBits(code.Bytes + Checksum.Size));
        return bits;
    }

    /// <summary>Writes the page.</summary>
    /// <param name="codes">The codes of its grams.</param>
    /// <param name="slots">Number of segments.</param>
    /// <param name="room">The codes that stand in it.</param>
    /// <param name="blocks">Units of the blocks that hold its longer grams, and end where <paramref name="lists"/> do; none where they are on it.</param>
    /// <param name="lists">Takes the longer codes.</param>
    /// <param name="length">Its length in bytes.</param>
    public byte[] Write(MergedGrams codes, int slots, CodeRoom room, ReadOnlySpan<int> blocks, PartedBytes lists, int length = PageForm.Bytes)
    {
        var page = new BitWriter(length * 2);
        PageForm.WriteHead(page, grams.Length, lists.Length - (LongBlocks.BytesOf(blocks)));
        page.Write((uint)seed, PageForm.SeedBits);
        LongBlocks.Write(page, blocks);
        var next = 0u;
        for (var i = 0; i < grams.Length; i++)
        {
            page.WriteRice(marks[i] - next, PageForm.MarkShift);
            next = marks[i] + 1;
            PageForm.WriteSlots(page, codes.CodesOf(grams[i]), slots);
            foreach (var code in codes.CodesOf(grams[i]))
                WriteCode(page, code, codes.BytesOf(code), room, lists);
        }
        return PageForm.Seal(page, length);
    }

    private static void WriteCode(BitWriter page, SlotCode code, ReadOnlySpan<byte> bytes, CodeRoom room, PartedBytes lists)
    {
        var inside = room.Has(code.Bits);
        page.Write((uint)CandidateCode.Magnitude(code.Count), PageForm.MagnitudeBits);
        page.Write(inside ? 1u : 0, 1);
        if (inside)
        {
            page.WriteRice((uint)code.Bits, room.LengthShift);
            page.Append(bytes, code.Bits);
            return;
        }
        page.WriteGamma(code.Bytes + Checksum.Size);
        lists.Append(Checksum.Seal(bytes));
    }

    private static bool TellsApart(ReadOnlySpan<MergedGram> stored, ReadOnlySpan<MergedGram> unstored, int seed, uint[] marks, bool[] taken)
    {
        var range = (uint)taken.Length;
        for (var i = 0; i < stored.Length; i++)
        {
            marks[i] = GramHash.Mark(stored[i].Key, seed, range);
            if (taken[marks[i]])
                return false;
            taken[marks[i]] = true;
        }
        // One segment may store nothing of a gram that another stores: it is no other gram than that.
        for (var (i, next) = (0, 0); i < unstored.Length && stored.Length > 0; i++)
        {
            while (next < stored.Length && stored[next].Key < unstored[i].Key)
                next++;
            var isStored = next < stored.Length && stored[next].Key == unstored[i].Key;
            if (!isStored && taken[GramHash.Mark(unstored[i].Key, seed, range)])
                return false;
        }
        return true;
    }
}
