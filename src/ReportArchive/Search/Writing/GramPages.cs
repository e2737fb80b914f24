using System.Numerics;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Writes the table of grams of one and two units: <c>grams</c>, and the longer lists of reports into <c>lists</c>.</summary>
internal sealed class GramPages
{
    private readonly Postings _postings;
    private readonly SearchIndexOptions _options;
    private readonly PartedBytes _pages;
    private readonly PartedBytes _lists;
    private readonly BitWriter _page = new(PageForm.Bytes * 2);
    private readonly BitWriter _code = new();
    private readonly uint[] _keys;
    private readonly int[] _grams;
    private readonly int _keyShift;

    private GramPages(Postings postings, SearchIndexOptions options, PartedBytes pages, PartedBytes lists)
    {
        (_postings, _options, _pages, _lists) = (postings, options, pages, lists);
        _keys = new uint[postings.Keys.Length];
        _grams = new int[_keys.Length];
        for (var gram = 0; gram < _keys.Length; gram++)
            (_keys[gram], _grams[gram]) = (GramHash.Spread(postings.Keys[gram]), gram);
        Array.Sort(_keys, _grams);
        _keyShift = PageForm.KeyShift(_keys.Length);
    }

    /// <summary>Writes the table.</summary>
    /// <returns>Number of pages.</returns>
    public static int Write(Postings postings, SearchIndexOptions options, PartedBytes pages, PartedBytes lists) =>
        new GramPages(postings, options, pages, lists).Write();

    private int Write()
    {
        var bits = 0.0;
        // One gram in so many tells how long the codes are.
        var step = Math.Max(1, _grams.Length / 8192);
        for (var i = 0; i < _grams.Length; i += step)
            bits += step * EntryBits(_grams[i]);
        for (var pages = Math.Max(1, (int)Math.Ceiling(bits / (PageForm.Capacity * 0.98))); ; pages += Math.Max(1, pages / 16))
        {
            if (Fits(pages))
            {
                WritePages(pages);
                return pages;
            }
        }
    }

    private double EntryBits(int gram)
    {
        Encode(gram);
        return _keyShift + 1.6 + (2 * BitOperations.Log2((uint)_postings.Frequency(gram))) + 2
            + (_code.BitLength <= PageForm.LongestInside ? _code.BitLength : 2 * BitOperations.Log2((uint)_code.BitLength / 8));
    }

    /// <summary>Whether every page has room for its entries with most codes put outside; exact sizes are settled page by page.</summary>
    private bool Fits(int pages)
    {
        var (page, least) = (0, 0);
        for (var i = 0; i < _keys.Length; i++)
        {
            var own = GramHash.Page(_keys[i], pages);
            if (own != page)
                (page, least) = (own, 0);
            var frequency = _postings.Frequency(_grams[i]);
            var log = BitOperations.Log2((uint)frequency);
            var code = frequency * (BitOperations.Log2((uint)_postings.ReportCount) + 6 - log);
            least += _keyShift + 3 + (2 * log) + Math.Min(code, 28);
            if (least > PageForm.Capacity - 128)
                return false;
        }
        return true;
    }

    private void WritePages(int pages)
    {
        var from = 0;
        for (var page = 0; page < pages; page++)
        {
            var to = from;
            while (to < _keys.Length && GramHash.Page(_keys[to], pages) == page)
                to++;
            WritePage(GramHash.First(page, pages), from, to);
            from = to;
        }
    }

    /// <summary>Puts ever shorter codes outside until the page holds the rest.</summary>
    private void WritePage(uint firstKey, int from, int to)
    {
        for (var longestInside = PageForm.LongestInside; ; longestInside = longestInside * 15 / 16)
        {
            using var outside = new MemoryStream();
            WriteEntries(firstKey, from, to, longestInside, outside);
            if (_page.BitLength > PageForm.Capacity)
                continue;
            _pages.Append(PageForm.Seal(_page));
            _lists.Append(outside.GetBuffer().AsSpan(0, (int)outside.Length));
            return;
        }
    }

    private void WriteEntries(uint firstKey, int from, int to, int longestInside, MemoryStream outside)
    {
        _page.Clear();
        _page.Write((uint)(to - from), PageForm.CountBits);
        _page.Write((uint)(_lists.Length & 0xffffff), PageForm.OffsetHalfBits);
        _page.Write((uint)(_lists.Length >> 24), PageForm.OffsetHalfBits);
        var next = firstKey;
        for (var i = from; i < to; i++)
        {
            _page.WriteRice(_keys[i] - next, _keyShift);
            next = _keys[i] + 1;
            WriteEntry(_grams[i], longestInside, outside);
        }
    }

    private void WriteEntry(int gram, int longestInside, MemoryStream outside)
    {
        _page.WriteGamma(_postings.Frequency(gram));
        Encode(gram);
        var inside = _code.BitLength <= longestInside;
        _page.Write(inside ? 1u : 0, 1);
        if (inside)
        {
            _page.Append(_code);
            return;
        }
        var bytes = Checksum.Seal(_code.ToArray());
        _page.WriteGamma(bytes.Length);
        outside.Write(bytes);
    }

    private void Encode(int gram)
    {
        _code.Clear();
        SortedNumbers.Write(_code, _postings.ReportsOf(gram), _postings.ReportCount);
        if (_postings.HasMasks(gram, _options))
            PartMasks.Write(_code, _postings.MasksOf(gram));
    }
}
