using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Sites;

/// <summary>The names a report's place had on the report's own day.</summary>
public static class ReportPlace
{
    /// <summary>
    /// Names from the province down. Where the title uses a former name of the place (2019年南站镇政府工作报告, today
    /// 南站街道), the report keeps it.
    /// </summary>
    public static IEnumerable<string> PathOf(Report report, PlaceTable places)
    {
        var path = places.Path(report.Id.Place);
        return [.. path.SkipLast(1).Select(static place => place.Name), NameOf(report, path[^1])];
    }

    /// <summary>The name of the place itself on the report's own day.</summary>
    public static string NameOf(Report report, Place place) =>
        report.Matter.Title.Contains(place.Name, StringComparison.Ordinal)
            ? place.Name
            : place.FormerNames.FirstOrDefault(name => report.Matter.Title.Contains(name, StringComparison.Ordinal)) ?? place.Name;
}
