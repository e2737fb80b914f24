using ReportArchive.Diagnostics;
using ReportArchive.Pages;
using ReportArchive.Sites;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Sites;

/// <summary>Which other places a report names. The places of the archive are those of these reports and the counties beside them.</summary>
public sealed class NamedPlacesTests
{
    [Theory]
    [InlineData("承接济南资源外溢", "370100")]
    [InlineData("承接济南市资源外溢", "370100")]
    [InlineData("与章丘区联合推出", "370114")]
    [InlineData("张店的企业", "370303")]
    [InlineData("与临沂市合作", "")]
    public void A_place_is_known_by_its_name_with_and_without_what_it_is(string text, string codes) => Assert.Equal(codes, Named("370306", text));

    [Theory]
    [InlineData("370306", "周村区与周村", "")]
    [InlineData("370306", "来到市中区", "")]
    [InlineData("370100", "来到市中区", "370103")]
    [InlineData("370400", "来到市中区", "370402")]
    [InlineData("370306", "来到枣庄市市中区", "370400 370402")]
    public void Of_places_of_one_name_the_nearest_is_meant_and_where_two_are_as_near_none(string here, string text, string codes) => Assert.Equal(codes, Named(here, text));

    [Theory]
    [InlineData("370306", "章丘来人")]
    [InlineData("370306", "全市中心工作，惠民政策，示范县创建")]
    [InlineData("370306", "平安阳光")]
    public void A_short_name_of_a_county_elsewhere_and_a_common_word_mean_no_place(string here, string text) => Assert.Equal("", Named(here, text));

    [Fact]
    public void An_editor_switches_a_name_off()
    {
        var archive = Archive().Report("370306/2023/gwr", "济南与章丘区。", more: "notPlaces: [济南]\n");

        Assert.Equal(["370114"], archive.Build().NamedPlaces.Of(IndexOf(archive.Build(), "370306/2023/gwr")).Select(static naming => naming.Place.Code.Value));
        Assert.DoesNotContain(archive.Diagnostics, static diagnostic => diagnostic.Severity == Severity.Error);
    }

    [Fact]
    public void A_report_links_to_the_place_and_the_place_back_each_with_the_words()
    {
        var archive = Archive().Report("370306/2023/gwr", "前一句。主动承接济南资源外溢。");
        var pages = PageBuilder.All(archive.Build()).ToList();

        var named = Assert.Single(pages.OfType<ReportPage>().Single(static page => page.Report.Id.ToString() == "370306/2023/gwr").Places);
        var naming = Assert.Single(pages.OfType<PlacePage>().Single(static page => page.Url.Value == "/p/370100/").NamedBy);

        Assert.Equal(("济南市", "/p/370100/", new Snippet("主动承接", "济南", "资源外溢。")), (named.Name, named.Url?.Value, named.Snippet));
        Assert.Equal(("370306/2023/gwr", named.Snippet), (naming.Report.Report.Id.ToString(), naming.Snippet));
    }

    [Fact]
    public void A_link_to_a_concept_wins_over_one_to_a_place_within_it()
    {
        var page = Archive().Concept("wu-ge-ji-nan", "五个济南").Report("370306/2023/gwr", "建设五个济南。再访济南。").ReportPage("370306/2023/gwr");

        Assert.Equal(
            [(SegmentKind.Text, "建设"), (SegmentKind.Concept, "五个济南"), (SegmentKind.Text, "。再访济南。")],
            page.Blocks[0].Segments.Select(static segment => (segment.Kind, segment.Text)));
    }

    private static SampleArchive Archive() => new SampleArchive().Report("370100/2023/gwr", "甲。").Report("370300/2023/gwr", "乙。").Report("370400/2023/gwr", "丙。");

    private static string Named(string here, string text)
    {
        var site = Archive().Report($"{here}/2022/plan", text).Build();
        return string.Join(' ', site.NamedPlaces.Of(IndexOf(site, $"{here}/2022/plan")).Select(static naming => naming.Place.Code.Value));
    }

    private static int IndexOf(Site site, string id) => Enumerable.Range(0, site.Reports.Length).Single(i => site.Reports[i].Id.ToString() == id);
}
