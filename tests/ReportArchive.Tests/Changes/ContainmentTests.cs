using ReportArchive.Anchors;
using ReportArchive.Changes;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Sites;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Changes;

public sealed class ContainmentTests
{
    private static readonly PlaceTable s_places =
        PlaceTable.National.With(PlaceCorrections.Read(File.ReadAllText(Path.Combine(Repository.Input, "places.csv")), "places.csv").Corrections);

    [Fact]
    public void A_cut_off_copy_under_another_name_is_said_to_be_contained_in_the_whole()
    {
        var whole = ReadReal("370306/2023-gwr.md");
        var copy = whole with
        {
            Matter = whole.Matter with { Year = new PlanYear(2024) },
            Blocks = [.. whole.Blocks.Take(whole.Blocks.Length / 2)],
            File = "input/reports/370306/2024-gwr.md",
        };

        var warning = Assert.Single(Containment.Find(Site(whole, copy)));

        Assert.Equal(("RA0205", copy.File), (warning.Code, warning.Span.File));
        Assert.Contains("are contained in input/reports/370306/2023-gwr.md", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_equal_texts_one_is_named()
    {
        var one = ReadReal("370306/2023-gwr.md");
        var two = one with { Matter = one.Matter with { Year = new PlanYear(2024) }, File = "input/reports/370306/2024-gwr.md" };

        Assert.Single(Containment.Find(Site(one, two)));
    }

    [Fact]
    public void The_reports_of_the_archive_are_not_contained_in_each_other() =>
        Assert.Empty(Containment.Find(Site([.. Repository.Reports.Select(file => ReadReal(Path.GetRelativePath(Path.Combine(Repository.Input, "reports"), file)))])));

    [Fact]
    public void A_report_that_is_published_is_not_complained_about_again()
    {
        var whole = ReadReal("370306/2023-gwr.md");
        var copy = whole with { Matter = whole.Matter with { Year = new PlanYear(2024) }, File = "input/reports/370306/2024-gwr.md" };
        var published = ReportHistory.Of(copy, AnchorAssignment.Assign(null, copy.Blocks).Freeze(copy.Id, new DateOnly(2026, 1, 1))).History;
        var site = Site(whole, copy);
        var histories = new[] { whole.Id, copy.Id }.ToDictionary(static id => id, _ => published);

        Assert.Empty(Containment.Find(site with { Publications = PublicationRecord.None with { Histories = PublicationRecord.None.Histories.AddRange(histories) } }));
    }

    private static Report ReadReal(string path) =>
        ReportReader.Read(File.ReadAllText(Path.Combine(Repository.Input, "reports", path)), "input/reports/" + path.Replace('\\', '/'), s_places, [])!;

    private static Site Site(params Report[] reports) => SiteBuilder.Build(SiteSettings.Default, s_places, reports, [], []);
}
