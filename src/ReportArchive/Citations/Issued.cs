using System.Globalization;
using ReportArchive.Reports;

namespace ReportArchive.Citations;

/// <summary>
/// When a work was issued: on a known day; in a year that is inferred; or unstated (the default value). A report whose day of
/// delivery nobody states was delivered around its plan year, so that year stands in for the day, marked as an estimate wherever
/// a style has a mark for one (GB/T 7714 puts an estimated year of publication into square brackets).
/// </summary>
/// <param name="Day">The day, where known.</param>
/// <param name="Year">The year of <paramref name="Day"/>, or the inferred one; 0 when there is neither.</param>
public readonly record struct Issued(DateOnly? Day, int Year)
{
    /// <summary>Whether there is a year and it is an estimate.</summary>
    public bool IsEstimate => Day is null && Year != 0;

    /// <summary>Whether nothing is known.</summary>
    public bool IsUnstated => Year == 0;

    /// <summary>The day of delivery where stated, otherwise the plan year as an estimate.</summary>
    public static Issued On(DateOnly? day, PlanYear year) => new(day, day?.Year ?? year.Value);

    /// <summary>The day as <c>2023-01-07</c>; empty when it is not known.</summary>
    public string IsoDay => Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
