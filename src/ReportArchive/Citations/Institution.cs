using ReportArchive.Places;

namespace ReportArchive.Citations;

/// <summary>
/// The government that answers for a report, named as a title page would: <c>淄博市周村区人民政府</c> for a county-level place,
/// <c>滕州市姜屯镇人民政府</c> for a town, <c>淄博市人民政府</c> and <c>山东省人民政府</c> for the levels above. A plan or budget
/// report is put before the congress by a commissioner in the government's name, so the government is its author too.
/// </summary>
public static class Institution
{
    /// <summary>The institution's name on the report's own day.</summary>
    /// <param name="path">Places from the province down to the report's own; at least one.</param>
    /// <param name="title">The report's title: a name found in it is the name of its day (南站镇 before it became a 街道).</param>
    /// <param name="meeting">The session's name, which says the same where the title does not.</param>
    public static string Name(IReadOnlyList<Place> path, string title, string? meeting)
    {
        var place = path[^1];
        var own = NameThen(place, title, meeting);
        var above = place.Level is PlaceLevel.County or PlaceLevel.Town && path.Count > 1
            ? NameThen(path[^2], title, meeting)
            : "";
        return above + own + Organ(own, place.Level);
    }

    /// <summary>The name that the report itself uses; the present one when it uses none, or several.</summary>
    private static string NameThen(Place place, string title, string? meeting) =>
        NameIn(title, place) ?? NameIn(meeting ?? "", place) ?? place.Name;

    private static string? NameIn(string text, Place place) =>
        text.Contains(place.Name, StringComparison.Ordinal)
            ? place.Name
            : place.FormerNames
                .Where(name => text.Contains(name, StringComparison.Ordinal))
                .MaxBy(name => name.Length);

    // Neither a 街道 nor a 地区 or 盟 has a people's government: the level above governs through an office (地方组织法 第八十五条).
    private static string Organ(string name, PlaceLevel level) => level switch
    {
        PlaceLevel.Town when name.EndsWith("街道", StringComparison.Ordinal) => "办事处",
        PlaceLevel.Prefecture when name.EndsWith("地区", StringComparison.Ordinal)
            || name.EndsWith('盟') => "行政公署",
        _ => "人民政府",
    };
}
