namespace ReportArchive.Anchors;

/// <summary>Finds the new block that now holds the text of a block that has none of its own any more.</summary>
internal static class Merges
{
    private const double Holds = 0.6;
    private const double Gained = 0.4;
    private const double Remnant = 0.4;
    private const int Telling = 8;

    /// <summary>
    /// Unpairs what is only a remnant of an old block whose text another block took up: readers follow the text, not the remnant.
    /// </summary>
    public static void ReleaseRemnants(Alignment alignment)
    {
        for (var old = 0; old < alignment.Live; old++)
        {
            if (alignment.NewOf(old) is var @new and not Alignment.None
                && alignment.Old[old].Profile.PartIn(alignment.New[@new].Profile) < Remnant
                && Absorbing(alignment, old) is not Alignment.None)
                alignment.Release(@new);
        }
    }

    /// <summary>The block that took up an old one, or <see cref="Alignment.None"/> when its text was deleted.</summary>
    public static int Absorbing(Alignment alignment, int old)
    {
        var best = (Part: 0.0, New: Alignment.None);
        for (var @new = 0; @new < alignment.New.Length; @new++)
        {
            var part = TakenUp(alignment, old, @new);
            if (part > best.Part)
                best = (part, @new);
        }
        return best.New;
    }

    /// <summary>The block that holds the text of an old one most fully, whatever it held before, or <see cref="Alignment.None"/>.</summary>
    public static int Holding(Alignment alignment, int old)
    {
        var text = alignment.Old[old].Profile;
        var best = Enumerable.Range(0, alignment.New.Length)
            .Select(@new => (Part: text.PartIn(alignment.New[@new].Profile), New: @new))
            .MaxBy(static candidate => candidate.Part);
        return alignment.New.Length > 0 && best.Part >= Holds ? best.New : Alignment.None;
    }

    /// <summary>
    /// How much of an old block a new one took up; 0 when it is too little, or when that block had these words before. A text of few
    /// words occurs by chance in many places: it must stand whole in a block that stood beside it.
    /// </summary>
    private static double TakenUp(Alignment alignment, int old, int @new)
    {
        var text = alignment.Old[old].Profile;
        var now = alignment.New[@new].Profile;
        var source = alignment.OldOf(@new);
        if (source == old)
            return 0;
        if (text.Size < Telling)
            return source != Alignment.None && Math.Abs(source - old) == 1 && Gains(text, alignment.Old[source].Profile, now) ? 1 : 0;
        var part = text.PartIn(now);
        var before = source == Alignment.None ? 0 : text.PartIn(alignment.Old[source].Profile);
        return part >= Holds && part - before >= Gained ? part : 0;
    }

    private static bool Gains(TextProfile text, TextProfile before, TextProfile now) =>
        now.Key.Contains(text.Key, StringComparison.Ordinal) && !before.Key.Contains(text.Key, StringComparison.Ordinal);
}
