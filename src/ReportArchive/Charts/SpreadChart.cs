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

    /// <summary>Draws the chart.</summary>
    /// <param name="spread">The counts.</param>
    /// <param name="label">The concept's name.</param>
    /// <param name="href">How the page being written links to an address.</param>
    public static string Draw(SpreadTable spread, string label, Func<SiteUrl, string> href)
    {
        var height = Head + spread.Rows.Length * Row + 6;
        var svg = new Svg(Label + spread.Years.Length * Column, height, $"{spread.Rows.Length}个地方各年度报告使用“{label}”的次数。数字见图下表格。");
        for (var column = 0; column < spread.Years.Length; column++)
            svg.Text(X(column), 16, $"{spread.Years[column]}", "axis", "middle").Line(X(column), Head - 6, X(column), height - 4, "grid");
        for (var row = 0; row < spread.Rows.Length; row++)
            DrawRow(svg, spread, row, href);
        if (spread.IsMerged)
            DrawMarks(svg, spread);
        return svg.End();
    }

    /// <summary>The marks of a large archive, a few elements for all of them: one each with words of its own would fill the page.</summary>
    private static void DrawMarks(Svg svg, SpreadTable spread)
    {
        var cells = spread.Rows
            .SelectMany((row, index) => row.Cells.Select((cell, column) => (Cell: cell, X: X(column), Y: Head + index * Row + Row / 2)))
            .Where(static mark => !mark.Cell.IsVoid)
            .ToList();
        var unused = cells.Where(static mark => mark.Cell.Using == 0).Select(static mark => (mark.X, mark.Y)).ToList();
        var used = cells.Where(static mark => mark.Cell.Using > 0).ToList();
        svg.Dots(unused, 6, "rim").Dots(unused, 5, "core")
            .Dots(used.Select(static mark => (mark.X, mark.Y)), 12, "spot")
            .Numbers(used.Select(static mark => (mark.X, mark.Y + 4, mark.Cell.Using)), "many");
    }

    /// <summary>A row's name: places whose parent has no row of its own carry its name; others are set in.</summary>
    public static (string Name, int Indent) NameOf(SpreadTable spread, SpreadRow row)
    {
        var shown = row.Above.Count(above => spread.Rows.Any(other => other.Place.Code == above.Code));
        var parent = row.Above.IsEmpty ? null : row.Above[^1];
        var isOnOwn = parent is null || parent.Level == Places.PlaceLevel.Province || spread.Rows.Any(other => other.Place.Code == parent.Code);
        return (isOnOwn ? row.Place.Name : parent!.Name + row.Place.Name, shown);
    }

    private static int X(int column) => Label + column * Column + Column / 2;

    private static void DrawRow(Svg svg, SpreadTable spread, int index, Func<SiteUrl, string> href)
    {
        var row = spread.Rows[index];
        var y = Head + index * Row + Row / 2;
        var (name, indent) = NameOf(spread, row);
        var shown = name.Length > 11 ? name[..10] + "…" : name;
        svg.Link(href(SiteUrl.Of(row.Place.Code)), name, link => link.Text(4 + indent * 14, y + 5, shown, row.Total.Using > 0 ? "row" : "axis"));
        var used = Enumerable.Range(0, row.Cells.Length).Where(column => row.Cells[column].Using > 0).ToList();
        if (used.Count > 1)
            svg.Line(X(used[0]), y, X(used[^1]), y, "span");
        for (var column = 0; column < row.Cells.Length && !spread.IsMerged; column++)
            Mark(svg, row.Cells[column], X(column), y, $"{name} {spread.Years[column]}年");
    }

    private static void Mark(Svg svg, UsageCell cell, int x, int y, string what)
    {
        if (cell.IsVoid)
            return;
        svg.Titled($"{what}：{UsageChart.Describe(cell)}", group =>
        {
            if (cell.Using == 0)
            {
                group.Circle(x, y, 6, "ring");
                return;
            }
            group.Circle(x, y, 10, "dot many");
            group.Text(x, y + 4, $"{cell.Occurrences}", "many", "middle");
        });
    }
}
