using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Pages;

namespace ReportArchive.Tests.Pages;

public class SiteUrlTests
{
    [Theory]
    [InlineData("/", "/", "./")]
    [InlineData("/r/370306/2023/gwr/", "/", "r/370306/2023/gwr/")]
    [InlineData("/", "/r/370306/2023/gwr/", "../../../../")]
    [InlineData("/r/370306/2022/gwr/", "/r/370306/2023/gwr/", "../../2022/gwr/")]
    [InlineData("/r/370306/2023/gwr/", "/r/370306/2023/gwr/", "./")]
    [InlineData("/r/370306/2023/gwr/data.json", "/r/370306/2023/gwr/", "data.json")]
    [InlineData("/c/liu-wen/", "/c/liu-bao/", "../liu-wen/")]
    [InlineData("/c/", "/c/liu-bao/", "../")]
    [InlineData("/c/liu/", "/c/liu-bao/", "../liu/")]
    [InlineData("/feed.xml", "/404.html", "feed.xml")]
    public void A_link_is_as_short_as_the_way_from_page_to_page(string to, string from, string link) =>
        Assert.Equal(link, new SiteUrl(to).RelativeTo(new SiteUrl(from)));

    [Fact]
    public void A_relative_link_leads_where_the_absolute_one_does_below_any_base_path()
    {
        var part = Gen.Elements("r", "c", "p", "370306", "2023", "gwr", "a", "ab");
        var url =
            from parts in part.ListOf()
            from file in Gen.Elements("", "", "data.json", "feed.xml")
            select new SiteUrl("/" + string.Concat(parts.Take(5).Select(static p => p + "/")) + file);
        var root = Gen.Elements("https://example.org", "https://example.org/report-archive", "file:///home/reader/site");
        Prop.ForAll(url.ToArbitrary(), url.ToArbitrary(), root.ToArbitrary(), (to, from, below) =>
            new Uri(new Uri(below + from.Value), to.RelativeTo(from)).AbsoluteUri == below + to.Value)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData("/", "index.html")]
    [InlineData("/r/370306/2023/gwr/", "r/370306/2023/gwr/index.html")]
    [InlineData("/404.html", "404.html")]
    public void A_page_is_served_by_the_index_file_of_its_folder(string url, string file) => Assert.Equal(file, new SiteUrl(url).FilePath);
}
