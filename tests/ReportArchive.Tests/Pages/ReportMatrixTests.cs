using ReportArchive.Pages;
using ReportArchive.Places;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Pages;

public class ReportMatrixTests
{
    [Fact]
    public void A_cell_that_counts_one_report_leads_to_it()
    {
        var matrix = Of(new SampleArchive().Report("370306/2022/gwr", "甲。").Report("370306/2023/gwr", "乙。").Report("370306/2023/plan", "丙。").Report("370300/2021/gwr", "丁。"));
        Assert.Equal([2021, 2022, 2023], matrix.Years.Select(static year => year.Value));
        Assert.Equal(["淄博市", "周村区"], matrix.Rows.Select(static row => row.Place.Name));
        Assert.Equal([1, 0, 0], matrix.Rows[0].Cells.Select(static cell => cell.Count));
        Assert.Equal([0, 1, 2], matrix.Rows[1].Cells.Select(static cell => cell.Count));
        Assert.Equal("/r/370306/2022/gwr/", matrix.Rows[1].Cells[1].Report?.Value);
        Assert.Null(matrix.Rows[1].Cells[2].Report);
    }

    [Fact]
    public void Forty_places_have_a_row_each() => Assert.Equal(40, Of(Counties(40)).Rows.Length);

    [Fact]
    public void More_places_are_merged_into_the_places_above_them_and_none_is_lost()
    {
        var matrix = Of(Counties(41));
        Assert.InRange(matrix.Rows.Length, 2, ReportMatrix.MostRows);
        Assert.All(matrix.Rows, static row => Assert.Equal(PlaceLevel.Prefecture, row.Place.Level));
        Assert.Equal(41, matrix.Rows.Sum(static row => row.Cells.Sum(static cell => cell.Count)));
        Assert.Equal(matrix.Rows.OrderBy(static row => row.Place.Code), matrix.Rows);
    }

    [Fact]
    public void A_place_above_keeps_its_own_reports_in_its_row()
    {
        var archive = Counties(41).Report("370100/2023/plan", "市计划报告。");
        Assert.Equal(42, Of(archive).Rows.Sum(static row => row.Cells.Sum(static cell => cell.Count)));
    }

    [Fact]
    public void No_report_makes_no_row() => Assert.Empty(Of(new SampleArchive()).Rows);

    private static SampleArchive Counties(int count)
    {
        var archive = new SampleArchive();
        foreach (var place in PlaceTable.National.Places.Where(static place => place.Level == PlaceLevel.County && place.Code.Value.StartsWith("37", StringComparison.Ordinal)).Take(count))
            archive.Report($"{place.Code}/2023/gwr", $"{place.Name}报告。");
        return archive;
    }

    private static ReportMatrix Of(SampleArchive archive)
    {
        var site = archive.Build();
        return ReportMatrix.Of(site, Enumerable.Range(0, site.Reports.Length));
    }
}
