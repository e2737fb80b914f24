namespace ReportArchive.Reports;

/// <summary>The three reports a government lays before its people's congress every year.</summary>
public enum ReportKind
{
    /// <summary>政府工作报告, <c>gwr</c>.</summary>
    GovernmentWork,

    /// <summary>国民经济和社会发展计划报告, <c>plan</c>.</summary>
    Plan,

    /// <summary>预算报告, <c>budget</c>.</summary>
    Budget,
}

/// <summary>The names of the kinds: in front matter and URLs, and on the pages.</summary>
public static class ReportKinds
{
    /// <summary>All kinds in their fixed order.</summary>
    public static IReadOnlyList<ReportKind> All { get; } = [ReportKind.GovernmentWork, ReportKind.Plan, ReportKind.Budget];

    /// <summary>The word used in front matter, file names and URLs: <c>gwr</c>, <c>plan</c>, <c>budget</c>.</summary>
    public static string Key(this ReportKind kind) => kind switch
    {
        ReportKind.GovernmentWork => "gwr",
        ReportKind.Plan => "plan",
        ReportKind.Budget => "budget",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>The Chinese name shown to readers.</summary>
    public static string Name(this ReportKind kind) => kind switch
    {
        ReportKind.GovernmentWork => "政府工作报告",
        ReportKind.Plan => "国民经济和社会发展计划报告",
        ReportKind.Budget => "预算报告",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>Reads the word of <see cref="Key"/>, case-sensitively.</summary>
    public static bool TryParse(string text, out ReportKind kind)
    {
        foreach (var candidate in All)
        {
            kind = candidate;
            if (string.Equals(text, candidate.Key(), StringComparison.Ordinal))
                return true;
        }
        kind = default;
        return false;
    }
}
