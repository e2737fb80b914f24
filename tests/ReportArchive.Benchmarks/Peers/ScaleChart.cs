using System.Globalization;
using System.Text;

namespace ReportArchive.Benchmarks.Peers;

/// <summary>Three panels, processor time, the same for each report, and memory, over the size of the archive. All axes are logarithmic: growth in proportion is a line of slope one, and level where it is for each report.</summary>
internal static class ScaleChart
{
    private const int Width = 420;
    private const int Height = 320;
    private const int Key = 24;
    private const int Margin = 56;
    private static readonly string[] Colours = ["#b3261e", "#d98a84", "#1b5e9b", "#5b7f3a", "#7a5195"];

    /// <summary>The chart of one run a program and size.</summary>
    public static string Draw(IReadOnlyList<Run> runs)
    {
        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {3 * Width} {Height + Key}\" font-family=\"sans-serif\" font-size=\"11\">\n");
        // One order for all panels: a run that is left out of one does not give its colour to the next.
        string[] names = [.. runs.Select(static run => run.Peer).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Panel(svg, 0, "processor time, s", names, runs, static run => run.Processor);
        Panel(svg, Width, "processor time a report, ms", names, [.. runs.Where(static run => run.Failure is null)], static run => run.MillisecondsAReport);
        Panel(svg, 2 * Width, "peak memory, MB", names, runs, static run => run.PeakMegabytes);
        foreach (var (i, name) in names.Index())
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Margin + (i * 170)}\" cy=\"{Height - 4}\" r=\"4\" fill=\"{Colours[i % Colours.Length]}\"/><text x=\"{Margin + 10 + (i * 170)}\" y=\"{Height}\">{name}</text>\n");
        return svg.Append("</svg>\n").ToString();
    }

    private static void Panel(StringBuilder svg, int left, string title, string[] names, IReadOnlyList<Run> runs, Func<Run, double> value)
    {
        var (x0, x1) = Decades(runs.Select(static run => (double)run.Reports));
        var (y0, y1) = Decades(runs.Select(run => value(run.Reached)));
        double X(double reports) => left + Margin + ((Math.Log10(reports) - x0) / (x1 - x0) * (Width - (1.8 * Margin)));
        double Y(double amount) => Height - Margin - ((Math.Log10(amount) - y0) / (y1 - y0) * (Height - (1.6 * Margin)));
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + Margin}\" y=\"20\" font-weight=\"bold\">{title}</text>\n");
        for (var decade = x0; decade <= x1; decade++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(Math.Pow(10, decade)):0}\" y=\"{Height - Margin + 18}\" text-anchor=\"middle\">{Math.Pow(10, decade):#,0}</text>\n");
        for (var decade = y0; decade <= y1; decade++)
        {
            var y = Y(Math.Pow(10, decade));
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(Math.Pow(10, x0)):0}\" x2=\"{X(Math.Pow(10, x1)):0}\" y1=\"{y:0}\" y2=\"{y:0}\" stroke=\"#ccc\"/><text x=\"{left + Margin - 6}\" y=\"{y + 4:0}\" text-anchor=\"end\">{Math.Pow(10, decade):#,0.##}</text>\n");
        }
        foreach (var (i, name) in names.Index())
            Line(svg, [.. runs.Where(run => run.Peer == name).OrderBy(static run => run.Reports).Select(run => (X(run.Reports), Y(value(run.Reached)), run.Failure is null))], Colours[i % Colours.Length]);
    }

    /// <summary>A line; the point of a run that did not come to its end is hollow.</summary>
    private static void Line(StringBuilder svg, IReadOnlyList<(double X, double Y, bool IsWhole)> points, string colour)
    {
        var path = string.Join(' ', points.Select(static point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.0},{point.Y:0.0}")));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>");
        foreach (var (x, y, isWhole) in points)
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.0}\" cy=\"{y:0.0}\" r=\"3\" fill=\"{(isWhole ? colour : "#fff")}\" stroke=\"{colour}\"/>");
        svg.Append('\n');
    }

    /// <summary>The powers of ten around the values.</summary>
    private static (int Low, int High) Decades(IEnumerable<double> values)
    {
        var all = values.Where(static value => value > 0).ToList();
        var low = (int)Math.Floor(Math.Log10(all.Min()));
        return (low, Math.Max(low + 1, (int)Math.Ceiling(Math.Log10(all.Max()))));
    }
}
