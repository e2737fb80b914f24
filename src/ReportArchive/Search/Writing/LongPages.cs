using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// Writes the table of long grams: <c>long</c>, and into <c>lists</c> the longer codes. All grams that begin with the same three units are
/// on one page, so that a phrase is looked up on as many pages as it has units; so are those that begin with the same four <see cref="Figures"/>.
/// Where they are too many the page is crowded: all longer ones stand in blocks in <c>lists</c>, of the form of a page, side by side.
/// </summary>
internal sealed class LongPages
{
    /// <summary>More blocks than any page has: for them the number takes no more bits.</summary>
    private const int ManyBlocks = 1 << 20;

    private readonly Func<MergedGrams> _openStored;
    private readonly Func<MergedGrams> _openUnstored;
    private readonly int _slots;
    private readonly PartedBytes _pages;
    private readonly PartedBytes _lists;

    private LongPages(Func<MergedGrams> stored, Func<MergedGrams> unstored, int slots, PartedBytes pages, PartedBytes lists) =>
        (_openStored, _openUnstored, _slots, _pages, _lists) = (stored, unstored, slots, pages, lists);

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
        var bits = BitsOfPages();
        if (bits == 0)
            return 0;
        var pages = PageForm.Fewest((int)Math.Ceiling(bits / (PageForm.Capacity * 0.98)), _slots, Fits);
        var (stored, unstored) = (_openStored(), _openUnstored());
        for (var page = 0; page < pages; page++)
        {
            stored.TakePage(page, pages);
            unstored.TakePage(page, pages);
            WritePage(stored, unstored);
        }
        return pages;
    }

    /// <summary>About how many bits are to be shared out among pages; those of grams that will crowd theirs are not.</summary>
    private double BitsOfPages()
    {
        var (bits, longer, home) = (0.0, 0.0, 0u);
        for (var merged = _openStored(); merged.TakeOne();)
        {
            var gram = merged.Grams[0];
            if (gram.Key.Home != home)
                (bits, longer, home) = (bits + Gathered(longer), 0, gram.Key.Home);
            if (gram.IsHome)
                bits += BitsOf(gram, merged);
            else
                longer += BitsOf(gram, merged);
        }
        return bits + Gathered(longer);

        static double Gathered(double longer) => longer <= PageForm.CrowdingBits ? longer : 0;
    }

    /// <summary>About how many bits a gram takes.</summary>
    private double BitsOf(MergedGram gram, MergedGrams merged)
    {
        var bits = PageForm.MarkShift + 2.5 + PageForm.SlotBits(_slots);
        foreach (var code in merged.CodesOf(gram))
            bits += 1 + PageForm.MagnitudeBits + (code.Bits <= PageForm.LongestInside ? 7.5 + code.Bits : 14);
        return bits;
    }

    /// <summary>Whether every page has room for what must be on it, codes longer than so many bits put outside.</summary>
    private bool Fits(int pages, int longestInside)
    {
        var (stored, unstored) = (_openStored(), _openUnstored());
        for (var page = 0; page < pages; page++)
        {
            stored.TakePage(page, pages);
            unstored.TakePage(page, pages);
            var fits = HasRoom(LongPage.Of(stored.Grams, unstored.Grams), stored, longestInside, 0)
                || (longestInside < PageForm.LongestInside && HasRoom(Home(stored, unstored), stored, longestInside, ManyBlocks));
            if (!fits)
                return false;
        }
        return true;
    }

    private bool HasRoom(LongPage? page, MergedGrams codes, int longestInside, int blocks) =>
        page is not null && page.Bits(codes, _slots, longestInside, blocks) <= PageForm.Capacity;

    private void WritePage(MergedGrams stored, MergedGrams unstored)
    {
        var (page, blocks) = (LongPage.Of(stored.Grams, unstored.Grams), 0);
        if (!HasRoom(page, stored, PageForm.ShortestInside, 0))
        {
            page = Home(stored, unstored);
            blocks = WriteBlocks(stored, unstored);
        }
        var longestInside = PageForm.LongestInside;
        while (!HasRoom(page, stored, longestInside, blocks))
            longestInside = longestInside * 15 / 16;
        _pages.Append(page!.Write(stored, _slots, longestInside, blocks, _lists));
    }

    /// <summary>Writes the longer grams of a page into the fewest blocks that have all their codes in them.</summary>
    /// <returns>How many.</returns>
    private int WriteBlocks(MergedGrams stored, MergedGrams unstored)
    {
        var bits = 0.0;
        foreach (var gram in stored.Grams)
            bits += gram.IsHome ? 0 : BitsOf(gram, stored);
        for (var count = 1 + (int)(bits / PageForm.Capacity); ; count += 1 + (count / 16))
        {
            var blocks = Enumerable.Range(0, count).Select(block => Block(stored, unstored, block, count)).ToList();
            if (!blocks.TrueForAll(block => HasRoom(block, stored, PageForm.LongestInside, 0)))
                continue;
            // What stands outside a block comes before the first.
            var written = blocks.ConvertAll(block => block!.Write(stored, _slots, PageForm.LongestInside, 0, _lists));
            foreach (var block in written)
                _lists.Append(block);
            return count;
        }
    }

    /// <summary>The grams that are on a crowded page.</summary>
    private static LongPage? Home(MergedGrams stored, MergedGrams unstored)
    {
        return LongPage.Of(Own(stored), Own(unstored));

        static MergedGram[] Own(MergedGrams grams) => [.. grams.Grams.ToArray().Where(static gram => gram.IsHome)];
    }

    /// <summary>Those in one of its blocks.</summary>
    private static LongPage? Block(MergedGrams stored, MergedGrams unstored, int block, int blocks)
    {
        return LongPage.Of(Within(stored), Within(unstored));

        MergedGram[] Within(MergedGrams grams) => [.. grams.Grams.ToArray().Where(gram => !gram.IsHome && GramHash.Page(gram.Key.Sign, blocks) == block)];
    }
}
