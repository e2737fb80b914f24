using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Writes the table of long grams: <c>long</c>, and the longer codes into <c>lists</c>.</summary>
internal sealed class LongPages
{
    private readonly Func<MergedGrams> _stored;
    private readonly Func<MergedGrams> _unstored;
    private readonly int _slots;
    private readonly PartedBytes _pages;
    private readonly PartedBytes _lists;
    private readonly BitWriter _page = new(PageForm.Bytes * 2);

    /// <summary>Whether a mark is taken on the page at hand.</summary>
    private readonly bool[] _taken = new bool[PageForm.MarksPerEntry << PageForm.CountBits];

    /// <summary>The seed of each page.</summary>
    private readonly List<byte> _seeds = [];

    private LongPages(Func<MergedGrams> stored, Func<MergedGrams> unstored, int slots, PartedBytes pages, PartedBytes lists) =>
        (_stored, _unstored, _slots, _pages, _lists) = (stored, unstored, slots, pages, lists);

    /// <summary>Writes the table.</summary>
    /// <param name="stored">Opens the long grams of all segments.</param>
    /// <param name="unstored">Opens those of which some segments store nothing.</param>
    /// <param name="slots">Number of segments.</param>
    /// <param name="pages">The file of pages.</param>
    /// <param name="lists">The file of codes outside.</param>
    /// <returns>Number of pages; none where nothing is stored.</returns>
    public static int Write(Func<MergedGrams> stored, Func<MergedGrams> unstored, int slots, PartedBytes pages, PartedBytes lists) =>
        new LongPages(stored, unstored, slots, pages, lists).Write();

    private int Write()
    {
        var (bits, any) = (0.0, false);
        for (var merged = _stored(); merged.TakeOne(); any = true)
        {
            bits += PageForm.MarkShift + 2.5 + PageForm.SlotBits(_slots);
            foreach (var code in merged.CodesOf(merged.Grams[0]))
                bits += 1 + PageForm.MagnitudeBits + (code.Bits <= PageForm.LongestInside ? 7.5 + code.Bits : 14);
        }
        if (!any)
            return 0;
        var pages = PageForm.Fewest((int)Math.Ceiling(bits / (PageForm.Capacity * 0.98)), _slots, Fits);
        WritePages(pages);
        return pages;
    }

    /// <summary>
    /// Whether every page has room for its entries, codes longer than so many bits put outside, and a seed that tells its grams apart. Many grams that are not stored leave some page
    /// without a seed: the more pages, the fewer are on each.
    /// </summary>
    private bool Fits(int pages, int longestInside)
    {
        _seeds.Clear();
        var (stored, unstored) = (_stored(), _unstored());
        var marks = new List<uint>();
        for (var page = 0; page < pages; page++)
        {
            stored.TakePage(page, pages);
            unstored.TakePage(page, pages);
            var seed = Seed(stored.Grams, unstored.Grams);
            if (seed < 0 || BitsOf(stored, Order(stored, seed, marks), marks, longestInside) > PageForm.Capacity)
                return false;
            _seeds.Add((byte)seed);
        }
        return true;
    }

    private void WritePages(int pages)
    {
        var stored = _stored();
        var marks = new List<uint>();
        for (var page = 0; page < pages; page++)
        {
            stored.TakePage(page, pages);
            var order = Order(stored, _seeds[page], marks);
            var longestInside = PageForm.LongestInside;
            while (BitsOf(stored, order, marks, longestInside) > PageForm.Capacity)
                longestInside = longestInside * 15 / 16;
            WriteEntries(stored, order, marks, _seeds[page], longestInside);
            _pages.Append(PageForm.Seal(_page));
        }
    }

    /// <summary>The grams of a page by their marks, which are put into a list beside them.</summary>
    private static MergedGram[] Order(MergedGrams stored, int seed, List<uint> marks)
    {
        var order = stored.Grams.ToArray();
        var own = Array.ConvertAll(order, gram => GramHash.Mark(gram.Key, seed, Range(order.Length)));
        Array.Sort(own, order);
        marks.Clear();
        marks.AddRange(own);
        return order;
    }

