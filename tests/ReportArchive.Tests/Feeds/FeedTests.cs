using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using ReportArchive.Feeds;
using ReportArchive.Pages;
using ReportArchive.Sites;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Feeds;

public class FeedTests
{
    private static readonly XNamespace s_atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace s_sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public void The_feed_has_what_Atom_requires()
    {
        var feed = Atom(new SampleArchive()
            .Report("370306/2023/gwr", "各位代表：\n\n正文。", more: "date: 2023-01-07\nsource:\n  - name: 甲\n    retrieved: 2023-02-01\n")
            .Report("370306/2022/plan", "计划正文。"));
        Assert.Equal(s_atom + "feed", feed.Name);
        AssertEntry(feed);
        Assert.NotEmpty(feed.Element(s_atom + "author")!.Element(s_atom + "name")!.Value);
        Assert.Equal("https://example.org/report-archive/feed.xml", feed.Elements(s_atom + "link").Single(static link => (string?)link.Attribute("rel") == "self").Attribute("href")!.Value);
        var entries = feed.Elements(s_atom + "entry").ToList();
        Assert.Equal(["https://example.org/report-archive/r/370306/2023/gwr/", "https://example.org/report-archive/r/370306/2022/plan/"], entries.Select(static entry => entry.Element(s_atom + "id")!.Value));
        Assert.All(entries, AssertEntry);
        Assert.Equal(["2023-02-01T00:00:00Z", "2022-01-01T00:00:00Z"], entries.Select(static entry => entry.Element(s_atom + "updated")!.Value));
        Assert.Equal("2023-02-01T00:00:00Z", feed.Element(s_atom + "updated")!.Value);
        Assert.Equal("2023-01-07T00:00:00Z", entries[0].Element(s_atom + "published")!.Value);
    }

    [Fact]
    public void Marks_of_XML_in_titles_and_texts_stay_text()
    {
        var feed = Atom(new SampleArchive().Report("370306/2023/gwr", "]]>&lt;b>" + new string('文', 90) + "。", title: "'<script>alert(1)</script> & “报告”'"));
        Assert.Equal("<script>alert(1)</script> & “报告”", feed.Element(s_atom + "entry")!.Element(s_atom + "title")!.Value);
        Assert.StartsWith("]]><b>文", feed.Element(s_atom + "entry")!.Element(s_atom + "summary")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_archive_has_a_feed_too() => AssertTime(Atom(new SampleArchive()).Element(s_atom + "updated")!.Value);

    [Fact]
    public void The_feed_holds_the_fifty_newest()
    {
        var archive = new SampleArchive();
        for (var year = 1960; year < 2020; year++)
            archive.Report($"370306/{year}/gwr", $"{year}年正文。");
        var ids = Atom(archive).Elements(s_atom + "entry").Select(static entry => entry.Element(s_atom + "id")!.Value).ToList();
        Assert.Equal(50, ids.Count);
        Assert.EndsWith("/2019/gwr/", ids[0], StringComparison.Ordinal);
        Assert.EndsWith("/1970/gwr/", ids[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_sitemap_lists_absolute_addresses_in_order()
    {
        var map = Xml(Assert.Single(Sitemap.Write(Settings, [new SiteUrl("/r/370306/2023/gwr/"), SiteUrl.Home])));
        Assert.Equal(s_sitemap + "urlset", map.Name);
        Assert.Equal(["https://example.org/report-archive/", "https://example.org/report-archive/r/370306/2023/gwr/"], map.Elements(s_sitemap + "url").Select(static url => url.Element(s_sitemap + "loc")!.Value));
    }

    [Fact]
    public void A_sitemap_too_long_for_one_file_is_an_index_of_several()
    {
        var urls = Enumerable.Range(0, Sitemap.MostUrls + 1).Select(static i => new SiteUrl($"/c/{i:D6}/")).ToList();
        var files = Sitemap.Write(Settings, urls).ToDictionary(static file => file.Path, Xml, StringComparer.Ordinal);
        var parts = files["sitemap.xml"].Elements(s_sitemap + "sitemap").Select(static part => part.Element(s_sitemap + "loc")!.Value).ToList();
        Assert.Equal(["https://example.org/report-archive/sitemap-1.xml", "https://example.org/report-archive/sitemap-2.xml"], parts);
        var listed = parts.SelectMany(part => files[part.Split('/')[^1]].Elements(s_sitemap + "url")).Select(static url => url.Element(s_sitemap + "loc")!.Value);
        Assert.Equal(urls.Select(Settings.Absolute), listed);
    }

    [Fact]
    public void Robots_may_read_everything_and_are_told_of_the_sitemap() =>
        Assert.Equal("User-agent: *\nAllow: /\nSitemap: https://example.org/report-archive/sitemap.xml\n", System.Text.Encoding.UTF8.GetString(Sitemap.Robots(Settings).Bytes.Span));

    private static SiteSettings Settings => new SampleArchive().Settings;

    private static XElement Atom(SampleArchive archive) => Xml(new OutputFile("feed.xml", AtomFeed.Write(archive.Build())));

    private static XElement Xml(OutputFile file)
    {
        using var reader = XmlReader.Create(new MemoryStream(file.Bytes.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader).Root!;
    }

    /// <summary>Exactly one title, one id that is an IRI, one time (RFC 4287, sections 4.1.1 and 4.1.2).</summary>
    private static void AssertEntry(XElement entry)
    {
        Assert.NotEmpty(Assert.Single(entry.Elements(s_atom + "title")).Value);
        Assert.True(Uri.IsWellFormedUriString(Assert.Single(entry.Elements(s_atom + "id")).Value, UriKind.Absolute));
        AssertTime(Assert.Single(entry.Elements(s_atom + "updated")).Value);
        Assert.Contains(entry.Elements(s_atom + "link"), static link => (string?)link.Attribute("rel") == "alternate");
    }

    private static void AssertTime(string time) =>
        Assert.True(DateTimeOffset.TryParseExact(time, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _), time);
}
