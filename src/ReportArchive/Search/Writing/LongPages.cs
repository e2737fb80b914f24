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
                WritePages(pages);
                return pages;
            }
        }
    }

    private bool Fits(int pages)
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

    private void WritePages(int pages)
    {
        var stored = CollectionsMarshal.AsSpan(_found.Stored);
        var unstored = CollectionsMarshal.AsSpan(_found.Unstored);
        for (var page = 0; page < pages; page++)
        {
            var (own, alike) = (0, 0);
            while (own < stored.Length && GramHash.Page(stored[own].Place, pages) == page)
                own++;
            while (alike < unstored.Length && GramHash.Page(unstored[alike].Place, pages) == page)
                alike++;
            WritePage(stored[..own], unstored[..alike]);
            stored = stored[own..];
            unstored = unstored[alike..];
        }
    }

    private void WritePage(ReadOnlySpan<LongGram> grams, ReadOnlySpan<(uint Place, uint Sign)> unstored)
    {
        var range = (uint)(grams.Length * PageForm.MarksPerEntry);
        var seed = Seed(grams, unstored, range);
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

    /// <summary>A seed under which no two grams of the page have one mark, and none that is not stored has that of one that is.</summary>
    /// <exception cref="InvalidOperationException">There is none; two long grams share both hashes.</exception>
    private int Seed(ReadOnlySpan<LongGram> grams, ReadOnlySpan<(uint Place, uint Sign)> unstored, uint range)
    {
        for (var seed = 0; seed < 1 << PageForm.SeedBits; seed++)
        {
            _marks.Clear();
            var apart = true;
            foreach (var gram in grams)
                apart = apart && _marks.Add(GramHash.Mark(gram.Sign, seed, range));
            foreach (var (_, sign) in unstored)
                apart = apart && !_marks.Contains(GramHash.Mark(sign, seed, range));
            if (apart)
                return seed;
        }
        throw new InvalidOperationException("long grams cannot be told apart");
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
