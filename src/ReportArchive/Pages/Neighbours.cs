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
    ImmutableArray<ReportItem> SamePlace,
    ImmutableArray<ReportItem> OtherKinds,
    ImmutableArray<ReportItem> Above,
    ImmutableArray<ReportItem> Below,
    ImmutableArray<ReportItem> SameYear,
    ImmutableArray<AlikeReport> Alike)
{
    /// <summary>Whether there is nowhere to go.</summary>
    public bool IsEmpty => SamePlace.IsEmpty && OtherKinds.IsEmpty && Above.IsEmpty && Below.IsEmpty && SameYear.IsEmpty && Alike.IsEmpty;
}

/// <summary>A report that shares concepts with another.</summary>
/// <param name="Report">The report.</param>
/// <param name="Shared">How many concepts both use.</param>
/// <param name="Rarest">The rarest of them, which say most.</param>
public sealed record AlikeReport(ReportItem Report, int Shared, ImmutableArray<ConceptItem> Rarest);

/// <summary>Finds the neighbours of a report.</summary>
internal static class NeighbourFinder
{
    private const int MostInList = 8;
    private const int MostAlike = 5;
    private const int MostReasons = 4;

    // A concept that nearly all reports use says nothing about two of them, and its list is long.
    private const int MostCommon = 2000;

    public static Neighbours Find(Site site, int index, PageViews views)
    {
        var id = site.Reports[index].Id;
        var node = site.PlaceTree[id.Place];
        var here = node.Reports.Where(other => other != index).ToList();
        return new Neighbours(
            [.. here.Where(other => site.Reports[other].Id.Kind == id.Kind).Take(MostInList).Select(views.Item)],
            [.. here.Where(other => site.Reports[other].Id.Year == id.Year && site.Reports[other].Id.Kind != id.Kind).Select(views.Item)],
            Nearest(site, node.Path.SkipLast(1).Reverse().SelectMany(place => site.PlaceTree[place.Code].Reports), id, views),
            Nearest(site, node.Children.SelectMany(child => site.PlaceTree[child].Reports), id, views),
            SameYear(site, id, views),
            Alike(site, index, views));
    }

    private static ImmutableArray<ReportItem> Nearest(Site site, IEnumerable<int> reports, ReportId id, PageViews views) =>
        [.. reports
            .OrderBy(other => Math.Abs(site.Reports[other].Id.Year.Value - id.Year.Value))
            .ThenBy(other => site.Reports[other].Id.Kind == id.Kind ? 0 : 1)
            .Take(MostInList)
            .Select(views.Item)];

    /// <summary>Same parent first, then same province, then by code: whoever compares wants neighbours.</summary>
    private static ImmutableArray<ReportItem> SameYear(Site site, ReportId id, PageViews views) =>
        [.. views.ByYearAndKind[(id.Year, id.Kind)]
            .Where(other => site.Reports[other].Id != id)
            .OrderByDescending(other => SharedDigits(site.Reports[other].Id.Place.Value, id.Place.Value))
            .ThenBy(static other => other)
            .Take(MostInList)
            .Select(views.Item)];

    private static int SharedDigits(string a, string b) => a.AsSpan().CommonPrefixLength(b) / 2;

    /// <summary>
    /// Score of two reports: the sum over shared concepts of log(all reports / reports that use it), divided by the square
    /// root of the product of both reports' own sums — the cosine over inverse document frequencies (Salton and McGill 1983).
    /// </summary>
    private static ImmutableArray<AlikeReport> Alike(Site site, int index, PageViews views)
    {
        var scores = new Dictionary<int, (double Score, List<int> Shared)>();
        foreach (var concept in views.ConceptsOf(index))
        {
            var uses = site.Uses[concept];
            if (uses.Length > MostCommon)
                continue;
            foreach (var use in uses.Where(use => use.Report != index))
            {
                var (score, shared) = scores.TryGetValue(use.Report, out var known) ? known : (0, []);
                shared.Add(concept);
                scores[use.Report] = (score + views.Rarity(concept), shared);
            }
        }
        return [.. scores
            .Select(pair => (Report: pair.Key, Score: pair.Value.Score / Math.Sqrt(views.Weight(index) * views.Weight(pair.Key)), pair.Value.Shared))
            .OrderByDescending(static pair => Math.Round(pair.Score, 9))
            .ThenBy(static pair => pair.Report)
            .Take(MostAlike)
            .Select(pair => new AlikeReport(
                views.Item(pair.Report),
                pair.Shared.Count,
                [.. pair.Shared.OrderByDescending(views.Rarity).ThenBy(static concept => concept).Take(MostReasons).Select(views.Concept)]))];
    }
}
