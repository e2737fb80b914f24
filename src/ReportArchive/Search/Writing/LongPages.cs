using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// Writes the table of long grams: <c>long</c>, and into <c>lists</c> the longer codes. All grams that begin with the same three units are
/// on one page, so that a phrase is looked up on as many pages as it has units; so are those that begin with the same four <see cref="Figures"/>.
/// Where they are too many the page is crowded: all longer ones stand in blocks in <c>lists</c>, side by side: see <see cref="CrowdedPage"/>.
/// </summary>
internal sealed class LongPages
{
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
    private double BitsOf(MergedGram gram, MergedGrams merged) => PageForm.MarkShift + 2.5 + LongPage.BitsOf(merged.CodesOf(gram), _slots, CodeRoom.Page);

    /// <summary>Whether every page has room for what must be on it, the codes that there is no room for put outside.</summary>
    private bool Fits(int pages, int longestInside)
    {
        var (stored, unstored) = (_openStored(), _openUnstored());
        var room = CodeRoom.Page with { Longest = longestInside };
        for (var page = 0; page < pages; page++)
        {
            stored.TakePage(page, pages);
            unstored.TakePage(page, pages);
            if (!HasRoom(LongPage.Of(stored.Grams, unstored.Grams), stored, room, []) && (room == CodeRoom.Page || CrowdedPage.Of(stored.Grams, unstored.Grams, stored, _slots) is null))
                return false;
        }
        return true;
    }

    private bool HasRoom(LongPage? page, MergedGrams codes, CodeRoom room, ReadOnlySpan<int> blocks) =>
        page is not null && page.Bits(codes, _slots, room, blocks) <= PageForm.Capacity;

    private void WritePage(MergedGrams stored, MergedGrams unstored)
    {
        var (page, blocks) = (LongPage.Of(stored.Grams, unstored.Grams), Array.Empty<int>());
        if (!HasRoom(page, stored, CodeRoom.FullPage, []))
        {
            var crowded = CrowdedPage.Of(stored.Grams, unstored.Grams, stored, _slots)!;
            (page, blocks) = (crowded.Home, crowded.Units);
            WriteBlocks(crowded, stored);
        }
        var room = CodeRoom.Page;
        while (!HasRoom(page, stored, room, blocks))
            room = room.Less();
        _pages.Append(page!.Write(stored, _slots, room, blocks, _lists));
    }

    private void WriteBlocks(CrowdedPage page, MergedGrams codes)
    {
        // What stands outside a block comes before the first.
        var written = page.Blocks.Select((block, i) => block.Write(codes, _slots, page.Rooms[i], [], _lists, page.Units[i] * LongBlocks.Unit)).ToList();
        foreach (var block in written)
            _lists.Append(block);
    }
}
