namespace ReportArchive.Search.Format;

/// <summary>
/// Where a gram lies. Grams of one or two units have a key of 32 bits that no other gram has; longer ones have two hashes.
/// A key is spread over all 32-bit numbers, and the pages of a table share those out evenly, so that finding a gram's page
/// takes no directory.
/// </summary>
internal static class GramHash
{
    /// <summary>The key of a single unit.</summary>
    public static uint Key(char only) => only;

    /// <summary>The key of a pair.</summary>
    public static uint Key(char first, char second) => ((uint)first << 16) | second;

    /// <summary>Spreads a key; no two keys meet (the finalizer of MurmurHash3).</summary>
    public static uint Spread(uint key)
    {
        key ^= key >> 16;
        key *= 0x85ebca6b;
        key ^= key >> 13;
        key *= 0xc2b2ae35;
        return key ^ (key >> 16);
    }

    /// <summary>Undoes <see cref="Spread"/>.</summary>
    public static uint Gather(uint spread)
    {
        spread ^= spread >> 16;
        spread *= 0x7ed1b41d;
        spread ^= (spread >> 13) ^ (spread >> 26);
        spread *= 0xa5cb9243;
        return spread ^ (spread >> 16);
    }

    /// <summary>The hash of which that of a longer gram's first three units chooses the page.</summary>
    public static uint Place(ReadOnlySpan<char> gram) => Hash(gram, 0x9e3779b9);

    /// <summary>The hash that tells a longer gram from others of its page, with its place; see <see cref="Mark"/>.</summary>
    public static uint Sign(ReadOnlySpan<char> gram) => Hash(gram, 0x7f4a7c15);

    /// <summary>Either hash of a gram with one unit more.</summary>
    public static uint Lengthen(uint hash, char unit) => Spread(hash ^ unit) + 0x9e3779b9;

    /// <summary>
    /// A gram's mark within its page: its key under the page's seed, scaled to a range. By the sign alone no seed would tell two grams of one
    /// sign apart, and of twenty million two on a page may have the same.
    /// </summary>
    public static uint Mark(GramKey key, int seed, uint range) =>
        (uint)(((ulong)Spread(Spread(key.Sign ^ ((uint)seed * 0x9e3779b1)) ^ key.Place) * range) >> 32);

    /// <summary>The page of a spread key.</summary>
    public static int Page(uint spread, int pages) => (int)(((ulong)spread * (uint)pages) >> 32);

    /// <summary>The first spread key of a page.</summary>
    public static uint First(int page, int pages) => (uint)((((ulong)(uint)page << 32) + (uint)pages - 1) / (uint)pages);

    private static uint Hash(ReadOnlySpan<char> gram, uint seed)
    {
        var hash = seed;
        foreach (var unit in gram)
            hash = Lengthen(hash, unit);
        return hash;
    }
}
