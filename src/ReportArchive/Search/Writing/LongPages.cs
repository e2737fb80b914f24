using System.Runtime.InteropServices;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Writes the table of long grams: <c>long</c>, and the longer codes into <c>lists</c>.</summary>
internal sealed class LongPages
{
    private readonly LongGrams _found;
    private readonly PartedBytes _pages;
    private readonly PartedBytes _lists;
    private readonly BitWriter _page = new(PageForm.Bytes * 2);
    private readonly HashSet<uint> _marks = [];

    /// <summary>By page the number of its grams and its seed.</summary>
    private readonly List<(int Grams, int Seed)> _seeds = [];

    private LongPages(LongGrams found, PartedBytes pages, PartedBytes lists) => (_found, _pages, _lists) = (found, pages, lists);

    /// <summary>Writes the table.</summary>
    /// <returns>Number of pages; none where nothing is stored.</returns>
    public static int Write(LongGrams found, PartedBytes pages, PartedBytes lists) =>
        found.Stored.Count == 0 ? 0 : new LongPages(found, pages, lists).Write();

    private int Write()
    {
        var bits = 0.0;
        foreach (var gram in _found.Stored)
            bits += PageForm.MarkShift + 2.5 + 1 + (gram.Bits <= PageForm.LongestInside ? 7.5 + gram.Bits : 14);
        _found.Stored.Sort(static (a, b) => a.Place != b.Place ? a.Place.CompareTo(b.Place) : a.Sign.CompareTo(b.Sign));
        _found.Unstored.Sort();
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
        foreach (var gram in _found.Stored)
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
        var stored = CollectionsMarshal.AsSpan(_found.Stored);
        var unstored = CollectionsMarshal.AsSpan(_found.Unstored);
        _seeds.Clear();
        for (var page = 0; page < pages; page++)
        {
            var (own, alike) = (0, 0);
            while (own < stored.Length && GramHash.Page(stored[own].Place, pages) == page)
                own++;
            while (alike < unstored.Length && GramHash.Page(unstored[alike].Place, pages) == page)
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
        var stored = CollectionsMarshal.AsSpan(_found.Stored);
        foreach (var (own, seed) in _seeds)
        {
            WritePage(stored[..own], seed);
            stored = stored[own..];
        }
    }

    private void WritePage(ReadOnlySpan<LongGram> grams, int seed)
    {
        var range = Range(grams);
        var sorted = grams.ToArray();
        Array.Sort(sorted, (a, b) => GramHash.Mark(a.Sign, seed, range).CompareTo(GramHash.Mark(b.Sign, seed, range)));
        for (var longestInside = PageForm.LongestInside; ; longestInside = longestInside * 15 / 16)
        {
            using var outside = new MemoryStream();
            WriteEntries(sorted, seed, range, longestInside, outside);
            if (_page.BitLength > PageForm.Capacity)
                continue;
            _pages.Append(PageForm.Seal(_page));
            _lists.Append(outside.GetBuffer().AsSpan(0, (int)outside.Length));
            return;
        }
    }

    private static uint Range(ReadOnlySpan<LongGram> grams) => (uint)(grams.Length * PageForm.MarksPerEntry);

    /// <summary>A seed under which no two grams of the page have one mark, and none that is not stored has that of one that is; negative for none.</summary>
    private int Seed(ReadOnlySpan<LongGram> grams, ReadOnlySpan<(uint Place, uint Sign)> unstored)
    {
        for (var seed = 0; seed < 1 << PageForm.SeedBits; seed++)
        {
            if (TellsApart(grams, unstored, seed))
                return seed;
        }
        return -1;
    }

    private bool TellsApart(ReadOnlySpan<LongGram> grams, ReadOnlySpan<(uint Place, uint Sign)> unstored, int seed)
    {
        var range = Range(grams);
        _marks.Clear();
        foreach (var gram in grams)
        {
            if (!_marks.Add(GramHash.Mark(gram.Sign, seed, range)))
                return false;
        }
        foreach (var (_, sign) in unstored)
        {
            if (_marks.Contains(GramHash.Mark(sign, seed, range)))
                return false;
        }
        return true;
    }

    private void WriteEntries(LongGram[] grams, int seed, uint range, int longestInside, MemoryStream outside)
    {
        _page.Clear();
        _page.Write((uint)grams.Length, PageForm.CountBits);
        _page.Write((uint)(_lists.Length & 0xffffff), PageForm.OffsetHalfBits);
        _page.Write((uint)(_lists.Length >> 24), PageForm.OffsetHalfBits);
        _page.Write((uint)seed, PageForm.SeedBits);
        var next = 0u;
        foreach (var gram in grams)
        {
            var mark = GramHash.Mark(gram.Sign, seed, range);
            _page.WriteRice(mark - next, PageForm.MarkShift);
            next = mark + 1;
            WriteEntry(gram, longestInside, outside);
        }
    }

    private void WriteEntry(LongGram gram, int longestInside, MemoryStream outside)
    {
        var code = _found.CodeOf(gram);
        var inside = gram.Bits <= longestInside;
        _page.Write(inside ? 1u : 0, 1);
        if (!inside)
        {
            var bytes = Checksum.Seal(code);
            _page.WriteGamma(bytes.Length);
            outside.Write(bytes);
            return;
        }
        _page.WriteRice((uint)gram.Bits, PageForm.LengthShift);
        for (var bit = 0; bit < gram.Bits; bit += 8)
            _page.Write(code[bit / 8] & ((1u << Math.Min(8, gram.Bits - bit)) - 1), Math.Min(8, gram.Bits - bit));
    }
}
