namespace ReportArchive.Import;

/// <summary>
/// What the headings of one list have in common: authors give them the same number of clauses and about the same length.
/// Of all lengths and numbers of commas that some good place has, those are taken that fit the whole list best; then every
/// place is judged by them too.
/// </summary>
/// <param name="Length">Usual length of the headings; 0 where the list is too short to tell.</param>
/// <param name="Commas">The usual number of commas.</param>
/// <param name="IsUniform">Whether all its headings have that very length.</param>
/// <param name="IsFirm">Whether most members of the list have a heading beyond doubt, so that the others have one too.</param>
internal readonly record struct Likeness(int Length, int Commas, bool IsUniform, bool IsFirm = false)
{
    private const int LeastMembers = 3;

    /// <summary>Members a list of 一、 has where it is no list of great parts, whose headings are not alike.</summary>
    private const int LeastGreatMembers = 5;

    /// <summary>How many places of each member are tried as the model of all.</summary>
    private const int Hypotheses = 5;

    /// <summary>What a member counts at least: one heading that is unlike the others must not decide on all.</summary>
    private const double LeastPlace = -3;

    /// <summary>Score of a heading beyond doubt, the likeness counted in.</summary>
    private const double FirmScore = 1;

    /// <summary>What the very length counts where all headings of a list have it, as parallel ones often do.</summary>
    private const double UniformWeight = 5.5;

    private const double LengthWeight = 1.5;
    private const double CommaWeight = 1.2;
    private const double LengthScale = 4;

    /// <summary>Measures a list.</summary>
    public static Likeness Of(int[] group, List<Chunk> chunks, List<List<HeadingEnd>> ends, bool isGlued)
    {
        if (!isGlued || group.Length < (chunks[group[0]].Part!.Number.Style <= NumberStyle.Han ? LeastGreatMembers : LeastMembers))
            return default;
        var members = group.Select(i => ends[i]).Where(static places => places.Count > 0).ToList();
        if (members.Count < LeastMembers)
            return default;
        var best = members.SelectMany(static places => places.OrderByDescending(static end => end.Score).Take(Hypotheses))
            .SelectMany(static end => (IEnumerable<Likeness>)[new Likeness(end.Length, end.Commas, IsUniform: false), new Likeness(end.Length, end.Commas, IsUniform: true)])
            .Distinct()
            .MaxBy(likeness => members.Sum(places => Math.Max(LeastPlace, places.Max(likeness.Score))));
        return best with { IsFirm = members.Count(places => places.Max(best.Score) >= FirmScore) * 2 > group.Length };
    }

    /// <summary>The score of a place, how well the heading it makes fits the list included.</summary>
    public double Score(HeadingEnd end)
    {
        if (Length == 0)
            return end.Score;
        if (IsUniform)
            return end.Score + (end.Length == Length && end.Commas == Commas ? UniformWeight : 0);
        var off = (end.Length - Length) / LengthScale;
        return end.Score + LengthWeight * (Math.Exp(-off * off) + Math.Exp(-9 * off * off)) + (end.Commas == Commas ? CommaWeight : 0);
    }
}
