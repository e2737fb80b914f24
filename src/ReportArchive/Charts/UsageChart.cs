using ReportArchive.Concepts.Usage;
using ReportArchive.Places;

namespace ReportArchive.Charts;

/// <summary>
/// Plan years across; on top the share of all reports as bars, below it a box for each level of government: how many of how
/// many reports use a concept, and how often in 10,000 characters. Most boxes of most concepts are empty: those are drawn
/// together, and only the others are elements of their own.
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
        var columns = Enumerable.Range(0, matrix.Years.Length).ToList();
        var svg = new Svg(
            Label + matrix.Years.Length * Column + 8,
            Bars + 30 + rows * Row + 8,
            $"各年度、各级报告使用“{label}”的比例。所收报告{matrix.Total.All}篇，使用者{matrix.Total.Using}篇；逐格数字见图下表格。");
        svg.Text(Label - 12, 30, "全部", "row", "end").Line(Label, Bars, Label + matrix.Years.Length * Column, Bars, "grid");
        svg.Words(columns.Select(column => (Left(column) + Column / 2, Bars + 18, $"{matrix.Years[column]}")), "axis");
        DrawBars(svg, [.. columns.Select(column => new Cell(Left(column), Bars, matrix.ByYear[column], $"{matrix.Years[column]}年")).Where(IsKnown)]);
        for (var row = 0; row < rows; row++)
            svg.Text(Label - 12, Top(row) + 25, LevelName(matrix.Levels[row]), "row", "end");
        DrawBoxes(svg, [.. Enumerable.Range(0, rows).SelectMany(row => columns.Select(column =>
            new Cell(Left(column), Top(row), matrix.Cells[row][column], $"{matrix.Years[column]}年{LevelName(matrix.Levels[row])}"))).Where(IsKnown)]);
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

    private static int Top(int row) => Bars + 30 + row * Row;

    private static bool IsKnown(Cell cell) => !cell.Usage.IsVoid;

    private static void DrawBars(Svg svg, List<Cell> cells)
    {
        svg.Rects(cells.Select(static cell => (cell.X + 13, Bars - 64)), Column - 26, 64, "all", 2, "bar");
        foreach (var cell in cells.Where(static cell => cell.Usage.Using > 0))
        {
            var height = Math.Max(1, (int)Math.Round(64 * cell.Usage.Share));
            svg.Titled(cell.Words, group => group.Rect(cell.X + 13, Bars - height, Column - 26, height, "using", 2));
        }
        svg.Words(cells.Select(static cell => (cell.X + Column / 2, Bars - 70, cell.Share)), "value");
    }

    private static void DrawBoxes(Svg svg, List<Cell> cells)
    {
        var unused = cells.Where(static cell => cell.Usage.Using == 0).ToList();
        svg.Rects(unused.Select(static cell => (cell.X + 3, cell.Y + 3)), Column - 6, Row - 6, "none", 3, "box");
        svg.Words(unused.Select(static cell => (cell.X + Column / 2, cell.Y + 24, cell.Share)), "axis");
        foreach (var cell in cells.Where(static cell => cell.Usage.Using > 0))
        {
            svg.Titled(cell.Words, group => group
                .Shade(cell.X + 3, cell.Y + 3, Column - 6, Row - 6, "some", 0.16 + 0.34 * cell.Usage.Share)
                .Text(cell.X + Column / 2, cell.Y + 20, cell.Share, "value strong", "middle")
                .Text(cell.X + Column / 2, cell.Y + 34, Rate(cell.Usage), "value small", "middle"));
        }
    }

    /// <summary>A bar or a box of the chart.</summary>
    /// <param name="X">Its left edge, in CSS pixels.</param>
    /// <param name="Y">Its upper edge, in CSS pixels; of a bar its lower one.</param>
    /// <param name="Usage">What it shows.</param>
    /// <param name="Name">Whose it is.</param>
    private readonly record struct Cell(int X, int Y, UsageCell Usage, string Name)
    {
        public string Share => $"{Usage.Using}/{Usage.All}";

        public string Words => $"{Name}：{Describe(Usage)}";
    }
}
