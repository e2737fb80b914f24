namespace ReportArchive.Concepts.Usage;

/// <summary>How much a group of reports uses a concept, with what that is measured against.</summary>
/// <param name="Using">Reports of the group that use it.</param>
/// <param name="All">Reports of the group.</param>
/// <param name="Occurrences">How often they use it.</param>
/// <param name="Characters">Characters (UTF-16 units, headings included) of all reports of the group.</param>
public readonly record struct UsageCell(int Using, int All, int Occurrences, long Characters)
{
    /// <summary>Whether the group has no report, so that nothing can be said.</summary>
    public bool IsVoid => All == 0;

    /// <summary>Share of the group's reports that use it, 0 to 1.</summary>
    public double Share => All == 0 ? 0 : (double)Using / All;

    /// <summary>Occurrences per 10,000 characters of all the group's text, that of reports without the concept included.</summary>
    public double PerTenThousand => Characters == 0 ? 0 : 10_000.0 * Occurrences / Characters;

    /// <summary>Two groups taken together.</summary>
    public static UsageCell operator +(UsageCell a, UsageCell b) =>
        new(a.Using + b.Using, a.All + b.All, a.Occurrences + b.Occurrences, a.Characters + b.Characters);

    /// <summary>Two groups taken together.</summary>
    public static UsageCell Add(UsageCell a, UsageCell b) => a + b;
}
