using System.Numerics;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Writes the table of long grams: <c>long</c>, and the longer codes into <c>lists</c>.</summary>
internal sealed class LongPages
{
    private readonly LongGrams _found;
    private readonly ulong[] _keys;
    private readonly uint[] _stored;
    private readonly ulong[] _unstored;
    private readonly PartedBytes _pages;
    private readonly PartedBytes _lists;
    private readonly BitWriter _page = new(PageForm.Bytes * 2);

    /// <summary>Whether a mark is taken on the page at hand.</summary>
    private readonly bool[] _taken = new bool[PageForm.MarksPerEntry << PageForm.CountBits];

    /// <summary>By page the number of its grams and its seed.</summary>
    private readonly List<(int Grams, int Seed)> _seeds = [];

    private LongPages(LongGrams found, PartedBytes pages, PartedBytes lists) =>
        ((_keys, _stored), _found, _unstored, _pages, _lists) = (found.Stored(), found, found.Unstored(), pages, lists);

    /// <summary>Writes the table.</summary>
    /// <returns>Number of pages; none where nothing is stored.</returns>
    public static int Write(LongGrams found, PartedBytes pages, PartedBytes lists) =>
        found.Count == 0 ? 0 : new LongPages(found, pages, lists).Write();

    private int Write()
    {
        var bits = 0.0;
        foreach (var gram in _stored)
            bits += PageForm.MarkShift + 2.5 + 1 + (_found.BitsOf(gram) is <= PageForm.LongestInside and var code ? 7.5 + code : 14);
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
        foreach (var key in _keys)
        {
            var own = PageOf(key, pages);
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
        ReadOnlySpan<ulong> stored = _keys;
        ReadOnlySpan<ulong> unstored = _unstored;
        _seeds.Clear();
        for (var page = 0; page < pages; page++)
        {
            var (own, alike) = (0, 0);
            while (own < stored.Length && PageOf(stored[own], pages) == page)
                own++;
            while (alike < unstored.Length && PageOf(unstored[alike], pages) == page)
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
            WritePage(_keys.AsSpan(from, own), _stored.AsSpan(from, own), seed);
            from += own;
        }
    }

    private void WritePage(ReadOnlySpan<ulong> keys, Span<uint> grams, int seed)
    {
        var marks = new uint[grams.Length];
        for (var i = 0; i < marks.Length; i++)
            marks[i] = GramHash.Mark((uint)keys[i], seed, Range(grams.Length));
        marks.AsSpan().Sort(grams);
        var longestInside = PageForm.LongestInside;
        while (BitsOf(grams, marks, longestInside) > PageForm.Capacity)
            longestInside = longestInside * 15 / 16;
        WriteEntries(grams, marks, seed, longestInside);
        _pages.Append(PageForm.Seal(_page));
    }

    private static int PageOf(ulong key, int pages) => GramHash.Page((uint)(key >> 32), pages);

    private static uint Range(int grams) => (uint)(grams * PageForm.MarksPerEntry);

    /// <summary>A seed under which no two grams of the page have one mark, and none that is not stored has that of one that is; negative for none.</summary>
    private int Seed(ReadOnlySpan<ulong> grams, ReadOnlySpan<ulong> unstored)
    {
        for (var seed = 0; seed < 1 << PageForm.SeedBits; seed++)
        {
            _taken.AsSpan(0, (int)Range(grams.Length)).Clear();
            if (TellsApart(grams, unstored, seed))
                return seed;
        }
        return -1;
    }

    private bool TellsApart(ReadOnlySpan<ulong> grams, ReadOnlySpan<ulong> unstored, int seed)
    {
        var range = Range(grams.Length);
        foreach (var gram in grams)
        {
            ref var taken = ref _taken[GramHash.Mark((uint)gram, seed, range)];
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
    private int BitsOf(ReadOnlySpan<uint> grams, ReadOnlySpan<uint> marks, int longestInside)
    {
        var bits = PageForm.CountBits + (2 * PageForm.OffsetHalfBits) + PageForm.SeedBits;
        var next = 0u;
        for (var i = 0; i < grams.Length; i++)
        {
            var own = _found.BitsOf(grams[i]);
            bits += (int)((marks[i] - next) >> PageForm.MarkShift) + 1 + PageForm.MarkShift + 1;
            bits += own <= longestInside ? (own >> PageForm.LengthShift) + 1 + PageForm.LengthShift + own : (2 * BitOperations.Log2((uint)(((own + 7) / 8) + Checksum.Size))) + 1;
            next = marks[i] + 1;
        }
        return bits;
    }

    private void WriteEntries(ReadOnlySpan<uint> grams, ReadOnlySpan<uint> marks, int seed, int longestInside)
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

    private void WriteEntry(uint gram, int longestInside)
    {
        var code = _found.CodeOf(gram);
        var bits = _found.BitsOf(gram);
        var inside = bits <= longestInside;
        _page.Write(inside ? 1u : 0, 1);
        if (inside)
        {
            _page.WriteRice((uint)bits, PageForm.LengthShift);
            _page.Append(code, bits);
            return;
        }
        _page.WriteGamma(code.Length + Checksum.Size);
        _lists.Append(Checksum.Seal(code));
    }
}
