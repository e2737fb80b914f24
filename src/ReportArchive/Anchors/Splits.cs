namespace ReportArchive.Anchors;

/// <summary>
/// Where a block was split, its anchor goes to the first part. A part too small to be what a reader was sent to (a run-in heading
/// set on its own line) leaves it to the rest.
/// </summary>
internal static class Splits
{
    private const double IsPart = 0.7;
    private const double Substantial = 0.2;

    public static void Rejoin(Alignment alignment)
    {
        for (var @new = alignment.New.Length - 1; @new >= 0; @new--)
        {
            if (alignment.OldOf(@new) is var old and not Alignment.None && FirstPart(alignment, old, @new) is var first && first != @new)
                alignment.Reassign(@new, first);
        }
    }

    private static int FirstPart(Alignment alignment, int old, int paired)
    {
        var whole = alignment.Old[old].Profile;
        var rest = alignment.New[paired].Profile;
        var first = paired;
        for (var part = paired - 1; part >= 0 && alignment.OldOf(part) == Alignment.None; part--)
        {
            var profile = alignment.New[part].Profile;
            // What the paired block holds too was not split off.
            if (profile.PartIn(whole) < IsPart || profile.PartIn(whole) - profile.PartIn(rest) < IsPart / 2)
                break;
            if (profile.Size >= whole.Size * Substantial)
                first = part;
        }
        return first;
    }
}
