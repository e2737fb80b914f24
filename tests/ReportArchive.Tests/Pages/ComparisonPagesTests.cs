using ReportArchive.Pages;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Pages;

public sealed class ComparisonPagesTests
{
    private const string Shared = "深入开展城乡环境大整治精细管理大提升行动，人居环境持续优化，创成省级清洁村庄";

    [Fact]
    public void Whole_sentences_are_shown_and_what_differs_is_marked()
    {
        var comparison = Assert.Single(Page("370306/2023/gwr", $"前一句。全区{Shared}一百二十个。后一句。", ("370300/2023/gwr", $"全市{Shared}三百个。")).Comparisons);

        var passage = Assert.Single(comparison.Passages);
        Assert.Equal(
            [(SegmentKind.Different, "全区"), (SegmentKind.Text, Shared), (SegmentKind.Different, "一百二十个。")],
            passage.Left.Select(static segment => (segment.Kind, segment.Text)));
        Assert.Equal($"全市{Shared}三百个。", string.Concat(passage.Right.Select(static segment => segment.Text)));
        Assert.Equal((Shared.Length, Shared.Length), (comparison.Longest, comparison.Shared.Characters));
        Assert.Equal((double)Shared.Length / (Shared.Length + 16), comparison.Shared.Share, 9);
    }

    [Fact]
    public void The_same_place_and_the_places_above_come_before_strangers_that_share_more()
    {
        var page = Page("370306/2023/gwr", $"{Shared}。另有{Long('甲')}。", ("370306/2022/gwr", $"{Shared}！"), ("370481/2023/gwr", $"另有{Long('甲')}。"), ("370300/2023/gwr", $"{Shared}；"));

        Assert.Equal(["370300/2023/gwr", "370306/2022/gwr", "370481/2023/gwr"], page.Comparisons.Select(static comparison => comparison.Shared.Report.Report.Id.ToString()));
    }

    [Fact]
    public void A_page_has_room_for_so_much_and_names_the_rest()
    {
        var body = string.Join("\n\n", Enumerable.Range(0, 60).Select(static i => $"{(char)('一' + i)}{Long((char)('甲' + i), 300)}。"));
        var page = Page("370306/2023/gwr", body, ("370306/2022/gwr", body), ("370306/2021/gwr", body), ("370306/2020/gwr", body));

        var characters = page.Comparisons.Sum(static comparison => comparison.Passages.Sum(static passage => passage.Left.Concat(passage.Right).Sum(static segment => segment.Text.Length)));
        Assert.InRange(characters, 20_000, 26_000);
        Assert.Equal(3, page.Comparisons.Length + page.Others.Length);
        Assert.All(page.Comparisons, static comparison => Assert.True(comparison.Passages.Length + comparison.LeftOut == 60));
        Assert.NotEmpty(page.Others);
    }

    [Fact]
    public void A_report_that_shares_nothing_has_its_page_all_the_same()
    {
        var page = Page("370306/2023/gwr", "独有的话。", ("370300/2023/gwr", "别的话。"));

        Assert.Empty(page.Comparisons);
        Assert.Equal("/r/370306/2023/gwr/with/", page.Url.Value);
    }

    private static string Long(char seed, int length = 80) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('一' + (seed * 31 + i * i * 7 + i * 13) % 5000)));

    private static ComparisonPage Page(string id, string body, params ReadOnlySpan<(string Id, string Body)> others)
    {
        var archive = new SampleArchive().Report(id, body);
        foreach (var other in others)
            archive.Report(other.Id, other.Body);
        return PageBuilder.All(archive.Build()).OfType<ComparisonPage>().Single(page => page.Item.Report.Id.ToString() == id);
    }
}
