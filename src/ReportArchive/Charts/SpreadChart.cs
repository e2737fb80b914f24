using ReportArchive.Concepts.Usage;
using ReportArchive.Pages;

namespace ReportArchive.Charts;

/// <summary>
/// Places down, plan years across. A full mark is a report that uses the concept, with how often; a ring is a report that
/// does not; a line runs from a place's first use to its last.
/// </summary>
public static class SpreadChart
{
    private const int Label = 176;
    private const int Column = 48;
    private const int Row = 26;
    private const int Head = 30;

    // Marks with words of their own; each is 150 bytes, and a chart has up to forty rows of twenty years and more.
    private const int MostWorded = 200;

    /// <summary>Draws the chart.</summary>
    /// <param name="spread">The counts.</param>
    /// <param name="label">The concept's name.</param>
    /// <param name="href">How the page being written links to an address.</param>
    public static string Draw(SpreadTable spread, string label, Func<SiteUrl, string> href)
    {
        var height = Head + spread.Rows.Length * Row + 6;
        var svg = new Svg(Label + spread.Years.Length * Column, height, $"{spread.Rows.Length}个地方各年度报告使用“{label}”的次数。数字见图下表格。");
        var columns = Enumerable.Range(0, spread.Years.Length).ToList();
        svg.Words(columns.Select(column => (X(column), 16, $"{spread.Years[column]}")), "axis")
            .Verticals(columns.Select(X), Head - 6, height - 4, "grid");
        for (var row = 0; row < spread.Rows.Length; row++)
            DrawRow(svg, spread, row, href);
        var marks = spread.Rows
            .SelectMany((row, index) => MarksOf(spread, row, Middle(index)))
            .ToLookup(static mark => mark.Cell.Using > 0);
        var unused = marks[false].Select(static mark => (mark.X, mark.Y)).ToList();
        svg.Dots(unused, 6, "rim").Dots(unused, 5, "core");
        DrawUsed(svg, [.. marks[true]], spread.IsMerged);
        return svg.End();
    }

    private static IEnumerable<Mark> MarksOf(SpreadTable spread, SpreadRow row, int y)
    {
        var name = NameOf(spread, row).Name;
        for (var column = 0; column < row.Cells.Length; column++)
        {
            if (!row.Cells[column].IsVoid)
                yield return new Mark(row.Cells[column], X(column), y, name, spread.Years[column]);
        }
    }

    private static void DrawUsed(Svg svg, List<Mark> marks, bool isMerged)
    {
        if (isMerged || marks.Count > MostWorded)
        {
            svg.Dots(marks.Select(static mark => (mark.X, mark.Y)), isMerged ? 12 : 10, "spot")
                .Words(marks.Select(mark => (mark.X, mark.Y + 4, $"{(isMerged ? mark.Cell.Using : mark.Cell.Occurrences)}")), "many");
            return;
        }
        foreach (var mark in marks)
            svg.Titled(mark.Words, group => group.Circle(mark.X, mark.Y, 10, "dot many").Text(mark.X, mark.Y + 4, $"{mark.Cell.Occurrences}", "many", "middle"));
    }

    /// <summary>A row's name: places whose parent has no row of its own carry its name; others are set in.</summary>
    public static (string Name, int Indent) NameOf(SpreadTable spread, SpreadRow row)
    {
        var shown = row.Above.Count(above => spread.Rows.Any(other => other.Place.Code == above.Code));
        var parent = row.Above.IsEmpty ? null : row.Above[^1];
        var isOnOwn = parent is null || parent.Level == Places.PlaceLevel.Province || spread.Rows.Any(other => other.Place.Code == parent.Code);
        return (isOnOwn ? row.Place.Name : parent!.Name + row.Place.Name, shown);
    }

    private static int Middle(int row) => Head + row * Row + Row / 2;

    private static int X(int column) => Label + column * Column + Column / 2;

    private static void DrawRow(Svg svg, SpreadTable spread, int index, Func<SiteUrl, string> href)
    {
        var row = spread.Rows[index];
        var y = Middle(index);
        var (name, indent) = NameOf(spread, row);
        var shown = name.Length > 11 ? name[..10] + "…" : name;
        svg.Link(href(SiteUrl.Of(row.Place.Code)), name, link => link.Text(4 + indent * 14, y + 5, shown, row.Total.Using > 0 ? "row" : "axis"));
        var used = Enumerable.Range(0, row.Cells.Length).Where(column => row.Cells[column].Using > 0).ToList();
        if (used.Count > 1)
            svg.Line(X(used[0]), y, X(used[^1]), y, "span");
    }

    /// <summary>A mark of a report, or of those of a year in a row that stands for several places.</summary>
    private readonly record struct Mark(UsageCell Cell, int X, int Y, string Name, Reports.PlanYear Year)
    {
        public string Words => $"{Name} {Year}年：{UsageChart.Describe(Cell)}";
    }
}
