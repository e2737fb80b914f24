using System.Collections.Immutable;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>Where a reader may want to go from a report, and why.</summary>
/// <param name="SamePlace">The same place in other years, newest first.</param>
/// <param name="OtherKinds">Other kinds of the same place and year.</param>
/// <param name="Above">Reports of the places above, same year first.</param>
/// <param name="Below">Reports of the places right below, same year first.</param>
/// <param name="SameYear">The same year and kind elsewhere, nearest place first.</param>
/// <param name="Alike">Reports that share most concepts with it.</param>
public sealed record Neighbours(
    ImmutableArray<CrossReference> SamePlace,
    ImmutableArray<CrossReference> OtherKinds,
    ImmutableArray<CrossReference> Above,
    ImmutableArray<CrossReference> Below,
    ImmutableArray<CrossReference> SameYear,
    ImmutableArray<AlikeReport> Alike)
{
    /// <summary>Whether there is nowhere to go.</summary>
    public bool IsEmpty => SamePlace.IsEmpty && OtherKinds.IsEmpty && Above.IsEmpty && Below.IsEmpty && SameYear.IsEmpty && Alike.IsEmpty;
}

/// <summary>A report that shares concepts with another.</summary>
/// <param name="Report">The report.</param>
/// <param name="Shared">How many concepts both use.</param>
/// <param name="Rarest">The rarest of them, which say most.</param>
/// <param name="Why">The words that tie both most closely; none where there are none.</param>
public sealed record AlikeReport(ReportItem Report, int Shared, ImmutableArray<ConceptItem> Rarest, CrossReason? Why);

/// <summary>Finds the neighbours of a report.</summary>
internal static class NeighbourFinder
{
    private const int MostInList = 8;

    public static Neighbours Find(Site site, int index, PageViews views)
    {
        var id = site.Reports[index].Id;
        var node = site.PlaceTree[id.Place];
        var here = node.Reports.Where(other => other != index).ToList();
        var reasons = new CrossReasons(site, index, views);
        return new Neighbours(
            [.. here.Where(other => site.Reports[other].Id.Kind == id.Kind).Take(MostInList).Select(reasons.To)],
            [.. here.Where(other => site.Reports[other].Id.Year == id.Year && site.Reports[other].Id.Kind != id.Kind).Select(reasons.To)],
            Nearest(site, node.Path.SkipLast(1).Reverse().SelectMany(place => site.PlaceTree[place.Code].Reports), id, reasons),
            Nearest(site, node.Children.SelectMany(child => site.PlaceTree[child].Reports), id, reasons),
            [.. SameYear(site, index, views).Take(MostInList).Select(reasons.To)],
            AlikeReports.Find(site, index, views, reasons));
    }

    private static ImmutableArray<CrossReference> Nearest(Site site, IEnumerable<int> reports, ReportId id, CrossReasons reasons) =>
        [.. reports
            .OrderBy(other => Math.Abs(site.Reports[other].Id.Year.Value - id.Year.Value))
            .ThenBy(other => site.Reports[other].Id.Kind == id.Kind ? 0 : 1)
            .Take(MostInList)
            .Select(reasons.To)];

    /// <summary>
    /// Same county first, then same city, then same province, then by code: whoever compares wants neighbours. In the order of
    /// codes those that share more digits lie nearer, so the list is found without looking at all reports of the year.
    /// </summary>
    private static IEnumerable<int> SameYear(Site site, int index, PageViews views)
    {
        var id = site.Reports[index].Id;
        var reports = views.OfYearAndKind(id.Year, id.Kind);
        var code = id.Place.Value;
        var at = reports.BinarySearch(index);
        var (from, to) = (at, at + 1);
        for (var pairs = code.Length / 2; pairs >= 0; pairs--)
        {
            var shared = pairs;
            bool IsNear(int i) => code.AsSpan().CommonPrefixLength(site.Reports[reports[i]].Id.Place.Value) / 2 >= shared;
            var low = Boundary(0, from, i => !IsNear(i));
            var high = Boundary(to, reports.Length, IsNear);
            for (var i = low; i < from; i++)
                yield return reports[i];
            for (var i = to; i < high; i++)
                yield return reports[i];
            (from, to) = (low, high);
        }
    }

    /// <summary>The first of a range of numbers that does not pass, where those that pass come first; its end when all do.</summary>
    private static int Boundary(int low, int high, Func<int, bool> passes)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = passes(middle) ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
