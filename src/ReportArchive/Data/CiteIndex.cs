using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Data;

/// <summary>
/// <c>cite/index.json</c>: what the page at <c>/cite/</c> needs to find a report from words, a reference or an old link. One entry a
/// place, not a report, so that it stays small: 370 kB before compression for 100,000 reports of 4,000 places.
/// </summary>
public static class CiteIndex
{
    /// <summary>Path of the file.</summary>
    public const string Path = "cite/index.json";

    /// <summary>Writes the file.</summary>
    public static OutputFile Write(Site site) => new(Path, Json.WriteLine(json =>
    {
        json.WriteStartObject();
        json.Objects("places", site.PlaceTree.Values.Where(static node => !node.Reports.IsEmpty), node =>
        {
            json.WriteString("code", node.Place.Code.Value);
            json.Strings("names", Names(site, node).Distinct(StringComparer.Ordinal));
            json.Strings("path", node.Path.SkipLast(1).Select(static place => place.Name));
            json.WriteStartObject("reports");
            foreach (var kind in node.Reports.Select(index => site.Reports[index].Id).GroupBy(static id => id.Kind).OrderBy(static group => group.Key))
            {
                json.WriteStartArray(kind.Key.Key());
                foreach (var id in kind.OrderBy(static id => id.Year))
                    json.WriteNumberValue(id.Year.Value);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        });
        json.Objects("redirects", site.Publications.Redirects, redirect =>
        {
            json.WriteString("from", redirect.From.ToString());
            json.WriteString("to", redirect.To.ToString());
        });
        json.WriteEndObject();
    }));

    // The name of today and those its reports have in their titles.
    private static IEnumerable<string> Names(Site site, PlaceNode node) =>
        node.Reports.Select(index => ReportPlace.NameOf(site.Reports[index], node.Place)).Prepend(node.Place.Name);
}
