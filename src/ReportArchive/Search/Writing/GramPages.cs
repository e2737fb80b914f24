using System.Numerics;
using System.Runtime.InteropServices;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Writes the table of grams of one and two units: <c>grams</c>, and the longer lists of reports into <c>lists</c>.</summary>
internal sealed class GramPages
{
    private readonly Postings _pairs;
    private readonly SinglePostings _singles;
    private readonly SearchIndexOptions _options;
    private readonly PartedBytes _pages;
    private readonly PartedBytes _lists;
    private readonly BitWriter _page = new(PageForm.Bytes * 2);
    private readonly BitWriter _code = new();
    private readonly List<Entry> _entries = [];
    private readonly List<byte> _codes = [];
    private readonly uint[] _keys;

    /// <summary>By key the gram: a pair, or beyond these a single unit.</summary>
    private readonly int[] _grams;
    private readonly int _keyShift;

    private GramPages(Postings pairs, SinglePostings singles, SearchIndexOptions options, PartedBytes pages, PartedBytes lists)
    {
        (_pairs, _singles, _options, _pages, _lists) = (pairs, singles, options, pages, lists);
        _keys = new uint[pairs.Keys.Length + singles.Units.Length];
        _grams = new int[_keys.Length];
        for (var gram = 0; gram < _keys.Length; gram++)
        {
            var key = gram < pairs.Keys.Length ? pairs.Keys[gram] : GramHash.Key(singles.Units[gram - pairs.Keys.Length]);
            (_keys[gram], _grams[gram]) = (GramHash.Spread(key), gram);
        }
        Array.Sort(_keys, _grams);
        _keyShift = PageForm.KeyShift(_keys.Length);
    }

    /// <summary>Writes the table.</summary>
    /// <returns>Number of grams and of pages.</returns>
    public static (int Grams, int Pages) Write(Postings pairs, SinglePostings singles, SearchIndexOptions options, PartedBytes pages, PartedBytes lists)
    {
        var table = new GramPages(pairs, singles, options, pages, lists);
        return (table._keys.Length, table.Write());
    }

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
        return _keyShift + 1.6 + (2 * BitOperations.Log2((uint)Frequency(gram))) + 2
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
            var frequency = Frequency(_grams[i]);
            var log = BitOperations.Log2((uint)frequency);
            var code = frequency * (BitOperations.Log2((uint)_pairs.ReportCount) + 6 - log);
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
        var taken = EncodeAll(firstKey, from, to);
        var longestInside = PageForm.LongestInside;
        while (taken + _entries.Sum(entry => entry.LastBits(longestInside)) > PageForm.Capacity)
            longestInside = longestInside * 15 / 16;
        _page.Clear();
        _page.Write((uint)(to - from), PageForm.CountBits);
        _page.Write((uint)(_lists.Length & 0xffffff), PageForm.OffsetHalfBits);
        _page.Write((uint)(_lists.Length >> 24), PageForm.OffsetHalfBits);
        foreach (var entry in _entries)
            WriteEntry(entry, longestInside);
        _pages.Append(PageForm.Seal(_page));
    }

    /// <summary>Encodes the entries of a page.</summary>
    /// <returns>Bits that the page takes whatever codes it holds.</returns>
    private int EncodeAll(uint firstKey, int from, int to)
    {
        _entries.Clear();
        _codes.Clear();
        var taken = PageForm.CountBits + (2 * PageForm.OffsetHalfBits);
        var next = firstKey;
        for (var i = from; i < to; i++)
        {
            Encode(_grams[i]);
            var entry = new Entry(_keys[i] - next, Frequency(_grams[i]), _codes.Count, _code.BitLength);
            taken += (int)(entry.Gap >> _keyShift) + 1 + _keyShift + (2 * BitOperations.Log2((uint)entry.Frequency)) + 1 + 1;
            _entries.Add(entry);
            CollectionsMarshal.SetCount(_codes, _codes.Count + entry.CodeBytes);
            _code.CopyTo(CollectionsMarshal.AsSpan(_codes)[entry.Start..]);
            next = _keys[i] + 1;
        }
        return taken;
    }

    private void WriteEntry(Entry entry, int longestInside)
    {
        _page.WriteRice(entry.Gap, _keyShift);
        _page.WriteGamma(entry.Frequency);
        var code = CollectionsMarshal.AsSpan(_codes).Slice(entry.Start, entry.CodeBytes);
        if (entry.Bits <= longestInside)
        {
            _page.Write(1, 1);
            _page.Append(code, entry.Bits);
            return;
        }
        _page.Write(0, 1);
        _page.WriteGamma(entry.CodeBytes + Checksum.Size);
        _lists.Append(Checksum.Seal(code));
    }

    private int Frequency(int gram) => gram < _pairs.Keys.Length ? _pairs.Frequency(gram) : _singles.Frequency(gram - _pairs.Keys.Length);

    private void Encode(int gram)
    {
        _code.Clear();
        if (gram >= _pairs.Keys.Length)
        {
            SortedNumbers.Write(_code, _singles.ReportsOf(gram - _pairs.Keys.Length), _pairs.ReportCount);
            return;
        }
        SortedNumbers.Write(_code, _pairs.ReportsOf(gram), _pairs.ReportCount);
        if (_pairs.HasMasks(gram, _options))
            PartMasks.Write(_code, _pairs.MasksOf(gram));
    }

    /// <summary>An entry of the page at hand.</summary>
    /// <param name="Gap">From the key before.</param>
    /// <param name="Frequency">Number of reports.</param>
    /// <param name="Start">Where its code begins among those of the page, in bytes.</param>
    /// <param name="Bits">Length of its code.</param>
    private readonly record struct Entry(uint Gap, int Frequency, int Start, int Bits)
    {
        public int CodeBytes => (Bits + 7) / 8;

        /// <summary>Bits that its code takes in the page, or that tell its length where it stands outside.</summary>
        public int LastBits(int longestInside) => Bits <= longestInside ? Bits : (2 * BitOperations.Log2((uint)(CodeBytes + Checksum.Size))) + 1;
    }
}
