namespace ReportArchive.Search.Format;

/// <summary>
/// The lengths of the blocks of a crowded page, which it names after its seed: how many, in gamma code, and of each the units of
/// <see cref="Unit"/> bytes in Rice's. Each is as long as what is in it, all but the longest codes: where blocks were 512 bytes and long codes beside
/// them, readers of 100,000 reports needed a trip more for one query in twenty-five.
/// </summary>
internal static class LongBlocks
{
    /// <summary>Bytes that the length of a block is a multiple of.</summary>
    public const int Unit = 32;

    /// <summary>Shift of the Rice code of a length, in units.</summary>
    private const int Shift = 3;

    /// <summary>Bits that the length of a block takes at least.</summary>
    public const int LeastBits = Shift + 1;

    /// <summary>Units that hold so many bits and the checksum.</summary>
    public static int UnitsOf(int bits) => (((bits + 7) / 8) + Checksum.Size + Unit - 1) / Unit;

    /// <summary>Bytes of some blocks.</summary>
    public static long BytesOf(ReadOnlySpan<int> units)
    {
        var bytes = 0L;
        foreach (var length in units)
            bytes += (long)length * Unit;
        return bytes;
    }

    /// <summary>The block that the sign of a gram chooses.</summary>
    public static int Of(uint sign, int blocks) => GramHash.Page(sign, blocks);

    /// <summary>Bits that the lengths take.</summary>
    public static int Bits(ReadOnlySpan<int> units)
    {
        var bits = 1;
        if (units.IsEmpty)
            return bits;
        bits += PageForm.GammaBits(units.Length);
        foreach (var length in units)
            bits += (length >> Shift) + 1 + Shift;
        return bits;
    }

    /// <summary>Writes the lengths; none where the page is not crowded.</summary>
    public static void Write(BitWriter page, ReadOnlySpan<int> units)
    {
        page.Write(units.IsEmpty ? 0u : 1, 1);
        if (units.IsEmpty)
            return;
        page.WriteGamma(units.Length);
        foreach (var length in units)
            page.WriteRice((uint)length, Shift);
    }

    /// <summary>Reads where each block begins and the last ends, in bytes from the first; none where the page is not crowded.</summary>
    public static long[] Read(BitReader page)
    {
        if (page.Read(1) == 0)
            return [];
        var count = page.ReadGamma();
        if (count > PageForm.Capacity)
            throw new SearchIndexException(SearchIndexFault.Corrupt, "a page has more blocks than it can name");
        var ends = new long[count + 1];
        for (var i = 0; i < count; i++)
            ends[i + 1] = ends[i] + (page.ReadRice(Shift) * (long)Unit);
        return ends;
    }
}
