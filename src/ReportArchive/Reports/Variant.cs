namespace ReportArchive.Reports;

/// <summary>A place where two witnesses of a report differ.</summary>
/// <param name="Heading">The heading it stands under; empty before the first.</param>
/// <param name="Base">The base's wording with a little of what stands around it.</param>
/// <param name="Other">The other witness's wording, likewise.</param>
/// <param name="Witness">Name of the other witness.</param>
/// <param name="IsRestored">Whether the base had lost a separator that was taken from the other.</param>
public sealed record Variant(string Heading, string Base, string Other, string Witness, bool IsRestored)
{
    /// <summary>Where the two wordings part: what they have in common before, what each has of its own, what they have in common after.</summary>
    public (string Before, string BaseOnly, string OtherOnly, string After) Parts()
    {
        var shorter = Math.Min(Base.Length, Other.Length);
        var before = 0;
        while (before < shorter && Base[before] == Other[before])
            before++;
        var after = 0;
        while (after < shorter - before && Base[^(after + 1)] == Other[^(after + 1)])
            after++;
        return (Base[..before], Base[before..^after], Other[before..^after], Base[^after..]);
    }
}
