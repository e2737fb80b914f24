using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Sites;

/// <summary>The small archive of Fixtures/small-archive as it is published: what its pages say, and its data files whole.</summary>
public sealed class GoldenSiteTests(SmallSite site) : IClassFixture<SmallSite>
{
    [Theory]
    [InlineData("index.html")]
    [InlineData("r/370306/2023/gwr/index.html")]
    [InlineData("r/370306/2023/plan/index.html")]
    [InlineData("c/index.html")]
    [InlineData("c/si-jian-si-zeng/index.html")]
    [InlineData("c/si-xin-jing-ji/index.html")]
    [InlineData("c/u/94fe/957f-5236/index.html")]
    [InlineData("p/index.html")]
    [InlineData("p/370300/index.html")]
    [InlineData("y/index.html")]
    [InlineData("y/2023/index.html")]
    [InlineData("k/index.html")]
    [InlineData("k/gwr/index.html")]
    [InlineData("404.html")]
    public void A_page_says_what_its_golden_file_says(string page) =>
        Golden.Equal(Repository.Fixtures("small-archive", "expected", page.Replace("index.html", "page.txt", StringComparison.Ordinal)), PageOutline.Of(site.Read(page)));

    [Theory]
    [InlineData("r/370306/2023/gwr/data.json")]
    [InlineData("c/si-jian-si-zeng/data.json")]
    [InlineData("c/xin-jiu-dong-neng/data.json")]
    [InlineData("feed.xml")]
    [InlineData("sitemap.xml")]
    [InlineData("robots.txt")]
    [InlineData("data/reports.csv")]
    [InlineData("data/concepts.csv")]
    [InlineData("data/occurrences.csv")]
    [InlineData("data/text.tsv")]
    public void A_data_file_is_its_golden_file(string file) => Golden.Equal(Repository.Fixtures("small-archive", "expected", file), site.Read(file));
}