    private static uint Range(int grams) => (uint)(grams * PageForm.MarksPerEntry);

    /// <summary>A seed under which no two grams of the page have one mark, and none that is not stored has that of one that is; negative for none.</summary>
    private int Seed(ReadOnlySpan<MergedGram> stored, ReadOnlySpan<MergedGram> unstored)
    {
        if (stored.Length >= 1 << PageForm.CountBits)
            return -1;
        for (var seed = 0; seed < 1 << PageForm.SeedBits; seed++)
        {
            _taken.AsSpan(0, (int)Range(stored.Length)).Clear();
            if (TellsApart(stored, unstored, seed))
                return seed;
        }
        return -1;
    }

    private bool TellsApart(ReadOnlySpan<MergedGram> stored, ReadOnlySpan<MergedGram> unstored, int seed)
    {
        var range = Range(stored.Length);
        foreach (var gram in stored)
        {
            ref var taken = ref _taken[GramHash.Mark(gram.Key, seed, range)];
            if (taken)
                return false;
            taken = true;
        }
        // One segment may store nothing of a gram that another stores: it is no other gram than that.
        for (var (i, next) = (0, 0); i < unstored.Length && stored.Length > 0; i++)
        {
            while (next < stored.Length && stored[next].Key < unstored[i].Key)
                next++;
            var isStored = next < stored.Length && stored[next].Key == unstored[i].Key;
            if (!isStored && _taken[GramHash.Mark(unstored[i].Key, seed, range)])
                return false;
        }
        return true;
    }

    /// <summary>Bits of a page whose codes stand in it up to a length.</summary>
    private int BitsOf(MergedGrams stored, ReadOnlySpan<MergedGram> order, List<uint> marks, int longestInside)
    {
        var bits = PageForm.CountBits + (2 * PageForm.OffsetHalfBits) + PageForm.SeedBits;
        var next = 0u;
        for (var i = 0; i < order.Length; i++)
        {
            bits += (int)((marks[i] - next) >> PageForm.MarkShift) + 1 + PageForm.MarkShift + PageForm.SlotBits(_slots);
            foreach (var code in stored.CodesOf(order[i]))
                bits += 1 + PageForm.MagnitudeBits + (code.Bits <= longestInside ? (code.Bits >> PageForm.LengthShift) + 1 + PageForm.LengthShift + code.Bits : PageForm.GammaBits(code.Bytes + Checksum.Size));
            next = marks[i] + 1;
        }
        return bits;
    }

    private void WriteEntries(MergedGrams stored, ReadOnlySpan<MergedGram> order, List<uint> marks, int seed, int longestInside)
    {
        _page.Clear();
        PageForm.WriteHead(_page, order.Length, _lists.Length);
        _page.Write((uint)seed, PageForm.SeedBits);
        var next = 0u;
        for (var i = 0; i < order.Length; i++)
        {
            _page.WriteRice(marks[i] - next, PageForm.MarkShift);
            next = marks[i] + 1;
            PageForm.WriteSlots(_page, stored.CodesOf(order[i]), _slots);
            foreach (var code in stored.CodesOf(order[i]))
                WriteCode(code, stored.BytesOf(code), code.Bits <= longestInside);
        }
    }

    private void WriteCode(SlotCode code, ReadOnlySpan<byte> bytes, bool inside)
    {
        _page.Write((uint)CandidateCode.Magnitude(code.Count), PageForm.MagnitudeBits);
        _page.Write(inside ? 1u : 0, 1);
        if (inside)
        {
            _page.WriteRice((uint)code.Bits, PageForm.LengthShift);
            _page.Append(bytes, code.Bits);
            return;
        }
        _page.WriteGamma(code.Bytes + Checksum.Size);
        _lists.Append(Checksum.Seal(bytes));
    }
}
