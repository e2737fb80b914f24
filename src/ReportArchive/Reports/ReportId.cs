using System.Globalization;
using ReportArchive.Places;

namespace ReportArchive.Reports;

/// <summary>The plan year in a report's title, not the year it was delivered in: 淄博's 2023 report was delivered on 2022-12-28.</summary>
/// <param name="Value">Gregorian year, 1949 to 2100.</param>
public readonly record struct PlanYear(int Value) : IComparable<PlanYear>
{
    /// <summary>The first plan year a report can have.</summary>
    public const int Earliest = 1949;

    /// <summary>The last plan year a report can have.</summary>
    public const int Latest = 2100;

    /// <summary>Reads four ASCII digits between <see cref="Earliest"/> and <see cref="Latest"/>.</summary>
    public static bool TryParse(string text, out PlanYear year)
    {
        var ok = text.Length == 4
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value is >= Earliest and <= Latest;
        year = ok ? new PlanYear(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)) : default;
        return ok;
    }

    /// <inheritdoc/>
    public int CompareTo(PlanYear other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What makes a report this report and no other: place, plan year, kind.</summary>
/// <param name="Place">Code valid on the day of delivery.</param>
/// <param name="Year">Plan year.</param>
/// <param name="Kind">Kind.</param>
public readonly record struct ReportId(PlaceCode Place, PlanYear Year, ReportKind Kind) : IComparable<ReportId>
{
    /// <summary>By place code, then year, then kind.</summary>
    public int CompareTo(ReportId other)
    {
        var byPlace = Place.CompareTo(other.Place);
        if (byPlace != 0)
            return byPlace;
        var byYear = Year.CompareTo(other.Year);
        return byYear != 0 ? byYear : Kind.CompareTo(other.Kind);
    }

    /// <summary>Reads <c>370306/2023/gwr</c>.</summary>
    public static bool TryParse(string text, out ReportId id)
    {
        id = default;
        var parts = text.Split('/');
        if (parts.Length != 3
            || !PlaceCode.TryParse(parts[0], out var place)
            || !PlanYear.TryParse(parts[1], out var year)
            || !ReportKinds.TryParse(parts[2], out var kind))
            return false;
        id = new ReportId(place, year, kind);
        return true;
    }

    /// <summary>The form used in JSON and URLs: <c>370306/2023/gwr</c>.</summary>
    public override string ToString() => $"{Place}/{Year}/{Kind.Key()}";
}
