using System.Text;
using ReportArchive.Pages;
using ReportArchive.Sites;

namespace ReportArchive.Feeds;

/// <summary><c>sitemap.xml</c> and <c>robots.txt</c>: what search engines should read.</summary>
public static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Most addresses one file may hold (sitemaps.org).</summary>
    public const int MostUrls = 50_000;

    /// <summary>One file, or, beyond <see cref="MostUrls"/> addresses, an index and its parts.</summary>
    public static IEnumerable<OutputFile> Write(SiteSettings settings, IEnumerable<SiteUrl> urls)
    {
        var parts = urls.Order().Chunk(MostUrls).ToList();
        if (parts.Count <= 1)
        {
            yield return new OutputFile("sitemap.xml", Part(settings, parts.Count == 0 ? [] : parts[0]));
            yield break;
        }
        for (var i = 0; i < parts.Count; i++)
            yield return new OutputFile(PartName(i), Part(settings, parts[i]));
        yield return new OutputFile("sitemap.xml", Index(settings, parts.Count));
    }

    /// <summary>Everything may be read.</summary>
    public static OutputFile Robots(SiteSettings settings) => new(
        "robots.txt", Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\nSitemap: {settings.Absolute(new SiteUrl("/sitemap.xml"))}\n"));

    private static string PartName(int index) => $"sitemap-{index + 1}.xml";

    private static byte[] Part(SiteSettings settings, SiteUrl[] urls) => XmlFile.Write(xml =>
    {
        xml.WriteStartElement("urlset", Namespace);
        foreach (var url in urls)
        {
            xml.WriteStartElement("url", Namespace);
            xml.WriteElementString("loc", Namespace, settings.Absolute(url));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    private static byte[] Index(SiteSettings settings, int parts) => XmlFile.Write(xml =>
    {
        xml.WriteStartElement("sitemapindex", Namespace);
        for (var i = 0; i < parts; i++)
        {
            xml.WriteStartElement("sitemap", Namespace);
            xml.WriteElementString("loc", Namespace, settings.Absolute(new SiteUrl("/" + PartName(i))));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });
}
