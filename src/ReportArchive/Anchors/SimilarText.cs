namespace ReportArchive.Anchors;

/// <summary>
/// Pairs blocks of similar texts, the most similar first. Neighbours that are paired decide between texts about equally alike.
/// A text that was cut to a part of itself, or set into a much longer one, is found last.
/// </summary>
internal static class SimilarText
{
    // Tuned on random edit histories of real reports; see AnchorHistoryTests.
    private const double Alike = 0.5;
    private const double Contained = 0.8;
    private const double Restored = 0.8;
    private const int Telling = 12;

    public static void Pair(Alignment alignment) => PairBest(alignment, Pairs(alignment, [.. alignment.LooseOld()], Score));

    public static void PairRetired(Alignment alignment) =>
        PairBest(alignment, Pairs(alignment, [.. alignment.LooseRetired()], static (_, likeness, _, _) => likeness >= Restored ? likeness : 0));

    private static double Score(int smaller, double likeness, double part, int neighbours) =>
        likeness >= Alike ? likeness + (0.05 * neighbours)
        : part >= Contained && smaller >= Telling ? part / 4
        : 0;

    private static List<(double Score, int Old, int New)> Pairs(
        Alignment alignment, int[] old, Func<int, double, double, int, double> score)
    {
        int[] added = [.. alignment.LooseNew()];
        var pairs = new List<(double Score, int Old, int New)>();
        foreach (var o in old)
        {
            var before = alignment.Old[o].Profile;
            foreach (var n in added)
            {
                var after = alignment.New[n].Profile;
                var shared = before.Shared(after);
                if (shared == 0)
                    continue;
                var smaller = Math.Min(before.Size, after.Size);
                var neighbours = o >= alignment.Live ? 0 : (alignment.FollowsSame(o, n) ? 1 : 0) + (alignment.PrecedesSame(o, n) ? 1 : 0);
                var value = score(smaller, 2.0 * shared / (before.Size + after.Size), (double)shared / smaller, neighbours);
                if (value > 0)
                    pairs.Add((value, o, n));
            }
        }
        return pairs;
    }

    private static void PairBest(Alignment alignment, List<(double Score, int Old, int New)> pairs)
    {
        // Equal scores fall to the first in reading order: the result must not depend on how a sort breaks ties.
        foreach (var (_, old, @new) in pairs.OrderByDescending(static pair => pair.Score).ThenBy(static pair => pair.Old).ThenBy(static pair => pair.New))
        {
            if (alignment.NewOf(old) == Alignment.None && alignment.OldOf(@new) == Alignment.None)
                alignment.Match(old, @new);
        }
    }
}
