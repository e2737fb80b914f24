using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Citations;

/// <summary>
/// A report's page as schema.org JSON-LD: a <c>Report</c> with where it comes from, what it covers, what it is part of, and the
/// concepts in it as <c>DefinedTerm</c>s of the archive's <c>DefinedTermSet</c>.
/// </summary>
public static class JsonLd
{
    // Letters stay readable; '<', '>' and '&' are escaped, so the text may stand inside a script element.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The document, on one line.</summary>
    public static string Of(PageMetadata page)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "Report");
            json.WriteString("@id", page.Citation.Url);
            Identity(json, page);
            Responsibility(json, page.Citation);
            Coverage(json, page);
            BasedOn(json, page);
            PartOf(json, page.Archive);
            Terms(json, page);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Identity(Utf8JsonWriter json, PageMetadata page)
    {
        json.WriteString("name", page.Citation.Title);
        json.WriteString("headline", page.Citation.Title);
        json.WriteString("url", page.Citation.Url);
        json.WriteString("inLanguage", Citation.Language);
        json.WriteString("genre", page.Kind.Name());
        json.WriteString("version", page.Edition.ToString(CultureInfo.InvariantCulture));
        json.WriteBoolean("isAccessibleForFree", value: true);
        var issued = page.Citation.Issued;
        if (issued.Day is not null)
            json.WriteString("datePublished", issued.IsoDay);
        if (page.Modified is { } modified)
            json.WriteString("dateModified", modified.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (page.Image is { } image)
            json.WriteString("image", image);
    }

    private static void Responsibility(Utf8JsonWriter json, Citation work)
    {
        Thing(json, "author", "GovernmentOrganization", work.Author);
        if (work.Speaker is { } speaker)
        {
            json.WriteStartObject("contributor");
            json.WriteString("@type", "Person");
            json.WriteString("name", speaker);
            if (work.Office is { } office)
                json.WriteString("jobTitle", office);
            json.WriteEndObject();
        }
    }

    private static void Coverage(Utf8JsonWriter json, PageMetadata page)
    {
        json.WriteString("temporalCoverage", page.Year.ToString());
        json.WritePropertyName("spatialCoverage");
        Area(json, page.Path, page.Path.Length - 1);
    }

    private static void Area(Utf8JsonWriter json, IReadOnlyList<Place> path, int level)
    {
        json.WriteStartObject();
        json.WriteString("@type", "AdministrativeArea");
        json.WriteString("name", path[level].Name);
        json.WriteString("identifier", path[level].Code.Value);
        if (level > 0)
        {
            json.WritePropertyName("containedInPlace");
            Area(json, path, level - 1);
        }
        json.WriteEndObject();
    }

    private static void BasedOn(Utf8JsonWriter json, PageMetadata page)
    {
        if (page.Sources.IsEmpty)
            return;
        json.WriteStartArray("isBasedOn");
        foreach (var source in page.Sources)
        {
            json.WriteStartObject();
            json.WriteString("@type", "CreativeWork");
            json.WriteString("name", source.Name);
            if (source.Url is { } url)
                json.WriteString("url", url);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void PartOf(Utf8JsonWriter json, Archive archive)
    {
        json.WriteStartObject("isPartOf");
        json.WriteString("@type", "Collection");
        json.WriteString("name", archive.Name);
        json.WriteString("url", archive.Url);
        json.WriteEndObject();
    }

    private static void Terms(Utf8JsonWriter json, PageMetadata page)
    {
        if (page.Terms.IsEmpty)
            return;
        json.WriteStartArray("about");
        foreach (var term in page.Terms)
        {
            json.WriteStartObject();
            json.WriteString("@type", "DefinedTerm");
            json.WriteString("@id", term.Url);
            json.WriteString("name", term.Label);
            json.WriteString("url", term.Url);
            json.WriteStartObject("inDefinedTermSet");
            json.WriteString("@type", "DefinedTermSet");
            json.WriteString("@id", page.Archive.Url + "c/");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Thing(Utf8JsonWriter json, string property, string type, string name)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", type);
        json.WriteString("name", name);
        json.WriteEndObject();
    }
}
