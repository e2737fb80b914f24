using ReportArchive.Concepts.Usage;

namespace ReportArchive.Tests.Concepts.Usage;

public sealed class PlaceUseTests
{
    private const string With = "推进“四减四增”。";
    private const string Without = "推进结构调整。";

    [Fact]
    public void A_county_that_follows_its_city_took_the_concept_from_above()
    {
        var uses = Uses(("370300/2022/gwr", With, null), ("370306/2023/gwr", With, null));

        Assert.Equal(["370300 unknown", "370306 from-above 370300/2022/gwr"], uses);
    }

    [Fact]
    public void In_one_plan_year_the_day_of_delivery_decides()
    {
        var uses = Uses(("370300/2023/gwr", With, "2022-12-28"), ("370306/2023/gwr", With, "2023-01-07"));

        Assert.Equal(["370300 unknown", "370306 from-above 370300/2023/gwr"], uses);
    }

    [Fact]
    public void In_one_plan_year_without_both_days_neither_is_first()
    {
        var uses = Uses(("370300/2023/gwr", With, null), ("370306/2023/gwr", With, "2023-01-07"));

        Assert.Equal(["370306 with-above 370300/2023/gwr", "370300 unknown"], uses);
    }

    [Fact]
    public void A_county_may_use_a_concept_before_its_city_does()
    {
        var uses = Uses(("370300/2024/gwr", With, null), ("370306/2023/gwr", With, null));

        Assert.Equal(["370306 before-above 370300/2024/gwr", "370300 unknown"], uses);
    }

    [Fact]
    public void Where_the_places_above_never_use_it_the_concept_is_local()
    {
        var uses = Uses(("370300/2022/gwr", Without, null), ("370306/2023/gwr", With, null));

        Assert.Equal(["370306 local"], uses);
    }

    [Fact]
    public void A_town_looks_past_a_county_without_reports_to_the_city()
    {
        var uses = Uses(("370400/2019/gwr", With, null), ("370481107/2020/gwr", With, null));

        Assert.Equal(["370400 unknown", "370481107 from-above 370400/2019/gwr"], uses);
    }

    [Fact]
    public void A_place_whose_later_report_is_without_it_dropped_it()
    {
        var site = SmallArchive.Site(
            [SmallArchive.Report("370306/2021/gwr", With), SmallArchive.Report("370306/2022/gwr", Without), SmallArchive.Report("370306/2023/gwr", Without + Without)],
            SmallArchive.Concept("si-jian-si-zeng", "四减四增"));

        var use = Assert.Single(PlaceUse.Of(new Corpus(site), 0));

        Assert.Equal("370306/2022/gwr", site.Reports[use.SilentSince!.Value].Id.ToString());
        Assert.Equal(new UsageCell(1, 3, 1, site.Reports.Sum(static report => (long)report.Length)), use.Total);
    }

    [Fact]
    public void A_later_report_of_another_kind_says_nothing_about_dropping()
    {
        var site = SmallArchive.Site(
            [SmallArchive.Report("370306/2021/gwr", With), SmallArchive.Report("370306/2022/budget", Without)],
            SmallArchive.Concept("si-jian-si-zeng", "四减四增"));

        Assert.Null(Assert.Single(PlaceUse.Of(new Corpus(site), 0)).SilentSince);
    }

    private static IEnumerable<string> Uses(params (string Id, string Body, string? Date)[] reports)
    {
        var site = SmallArchive.Site(reports.Select(static report => SmallArchive.Report(report.Id, $"{report.Id}：{report.Body}", report.Date)), SmallArchive.Concept("si-jian-si-zeng", "四减四增"));
        return PlaceUse.Of(new Corpus(site), 0)
            .Select(use => $"{use.Place.Code} {use.Descent.Key()} {(use.Above is { } above ? site.Reports[above].Id : "")}".TrimEnd());
    }
}
