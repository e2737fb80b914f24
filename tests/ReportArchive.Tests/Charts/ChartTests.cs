using System.Globalization;
using System.Xml.Linq;
using ReportArchive.Charts;
using ReportArchive.Concepts.Usage;
using ReportArchive.Tests.Concepts;

namespace ReportArchive.Tests.Charts;

public sealed class ChartTests
{
    private static readonly Corpus Corpus = new(SmallArchive.Site(
        [
            SmallArchive.Report("370300/2021/gwr", "推进四减四增。"),
            SmallArchive.Report("370306/2021/gwr", "推进四减四增，再推进四减四增。"),
            SmallArchive.Report("370306/2023/gwr", "只说别的。"),
        ],
        SmallArchive.Concept("si-jian-si-zeng", "四减四增")));

    [Fact]
    public void The_chart_of_years_and_levels_says_every_use_in_words_and_draws_the_other_reports()
    {
        var svg = XElement.Parse(UsageChart.Draw(UsageMatrix.Of(Corpus, 0), "四减四增"));

        Assert.Contains("2021年：2篇中2篇，共3处，每万字1363.6处", Titles(svg));
        Assert.DoesNotContain(Titles(svg), static title => title.StartsWith("2023", StringComparison.Ordinal));
        Assert.Equal(2, svg.Elements("use").Count(static use => use.Attribute("href")!.Value == "#bar"));
        Assert.Single(svg.Elements("use"), static use => use.Attribute("href")!.Value == "#box");
        Assert.Equal("0/1", svg.Elements("g").Single(static group => group.Attribute("class")?.Value == "axis" && group.Value.Contains('/')).Value);
        Assert.Equal("img", svg.Attribute("role")!.Value);
        AssertWithin(svg);
    }

    [Fact]
    public void The_chart_of_places_sets_a_county_in_below_its_city()
    {
        var spread = SpreadTable.Of(Corpus, 0);

        Assert.Equal([("淄博市", 0), ("周村区", 1)], spread.Rows.Select(row => SpreadChart.NameOf(spread, row)));
        var svg = XElement.Parse(SpreadChart.Draw(spread, "四减四增", static url => url.Value));
        Assert.Contains("周村区 2021年：1篇中1篇，共2处，每万字1333.3处", Titles(svg));
        Assert.Single(svg.Elements("path"), static path => path.Attribute("class")!.Value == "rim" && path.Attribute("d")!.Value.Count(static letter => letter == 'M') == 1);
        AssertWithin(svg);
    }

    [Fact]
    public void A_network_escapes_names_and_keeps_every_mark_on_the_sheet()
    {
        var nodes = Enumerable.Range(1, 10).Select(i => new NetworkNode($"<提法{i}>&", $"../{i}/?a=1&b=\"2\"", i)).ToList();

        var svg = XElement.Parse(NetworkChart.Draw("六张时代新答卷", nodes, [(0, 9, 3), (2, 5, 1)], "网络"));

        Assert.Equal(10, svg.Descendants("a").Count());
        Assert.Contains("../3/?a=1&b=\"2\"", svg.Descendants("a").Select(static link => link.Attribute("href")!.Value));
        AssertWithin(svg);
    }

    private static IEnumerable<string> Titles(XElement svg) => svg.Descendants("title").Select(static title => title.Value);

    /// <summary>No mark lies outside the sheet.</summary>
    private static void AssertWithin(XElement svg)
    {
        var (width, height) = (Number(svg, "width"), Number(svg, "height"));
        foreach (var mark in svg.Descendants())
        {
            foreach (var name in (string[])["x", "cx", "x1", "x2"])
                Assert.InRange(Number(mark, name), 0, width);
            foreach (var name in (string[])["y", "cy", "y1", "y2"])
                Assert.InRange(Number(mark, name), 0, height);
        }
    }

    private static int Number(XElement mark, string name) =>
        mark.Attribute(name) is { } value ? int.Parse(value.Value, CultureInfo.InvariantCulture) : 0;
}
