using ReportArchive.Pages;
using ReportArchive.Sites;

namespace ReportArchive.Feeds;

/// <summary><c>opensearch.xml</c>: lets a browser offer the archive's search among its own (OpenSearch 1.1).</summary>
public static class OpenSearch
{
    /// <summary>Its address.</summary>
    public static SiteUrl Url { get; } = new("/opensearch.xml");

    /// <summary>The type a page links to it with.</summary>
    public const string MediaType = "application/opensearchdescription+xml";

    private const string Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>Names longer than this are cut by the specification.</summary>
    private const int LongestName = 16;

    /// <summary>The file.</summary>
    public static OutputFile Write(SiteSettings settings) => new(Url.FilePath, XmlFile.Write(xml =>
    {
        xml.WriteStartElement("OpenSearchDescription", Namespace);
        xml.WriteElementString("ShortName", Namespace, settings.Title.Length > LongestName ? settings.Title[..LongestName] : settings.Title);
        xml.WriteElementString("Description", Namespace, $"在“{settings.Title}”的全部报告中逐字检索");
        xml.WriteElementString("InputEncoding", Namespace, "UTF-8");
        xml.WriteElementString("Language", Namespace, settings.Language);
        xml.WriteStartElement("Url", Namespace);
        xml.WriteAttributeString("type", "text/html");
        xml.WriteAttributeString("method", "get");
        xml.WriteAttributeString("template", settings.Absolute(SiteUrl.Search) + "?q={searchTerms}");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }));
}
