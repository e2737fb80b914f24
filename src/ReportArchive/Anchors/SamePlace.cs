using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>
/// Pairs blocks that stand in the same place though their texts differ much: a heading over the same text is that heading in other
/// words; a block between the same two neighbours with some of its text left is that block, rewritten.
/// </summary>
internal static class SamePlace
{
    private const double SomeLeft = 0.25;

    public static void Pair(Alignment alignment)
    {
        // A pair found can tell the place of the one before it (a heading over a heading), so go from the end, until nothing is found.
        bool found;
        do
        {
            found = false;
            foreach (var old in alignment.LooseOld().Reverse().ToArray())
            {
                if (alignment.LooseNew().Where(@new => IsSame(alignment, old, @new)).Take(1).ToArray() is [var at])
                {
                    alignment.Match(old, at);
                    found = true;
                }
            }
        }
        while (found);
    }

    private static bool IsSame(Alignment alignment, int old, int @new)
    {
        var (before, after) = (alignment.Old[old], alignment.New[@new]);
        if (before.Kind != after.Kind || before.Level != after.Level)
            return false;
        if (before.Kind == BlockKind.Heading)
            return old < alignment.Live - 1 && alignment.PrecedesSame(old, @new);
        return alignment.FollowsSame(old, @new)
            && alignment.PrecedesSame(old, @new)
            && before.Profile.Likeness(after.Profile) >= SomeLeft;
    }
}
