namespace ReportArchive.Import;

/// <summary>
/// What the headings of one list have in common: authors give them the same number of clauses and about the same length.
/// The places that score best one by one say what that is, and then every place is judged by it too.
/// </summary>
/// <param name="Length">Median length of the headings; 0 where the list is too short to tell.</param>
/// <param name="Commas">The number of commas that most of them have.</param>
internal readonly record struct Likeness(int Length, int Commas)
{
    private const int LeastMembers = 3;
    private const double LengthWeight = 1.5;
    private const double CommaWeight = 1.2;
    private const double LengthScale = 4;

    /// <summary>Measures a list.</summary>
    public static Likeness Of(int[] group, List<Chunk> chunks, List<List<HeadingEnd>> ends, bool isGlued)
    {
        if (!isGlued || group.Length < LeastMembers || chunks[group[0]].Part!.Number.Style <= NumberStyle.Han)
            return default;
        var best = group.Where(i => ends[i].Count > 0).Select(i => ends[i].MaxBy(static end => end.Score)).ToList();
        if (best.Count < LeastMembers)
            return default;
        var commas = best.CountBy(static end => end.Commas).MaxBy(static pair => pair.Value).Key;
        var lengths = best.Where(end => end.Commas == commas).Select(static end => end.Length).Order().ToList();
        return new Likeness(lengths[lengths.Count / 2], commas);
    }

    /// <summary>The score of a place, how well the heading it makes fits the list included.</summary>
    public double Score(HeadingEnd end)
    {
        if (Length == 0)
            return end.Score;
        var off = (end.Length - Length) / LengthScale;
        return end.Score + LengthWeight * (Math.Exp(-off * off) + Math.Exp(-9 * off * off)) + (end.Commas == Commas ? CommaWeight : 0);
    }
}
