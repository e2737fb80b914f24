using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Concepts.Usage;

/// <summary>Places down, plan years across: who uses a concept when, and who has a report and does not.</summary>
/// <param name="Years">The columns, oldest first.</param>
/// <param name="Rows">The rows, in the order of the tree of places.</param>
/// <param name="IsMerged">Whether rows stand for a place with all below it, because the places themselves were too many.</param>
public sealed record SpreadTable(ImmutableArray<PlanYear> Years, ImmutableArray<SpreadRow> Rows, bool IsMerged)
{
    /// <summary>Above this many places a row is a place one level up, so that the picture stays readable.</summary>
    public const int MostRows = 40;

    /// <summary>Counts a concept. Where all places of the archive fit they are all shown; where not, those that use it.</summary>
    public static SpreadTable Of(Corpus corpus, int concept)
    {
        var site = corpus.Site;
        var counts = site.Uses[concept].ToDictionary(static use => use.Report, static use => use.Count);
        var shown = corpus.PlacesWithReports is { Length: <= MostRows } all ? all : Relevant(site, counts.Keys);
        var depth = shown.IsEmpty ? 0 : shown.Max(static node => node.Path.Length);
        var isMerged = shown.Length > MostRows;
        while (depth > 1 && shown.DistinctBy(node => Row(node, depth).Code).Count() > MostRows)
            depth--;
        var rows = shown
            .GroupBy(node => isMerged ? Row(node, depth) : node.Place)
            .OrderBy(static group => group.Key.Code)
            .Select(group => MakeRow(corpus, group.Key, group.SelectMany(static node => node.Reports), counts));
        return new SpreadTable(corpus.Years, [.. rows.Take(MostRows)], isMerged);
    }

    /// <summary>The places that use it and those above them that have reports.</summary>
    private static ImmutableArray<PlaceNode> Relevant(Site site, IEnumerable<int> reports) =>
        [.. reports
            .Select(report => site.Reports[report].Id.Place)
            .Distinct()
            .SelectMany(code => site.PlaceTree[code].Path)
            .Select(static place => place.Code)
            .Distinct()
            .Order()
            .Select(code => site.PlaceTree[code])
            .Where(static node => !node.Reports.IsEmpty)];

    private static Place Row(PlaceNode node, int depth) => node.Path[Math.Min(depth, node.Path.Length) - 1];

    private static SpreadRow MakeRow(Corpus corpus, Place place, IEnumerable<int> reports, Dictionary<int, int> counts)
    {
        var cells = new UsageCell[corpus.Years.Length];
        foreach (var report in reports)
            cells[corpus.Years.BinarySearch(corpus.Site.Reports[report].Id.Year)] += corpus.Cell(report, counts.GetValueOrDefault(report));
        return new SpreadRow(place, [.. corpus.Site.PlaceTree[place.Code].Path.SkipLast(1)], [.. cells]);
    }
}

/// <summary>A place and its counts, one a column.</summary>
/// <param name="Place">The place.</param>
/// <param name="Above">The places above it, province first.</param>
/// <param name="Cells">A cell a plan year.</param>
public sealed record SpreadRow(Place Place, ImmutableArray<Place> Above, ImmutableArray<UsageCell> Cells)
{
    /// <summary>All years together.</summary>
    public UsageCell Total { get; } = Cells.Aggregate(default(UsageCell), static (a, b) => a + b);
}
