using System.Xml;
using ReportArchive.Pages;
using ReportArchive.Reports;
using ReportArchive.Sites;
using ReportArchive.Text;

namespace ReportArchive.Feeds;

/// <summary><c>feed.xml</c>: the newest reports, as Atom (RFC 4287).</summary>
public static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const int MostEntries = 50;

    /// <summary>Writes the feed. Times come from the reports, not from a clock, so that the same archive gives the same feed.</summary>
    public static byte[] Write(Site site)
    {
        var reports = site.Reports
            .OrderByDescending(static report => report.Id.Year)
            .ThenByDescending(static report => report.Matter.Date)
            .ThenBy(static report => report.Id)
            .Take(MostEntries)
            .ToList();
        return XmlFile.Write(xml =>
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", ns: null, site.Settings.Language);
            xml.WriteElementString("title", Namespace, site.Settings.Title);
            xml.WriteElementString("subtitle", Namespace, site.Settings.Description);
            xml.WriteElementString("id", Namespace, site.Settings.Absolute(SiteUrl.Home));
            xml.WriteElementString("updated", Namespace, Time(reports.Count == 0 ? default : reports.Max(Updated)));
            Link(xml, "self", "application/atom+xml", site.Settings.Absolute(new SiteUrl("/feed.xml")));
            Link(xml, "alternate", "text/html", site.Settings.Absolute(SiteUrl.Home));
            xml.WriteStartElement("author", Namespace);
            xml.WriteElementString("name", Namespace, site.Settings.Publisher.Length > 0 ? site.Settings.Publisher : site.Settings.Title);
            xml.WriteEndElement();
            foreach (var report in reports)
                Entry(xml, site, report);
            xml.WriteEndElement();
        });
    }

    private static void Entry(XmlWriter xml, Site site, Report report)
    {
        var url = site.Settings.Absolute(SiteUrl.Of(report.Id));
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("title", Namespace, report.Matter.Title);
        xml.WriteElementString("id", Namespace, url);
        Link(xml, "alternate", "text/html", url);
        xml.WriteElementString("updated", Namespace, Time(Updated(report)));
        if (report.Matter.Date is { } date)
            xml.WriteElementString("published", Namespace, Time(date));
        xml.WriteStartElement("category", Namespace);
        xml.WriteAttributeString("term", report.Matter.Kind.Key());
        xml.WriteAttributeString("label", report.Matter.Kind.Name());
        xml.WriteEndElement();
        xml.WriteElementString("summary", Namespace, Summary(report));
        xml.WriteEndElement();
    }

    /// <summary>The first paragraph that says something: salutations are shorter.</summary>
    private static string Summary(Report report)
    {
        var text = report.Blocks.FirstOrDefault(static block => block.Kind == BlockKind.Paragraph && block.Text.Length > 80)?.Text ?? report.Matter.Title;
        var first = Sentences.Of(text).First();
        return first.Of(text).ToString();
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    /// <summary>The latest day the archive knows of: read from a source, delivered, or else the first day of the plan year.</summary>
    private static DateOnly Updated(Report report) =>
        report.Matter.Sources.Select(static source => source.Retrieved).Append(report.Matter.Date).Max()
        ?? new DateOnly(report.Id.Year.Value, 1, 1);

    private static string Time(DateOnly date) => date.ToString("yyyy-MM-dd") + "T00:00:00Z";
}
