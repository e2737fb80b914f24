using System.Numerics;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Writes the table of grams of one and two units: <c>grams</c>, and the longer lists of reports into <c>lists</c>.</summary>
internal sealed class GramPages
{
    private readonly Func<MergedGrams> _open;
    private readonly int _slots;
    private readonly PartedBytes _pages;
    private readonly PartedBytes _lists;
    private readonly BitWriter _page = new(PageForm.Bytes * 2);
    private readonly int _grams;
    private readonly double _codeBits;
    private readonly int _keyShift;

    private GramPages(Func<MergedGrams> open, int slots, PartedBytes pages, PartedBytes lists)
    {
        (_open, _slots, _pages, _lists) = (open, slots, pages, lists);
        for (var merged = open(); merged.TakeOne(); _grams++)
        {
            foreach (var code in merged.CodesOf(merged.Grams[0]))
            {
                _codeBits += (2 * BitOperations.Log2((uint)code.Count)) + 2
                    + (code.Bits <= PageForm.LongestInside ? code.Bits : 2 * BitOperations.Log2((uint)code.Bits / 8));
            }
        }
        _keyShift = PageForm.KeyShift(_grams);
    }

    /// <summary>Writes the table.</summary>
    /// <param name="open">Opens the grams of all segments.</param>
    /// <param name="slots">Number of segments.</param>
    /// <param name="pages">The file of pages.</param>
    /// <param name="lists">The file of codes outside.</param>
    /// <returns>Number of grams and of pages.</returns>
    public static (int Grams, int Pages) Write(Func<MergedGrams> open, int slots, PartedBytes pages, PartedBytes lists)
    {
        var table = new GramPages(open, slots, pages, lists);
        return (table._grams, table.Write());
    }

    private int Write()
    {
        var bits = _codeBits + (_grams * (_keyShift + 1.6 + PageForm.SlotBits(_slots)));
        var least = Math.Max(1, (int)Math.Ceiling(bits / (PageForm.Capacity * 0.98)));
        var pages = PageForm.Fewest(least, _slots, Fits);
        WritePages(pages);
        return pages;
    }

    /// <summary>Whether every page has room for its entries with codes longer than so many bits put outside; exact sizes are settled page by page.</summary>
    private bool Fits(int pages, int longestInside)
    {
        var merged = _open();
        for (var page = 0; page < pages; page++)
        {
            merged.TakePage(page, pages);
            if (BitsOf(merged, page, pages, longestInside) > PageForm.Capacity)
                return false;
        }
        return true;
    }

    private void WritePages(int pages)
    {
        var merged = _open();
        for (var page = 0; page < pages; page++)
        {
            merged.TakePage(page, pages);
            var longestInside = PageForm.LongestInside;
            // Ever shorter codes are put outside until the page holds the rest.
            while (BitsOf(merged, page, pages, longestInside) > PageForm.Capacity)
                longestInside = longestInside * 15 / 16;
            WriteEntries(merged, page, pages, longestInside);
            _pages.Append(PageForm.Seal(_page));
        }
    }

    /// <summary>Bits of a page whose codes stand in it up to a length.</summary>
    private int BitsOf(MergedGrams merged, int page, int pages, int longestInside)
    {
        var bits = PageForm.CountBits + (2 * PageForm.OffsetHalfBits);
        var next = GramHash.First(page, pages);
        foreach (var gram in merged.Grams)
        {
            var key = gram.Key.Home;
            bits += (int)((key - next) >> _keyShift) + 1 + _keyShift + PageForm.SlotBits(_slots);
            foreach (var code in merged.CodesOf(gram))
                bits += PageForm.GammaBits(code.Count) + 1 + (code.Bits <= longestInside ? code.Bits : PageForm.GammaBits(code.Bytes + Checksum.Size));
            next = key + 1;
        }
        return bits;
    }

    private void WriteEntries(MergedGrams merged, int page, int pages, int longestInside)
    {
        _page.Clear();
        PageForm.WriteHead(_page, merged.Grams.Length, _lists.Length);
        var next = GramHash.First(page, pages);
        foreach (var gram in merged.Grams)
        {
            var key = gram.Key.Home;
            _page.WriteRice(key - next, _keyShift);
            next = key + 1;
            PageForm.WriteSlots(_page, merged.CodesOf(gram), _slots);
            foreach (var code in merged.CodesOf(gram))
            {
                _page.WriteGamma(code.Count);
                var inside = code.Bits <= longestInside;
                _page.Write(inside ? 1u : 0, 1);
                if (inside)
                {
                    _page.Append(merged.BytesOf(code), code.Bits);
                    continue;
                }
                _page.WriteGamma(code.Bytes + Checksum.Size);
                _lists.Append(Checksum.Seal(merged.BytesOf(code)));
            }
        }
    }
}
