using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>A page of long grams that all its grams do not fit on, as it is written: the longer ones stand in <see cref="LongBlocks"/>.</summary>
/// <param name="Home">What is on the page: the grams that choose it.</param>
/// <param name="Blocks">The longer ones, by block.</param>
/// <param name="Rooms">The codes that each block has room for.</param>
/// <param name="Units">Length of each block.</param>
internal sealed record CrowdedPage(LongPage Home, LongPage[] Blocks, CodeRoom[] Rooms, int[] Units)
{
    /// <summary>No block is made longer than this for the sake of long codes, in units: two kilobytes.</summary>
    private const int MostUnits = 2048 / LongBlocks.Unit;

    /// <summary>The page with as many blocks as make one as long as a page, or as many as it can name.</summary>
    /// <returns>None where what must be on it does not fit either, or the grams of a block cannot be told apart.</returns>
    public static CrowdedPage? Of(ReadOnlySpan<MergedGram> stored, ReadOnlySpan<MergedGram> unstored, MergedGrams codes, int slots)
    {
        if (LongPage.Of(Own(stored), Own(unstored)) is not { } home)
            return null;
        var (longer, longerUnstored) = (Longer(stored), Longer(unstored));
        var bits = 0;
        foreach (var gram in longer)
            bits += PageForm.MarkShift + 2 + LongPage.BitsOf(codes.CodesOf(gram), slots, CodeRoom.Block);
        var room = PageForm.Capacity - home.Bits(codes, slots, CodeRoom.FullPage, []);
        // More where their grams cannot be told apart from those that are not stored; fewer where the page cannot name so many.
        var most = room / LongBlocks.LeastBits;
        for (var count = Math.Clamp(1 + (bits / PageForm.Capacity), 1, Math.Max(1, most)); count <= most; count += 1 + (count / 8))
        {
            if (Of(home, longer, longerUnstored, codes, slots, count) is { } page)
                return LongBlocks.Bits(page.Units) <= room ? page : Fewer(count);
        }
        return null;

        CrowdedPage? Fewer(int count)
        {
            while ((count = count * 3 / 4) > 0)
            {
                if (Of(home, longer, longerUnstored, codes, slots, count) is { } page && LongBlocks.Bits(page.Units) <= room)
                    return page;
            }
            return null;
        }

        static MergedGram[] Own(ReadOnlySpan<MergedGram> grams) => [.. grams.ToArray().Where(static gram => gram.IsHome)];
        static MergedGram[] Longer(ReadOnlySpan<MergedGram> grams) => [.. grams.ToArray().Where(static gram => !gram.IsHome)];
    }

    private static CrowdedPage? Of(LongPage home, MergedGram[] stored, MergedGram[] unstored, MergedGrams codes, int slots, int count)
    {
        var (ofStored, ofUnstored) = (Shared(stored), Shared(unstored));
        var (blocks, rooms, units) = (new LongPage[count], new CodeRoom[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            if (LongPage.Of(ofStored[i], ofUnstored[i]) is not { } block)
                return null;
            var room = CodeRoom.Block;
            while (LongBlocks.UnitsOf(block.Bits(codes, slots, room, [])) > MostUnits && room.Longest > CodeRoom.FullPage.Longest)
                room = room.Less();
            (blocks[i], rooms[i], units[i]) = (block, room, LongBlocks.UnitsOf(block.Bits(codes, slots, room, [])));
        }
        return new CrowdedPage(home, blocks, rooms, units);

        MergedGram[][] Shared(MergedGram[] grams)
        {
            var shared = grams.ToLookup(gram => LongBlocks.Of(gram.Key.Sign, count));
            return [.. Enumerable.Range(0, count).Select(block => shared[block].ToArray())];
        }
    }
}
