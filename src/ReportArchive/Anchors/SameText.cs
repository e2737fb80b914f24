namespace ReportArchive.Anchors;

/// <summary>
/// Pairs blocks of the same text wherever they stand, so a moved paragraph keeps its anchor. Where a text stands several times,
/// the copies whose neighbours are paired go first; the rest pair in their order.
/// </summary>
internal static class SameText
{
    public static void Pair(Alignment alignment)
    {
        var copies = new List<(int[] Old, int[] New)>();
        foreach (var (old, @new) in Groups(alignment, alignment.LooseOld()))
        {
            if (old.Length == 1 && @new.Length == 1)
                alignment.Match(old[0], @new[0]);
            else
                copies.Add((old, @new));
        }
        foreach (var (old, @new) in copies)
            PairCopies(alignment, old, @new);
    }

    public static void PairRetired(Alignment alignment)
    {
        foreach (var (old, @new) in Groups(alignment, alignment.LooseRetired()))
            PairInOrder(alignment, old, @new);
    }

    private static IEnumerable<(int[] Old, int[] New)> Groups(Alignment alignment, IEnumerable<int> old)
    {
        var added = alignment.LooseNew().ToLookup(i => alignment.New[i].Profile.Key, StringComparer.Ordinal);
        return [.. old
            .GroupBy(i => alignment.Old[i].Profile.Key, StringComparer.Ordinal)
            .Select(group => (group.ToArray(), added[group.Key].ToArray()))
            .Where(static group => group.Item2.Length > 0)];
    }

    private static void PairCopies(Alignment alignment, int[] old, int[] @new)
    {
        foreach (var (o, n) in from o in old from n in @new orderby Neighbours(alignment, o, n) descending select (o, n))
        {
            if (Neighbours(alignment, o, n) > 0 && alignment.NewOf(o) == Alignment.None && alignment.OldOf(n) == Alignment.None)
                alignment.Match(o, n);
        }
        PairInOrder(alignment, old, @new);
    }

    private static void PairInOrder(Alignment alignment, int[] old, int[] @new)
    {
        var left = old.Where(o => alignment.NewOf(o) == Alignment.None);
        var right = @new.Where(n => alignment.OldOf(n) == Alignment.None);
        foreach (var (o, n) in left.Zip(right).ToArray())
            alignment.Match(o, n);
    }

    private static int Neighbours(Alignment alignment, int old, int @new) =>
        (alignment.FollowsSame(old, @new) ? 1 : 0) + (alignment.PrecedesSame(old, @new) ? 1 : 0);
}
