using System.Globalization;
using ReportArchive.Anchors;
using ReportArchive.Caching;
using ReportArchive.Pages;
using ReportArchive.Sites;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Pages;

/// <summary>What is planned is what is made: who needs addresses only may trust the plan.</summary>
public sealed class PlannedPageTests
{
    [Fact]
    public void Every_page_has_the_address_that_was_planned_for_it()
    {
        var plan = PageBuilder.Plan(Archive(), new ModelBytes()).ToList();
        Assert.Equal(plan.Select(static page => page.Url), plan.Select(static page => page.Make().Url));
        Assert.Equal(plan.Count, plan.Select(static page => page.Url).Distinct().Count());
        // Otherwise it would be no test of these.
        foreach (var url in (string[])["/", "/404.html", "/r/370306/2023/gwr/v1/", "/r/370306/2023/gwr/v2/", "/k/gwr/2/", "/c/all/2/", "/c/si-jian-si-zeng/", "/p/370000/", "/y/2023/"])
            Assert.Contains(new SiteUrl(url), plan.Select(static page => page.Url));
    }

    /// <summary>More reports and expressions than one page of a list holds, and a report that was corrected.</summary>
    private static Site Archive()
    {
        var expressions = string.Concat(Enumerable.Range(0, 120).Select(static i => $"“第{i.ToString(CultureInfo.InvariantCulture)}项工程”，"));
        var sample = new SampleArchive()
            .Concept("si-jian-si-zeng", "四减四增")
            .Report("370306/2023/gwr", $"各位代表：\n\n推进“四减四增”。\n\n{expressions}");
        foreach (var place in (string[])["370000", "370300", "370303", "370400"])
        {
            for (var year = 1953; year <= 2022; year++)
                sample.Report($"{place}/{year.ToString(CultureInfo.InvariantCulture)}/gwr", $"{place}，{year.ToString(CultureInfo.InvariantCulture)}年。{(year > 2020 ? expressions : "")}");
        }
        var site = sample.Build();
        var report = site.Reports.Single(static report => report.Id.ToString() == "370306/2023/gwr");
        var published = AnchorAssignment.Assign(null, report.Blocks).Freeze(report.Id, new DateOnly(2024, 1, 1));
        var corrected = ReportHistory.Of(report with { Blocks = [.. report.Blocks.Skip(1)] }, published);
        return site with { Publications = PublicationRecord.None with { Histories = PublicationRecord.None.Histories.Add(report.Id, corrected.History) } };
    }
}
