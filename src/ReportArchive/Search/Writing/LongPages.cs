using System.Numerics;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Writes the table of long grams: <c>long</c>, and the longer codes into <c>lists</c>.</summary>
internal sealed class LongPages
{
    private readonly LongGrams _found;
    private readonly LongGram[] _stored;
    private readonly ulong[] _unstored;
    private readonly PartedBytes _pages;
    private readonly PartedBytes _lists;
    private readonly BitWriter _page = new(PageForm.Bytes * 2);

    /// <summary>Whether a mark is taken on the page at hand.</summary>
    private readonly bool[] _taken = new bool[PageForm.MarksPerEntry << PageForm.CountBits];

    /// <summary>By page the number of its grams and its seed.</summary>
    private readonly List<(int Grams, int Seed)> _seeds = [];

    private LongPages(LongGrams found, PartedBytes pages, PartedBytes lists) =>
        (_found, _stored, _unstored, _pages, _lists) = (found, found.Stored(), found.Unstored(), pages, lists);

    /// <summary>Writes the table.</summary>
    /// <returns>Number of pages; none where nothing is stored.</returns>
    public static int Write(LongGrams found, PartedBytes pages, PartedBytes lists) =>
        found.Count == 0 ? 0 : new LongPages(found, pages, lists).Write();

    private int Write()
    {
        var bits = 0.0;
        foreach (var gram in _stored)
            bits += PageForm.MarkShift + 2.5 + 1 + (gram.Bits <= PageForm.LongestInside ? 7.5 + gram.Bits : 14);
        for (var pages = Math.Max(1, (int)Math.Ceiling(bits / (PageForm.Capacity * 0.98))); ; pages += Math.Max(1, pages / 16))
        {
            if (Fits(pages))
            {
                WritePages();
                return pages;
            }
        }
    }

    /// <summary>Whether every page has room for its entries and a seed that tells its grams apart.</summary>
    private bool Fits(int pages) => HasRoom(pages) && FindSeeds(pages);

    private bool HasRoom(int pages)
    {
        var (page, least) = (0, 0);
        foreach (var gram in _stored)
        {
            var own = GramHash.Page(gram.Place, pages);
            if (own != page)
                (page, least) = (own, 0);
            least += PageForm.MarkShift + 4 + 1 + 28;
            if (least > PageForm.Capacity - 128)
                return false;
        }
        return true;
    }

    /// <summary>Many grams that are not stored leave some page without a seed: the more pages, the fewer are on each.</summary>
    private bool FindSeeds(int pages)
    {
        ReadOnlySpan<LongGram> stored = _stored;
        ReadOnlySpan<ulong> unstored = _unstored;
        _seeds.Clear();
        for (var page = 0; page < pages; page++)
        {
            var (own, alike) = (0, 0);
            while (own < stored.Length && GramHash.Page(stored[own].Place, pages) == page)
                own++;
            while (alike < unstored.Length && GramHash.Page((uint)(unstored[alike] >> 32), pages) == page)
                alike++;
            var seed = Seed(stored[..own], unstored[..alike]);
            if (seed < 0)
                return false;
            _seeds.Add((own, seed));
            stored = stored[own..];
            unstored = unstored[alike..];
        }
        return true;
    }

    private void WritePages()
    {
        var from = 0;
        foreach (var (own, seed) in _seeds)
        {
            WritePage(_stored.AsSpan(from, own), seed);
            from += own;
        }
    }

    private void WritePage(Span<LongGram> grams, int seed)
    {
        var marks = new uint[grams.Length];
        for (var i = 0; i < marks.Length; i++)
            marks[i] = GramHash.Mark(grams[i].Sign, seed, Range(grams.Length));
        marks.AsSpan().Sort(grams);
        var longestInside = PageForm.LongestInside;
        while (BitsOf(grams, marks, longestInside) > PageForm.Capacity)
            longestInside = longestInside * 15 / 16;
        WriteEntries(grams, marks, seed, longestInside);
        _pages.Append(PageForm.Seal(_page));
    }

    private static uint Range(int grams) => (uint)(grams * PageForm.MarksPerEntry);

    /// <summary>A seed under which no two grams of the page have one mark, and none that is not stored has that of one that is; negative for none.</summary>
    private int Seed(ReadOnlySpan<LongGram> grams, ReadOnlySpan<ulong> unstored)
    {
        for (var seed = 0; seed < 1 << PageForm.SeedBits; seed++)
        {
            _taken.AsSpan(0, (int)Range(grams.Length)).Clear();
            if (TellsApart(grams, unstored, seed))
                return seed;
        }
        return -1;
    }

    private bool TellsApart(ReadOnlySpan<LongGram> grams, ReadOnlySpan<ulong> unstored, int seed)
    {
        var range = Range(grams.Length);
        foreach (var gram in grams)
        {
            ref var taken = ref _taken[GramHash.Mark(gram.Sign, seed, range)];
            if (taken)
                return false;
            taken = true;
        }
        if (grams.Length == 0)
            return true;
        foreach (var gram in unstored)
        {
            if (_taken[GramHash.Mark((uint)gram, seed, range)])
                return false;
        }
        return true;
    }

    /// <summary>Bits of a page whose codes stand in it up to a length.</summary>
    private static int BitsOf(ReadOnlySpan<LongGram> grams, ReadOnlySpan<uint> marks, int longestInside)
    {
        var bits = PageForm.CountBits + (2 * PageForm.OffsetHalfBits) + PageForm.SeedBits;
        var next = 0u;
        for (var i = 0; i < grams.Length; i++)
        {
            var own = grams[i].Bits;
            bits += (int)((marks[i] - next) >> PageForm.MarkShift) + 1 + PageForm.MarkShift + 1;
            bits += own <= longestInside ? (own >> PageForm.LengthShift) + 1 + PageForm.LengthShift + own : (2 * BitOperations.Log2((uint)(((own + 7) / 8) + Checksum.Size))) + 1;
            next = marks[i] + 1;
        }
        return bits;
    }

    private void WriteEntries(ReadOnlySpan<LongGram> grams, ReadOnlySpan<uint> marks, int seed, int longestInside)
    {
        _page.Clear();
        _page.Write((uint)grams.Length, PageForm.CountBits);
        _page.Write((uint)(_lists.Length & 0xffffff), PageForm.OffsetHalfBits);
        _page.Write((uint)(_lists.Length >> 24), PageForm.OffsetHalfBits);
        _page.Write((uint)seed, PageForm.SeedBits);
        var next = 0u;
        for (var i = 0; i < grams.Length; i++)
        {
            _page.WriteRice(marks[i] - next, PageForm.MarkShift);
            next = marks[i] + 1;
            WriteEntry(grams[i], longestInside);
        }
    }

    private void WriteEntry(LongGram gram, int longestInside)
    {
        var code = _found.CodeOf(gram);
        var inside = gram.Bits <= longestInside;
        _page.Write(inside ? 1u : 0, 1);
        if (inside)
        {
            _page.WriteRice((uint)gram.Bits, PageForm.LengthShift);
            _page.Append(code, gram.Bits);
            return;
        }
        _page.WriteGamma(code.Length + Checksum.Size);
        _lists.Append(Checksum.Seal(code));
    }
}
