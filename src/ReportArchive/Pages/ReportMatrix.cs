using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>How many reports each place has from each plan year: the picture and the table of what the archive holds.</summary>
/// <param name="Years">The columns, oldest first.</param>
/// <param name="Rows">The rows, by place code.</param>
public sealed record ReportMatrix(ImmutableArray<PlanYear> Years, ImmutableArray<MatrixRow> Rows)
{
    /// <summary>Above this many places a row is a place one level up, so that the picture stays readable.</summary>
    public const int MostRows = 40;

    // A cell of one report is a link with a title of its own, 190 bytes.
    private const int MostLinks = 320;

    /// <summary>Counts the reports; rows are merged into their parents until rows and links are few enough.</summary>
    public static ReportMatrix Of(Site site, IEnumerable<int> reports)
    {
        var cells = reports.Select(i => (Path: site.Places.Path(site.Reports[i].Id.Place), site.Reports[i].Matter.Year, Report: i)).ToList();
        var depth = cells.Count == 0 ? 0 : cells.Max(static cell => cell.Path.Length);
        PlaceCode RowOf(ImmutableArray<Place> path) => path[Math.Min(depth, path.Length) - 1].Code;
        while (depth > 1
            && (cells.DistinctBy(cell => RowOf(cell.Path)).Count() > MostRows
                || cells.CountBy(cell => (RowOf(cell.Path), cell.Year)).Count(static pair => pair.Value == 1) > MostLinks))
            depth--;
        var years = cells.Select(static cell => cell.Year).Distinct().Order().ToImmutableArray();
        var rows = cells
            .GroupBy(cell => cell.Path[Math.Min(depth, cell.Path.Length) - 1])
            .OrderBy(static group => group.Key.Code)
            .Select(group => new MatrixRow(
                group.Key,
                string.Concat(site.Places.Path(group.Key.Code).Select(static place => place.Name)),
                [.. years.Select(year => Cell(site, [.. group.Where(cell => cell.Year == year).Select(static cell => cell.Report)]))]));
        return new ReportMatrix(years, [.. rows]);
    }

    private static MatrixCell Cell(Site site, ImmutableArray<int> reports) => new(
        reports.Length,
        reports.Length == 1 ? SiteUrl.Of(site.Reports[reports[0]].Id) : null,
        reports.Length == 1 ? site.Reports[reports[0]].Matter.Kind : null);
}

/// <summary>A place and its counts, one a column.</summary>
public sealed record MatrixRow(Place Place, string FullName, ImmutableArray<MatrixCell> Cells);

/// <summary>A count; where it is one, the report it counts.</summary>
public readonly record struct MatrixCell(int Count, SiteUrl? Report, ReportKind? Kind);
