using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>Another place that a report names.</summary>
/// <param name="Name">Its names from the prefecture down.</param>
/// <param name="Url">Its page; none where the archive has nothing of it.</param>
/// <param name="Count">How often it is named.</param>
/// <param name="Anchor">The paragraph that names it first.</param>
/// <param name="Snippet">The words there.</param>
public sealed record NamedPlaceView(string Name, SiteUrl? Url, int Count, AnchorId Anchor, Snippet Snippet);

/// <summary>A report that names a place.</summary>
/// <param name="Report">The report.</param>
/// <param name="Count">How often it names it.</param>
/// <param name="Anchor">The paragraph that names it first.</param>
/// <param name="Snippet">The words there.</param>
public sealed record NamingReport(ReportItem Report, int Count, AnchorId Anchor, Snippet Snippet);

/// <summary>Who names whom, for pages.</summary>
internal static class NamedPlaceViews
{
    private const int MostPlaces = 16;
    private const int MostReports = 40;
    private const int Room = 22;

    /// <summary>The places a report names, most often named first.</summary>
    public static ImmutableArray<NamedPlaceView> Of(Site site, int report) =>
        [.. site.NamedPlaces.Of(report)
            .GroupBy(static naming => naming.Place.Code)
            .OrderByDescending(static group => group.Count())
            .ThenBy(static group => group.Key)
            .Take(MostPlaces)
            .Select(group => View(site, report, [.. group]))];

    /// <summary>The reports that name a place, latest first, and how many there are.</summary>
    public static (ImmutableArray<NamingReport> Reports, int InAll) Naming(Site site, PlaceCode place, PageViews views)
    {
        var reports = site.NamedPlaces.ReportsThatName(place);
        return ([.. reports
            .OrderByDescending(report => site.Reports[report].Id.Year)
            .ThenBy(static report => report)
            .Take(MostReports)
            .Select(report => Naming(site, report, place, views))], reports.Length);
    }

    private static NamedPlaceView View(Site site, int report, List<PlaceNaming> namings)
    {
        var (place, first) = (namings[0].Place, namings[0]);
        var block = site.Reports[report].Body[first.Block];
        var path = site.Places.Path(place.Code).Where(static above => above.Level != PlaceLevel.Province).Select(static above => above.Name).ToList();
        return new NamedPlaceView(
            path.Count == 0 ? place.Name : string.Concat(path),
            site.PlaceTree.ContainsKey(place.Code) ? SiteUrl.Of(place.Code) : null,
            namings.Count,
            block.Anchor,
            Snippet.Of(block.Text, first.Range, Room));
    }

    private static NamingReport Naming(Site site, int report, PlaceCode place, PageViews views)
    {
        var namings = site.NamedPlaces.Of(report).Where(naming => naming.Place.Code == place).ToList();
        var block = site.Reports[report].Body[namings[0].Block];
        return new NamingReport(views.Item(report), namings.Count, block.Anchor, Snippet.Of(block.Text, namings[0].Range, Room));
    }
}
