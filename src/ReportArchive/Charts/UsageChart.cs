using ReportArchive.Concepts.Usage;
using ReportArchive.Places;

namespace ReportArchive.Charts;

/// <summary>
/// Plan years across; on top the share of all reports as bars, below it a box for each level of government: how many of how
/// many reports use a concept, and how often in 10,000 characters.
/// </summary>
public static class UsageChart
{
    private const int Label = 64;
    private const int Column = 56;
    private const int Bars = 96;
    private const int Row = 44;

    /// <summary>Draws the chart.</summary>
    /// <param name="matrix">The counts.</param>
    /// <param name="label">The concept's name.</param>
    public static string Draw(UsageMatrix matrix, string label)
    {
        var rows = matrix.Levels.Length > 1 ? matrix.Levels.Length : 0;
        var svg = new Svg(
            Label + matrix.Years.Length * Column + 8,
            Bars + 30 + rows * Row + 8,
            $"各年度、各级报告使用“{label}”的比例。所收报告{matrix.Total.All}篇，使用者{matrix.Total.Using}篇；逐格数字见图下表格。");
        svg.Text(Label - 12, 30, "全部", "row", "end").Line(Label, Bars, Label + matrix.Years.Length * Column, Bars, "grid");
        for (var column = 0; column < matrix.Years.Length; column++)
            Bar(svg, Left(column), matrix.ByYear[column], $"{matrix.Years[column]}");
        for (var row = 0; row < rows; row++)
        {
            var y = Bars + 30 + row * Row;
            svg.Text(Label - 12, y + 25, LevelName(matrix.Levels[row]), "row", "end");
            for (var column = 0; column < matrix.Years.Length; column++)
                Box(svg, Left(column), y, matrix.Cells[row][column], $"{matrix.Years[column]}年{LevelName(matrix.Levels[row])}");
        }
        return svg.End();
    }

    /// <summary>The levels as readers call them.</summary>
    public static string LevelName(PlaceLevel level) => level switch
    {
        PlaceLevel.Province => "省级",
        PlaceLevel.Prefecture => "市级",
        PlaceLevel.County => "县级",
        _ => "乡级",
    };

    /// <summary>Words for one cell: <c>5篇中4篇，共6处，每万字1.2处</c>.</summary>
    public static string Describe(UsageCell cell) =>
        cell.IsVoid ? "未收报告" : $"{cell.All}篇中{cell.Using}篇，共{cell.Occurrences}处，每万字{Rate(cell)}处";

    /// <summary>Occurrences in 10,000 characters, to one decimal, or two below one.</summary>
    public static string Rate(UsageCell cell) => cell.PerTenThousand is > 0 and < 1 ? $"{cell.PerTenThousand:0.00}" : $"{cell.PerTenThousand:0.0}";

    private static int Left(int column) => Label + column * Column;

    private static void Bar(Svg svg, int x, UsageCell cell, string year)
    {
        svg.Text(x + Column / 2, Bars + 18, year, "axis", "middle");
        if (cell.IsVoid)
            return;
        var height = (int)Math.Round(64 * cell.Share);
        svg.Titled($"{year}年：{Describe(cell)}", group =>
        {
            group.Rect(x + 13, Bars - 64, Column - 26, 64, "all", 2);
            if (height > 0)
                group.Rect(x + 13, Bars - height, Column - 26, height, "using", 2);
            group.Text(x + Column / 2, Bars - 70, $"{cell.Using}/{cell.All}", "value", "middle");
        });
    }

    private static void Box(Svg svg, int x, int y, UsageCell cell, string what)
    {
        if (cell.IsVoid)
            return;
        svg.Titled($"{what}：{Describe(cell)}", group =>
        {
            if (cell.Using == 0)
                group.Rect(x + 3, y + 3, Column - 6, Row - 6, "none", 3);
            else
                group.Shade(x + 3, y + 3, Column - 6, Row - 6, "some", 0.16 + 0.34 * cell.Share);
            group.Text(x + Column / 2, y + 20, $"{cell.Using}/{cell.All}", cell.Using == 0 ? "axis" : "value strong", "middle");
            if (cell.Using > 0)
                group.Text(x + Column / 2, y + 34, Rate(cell), "value small", "middle");
        });
    }
}
