using System.Text.Json;
using ReportArchive.Anchors;
using ReportArchive.Pages;
using ReportArchive.Reports;

namespace ReportArchive.Data;

/// <summary><c>data.json</c> beside a report: all of it, for programs.</summary>
public static class ReportJson
{
    /// <summary>Writes the report's object; see the contract for its shape.</summary>
    public static void Write(Utf8JsonWriter json, ReportPage page)
    {
        var matter = page.Report.Matter;
        json.WriteStartObject();
        json.WriteString("id", page.Report.Id.ToString());
        json.WriteString("url", page.Url.Value);
        json.WriteString("title", matter.Title);
        json.WriteNumber("year", matter.Year.Value);
        json.WriteString("kind", matter.Kind.Key());
        json.WriteString("date", matter.Date?.ToString("yyyy-MM-dd"));
        json.WriteString("meeting", matter.Meeting);
        json.WriteString("speaker", matter.Speaker);
        json.WriteString("office", matter.Office);
        json.Nested("place", () =>
        {
            json.WriteString("code", matter.Place.Code.Value);
            json.WriteString("name", page.Item.PlacePath[^1]);
            json.Strings("path", page.Item.PlacePath);
        });
        json.WriteNumber("characters", page.Report.Length);
        json.Objects("sources", matter.Sources, source => WriteSource(json, source));
        json.WriteNumber("edition", page.History.Edition);
        json.Objects("editions", page.History.Editions, edition => WriteEdition(json, page, edition));
        json.Objects("retired", page.History.Retired, retired =>
        {
            json.WriteString("anchor", retired.Anchor.ToString());
            json.WriteNumber("edition", retired.Edition);
            json.WriteString("into", retired.Into?.ToString());
        });
        json.Objects("blocks", page.Report.Blocks, block => WriteBlock(json, block));
        json.Objects("concepts", page.Concepts, concept =>
        {
            json.WriteString("slug", concept.Item.Concept.Slug.Value);
            json.WriteString("label", concept.Item.Concept.Label);
            json.WriteNumber("count", concept.Count);
            json.Strings("anchors", concept.Anchors.Select(static anchor => anchor.ToString()));
        });
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, Source source)
    {
        json.WriteString("name", source.Name);
        json.WriteString("url", source.Url);
        json.WriteString("retrieved", source.Retrieved?.ToString("yyyy-MM-dd"));
        json.WriteString("sha256", source.Sha256);
        if (source.Complete is { } complete)
            json.WriteBoolean("complete", complete);
        else
            json.WriteNull("complete");
    }

    private static void WriteEdition(Utf8JsonWriter json, ReportPage page, Edition edition)
    {
        json.WriteNumber("edition", edition.Number);
        json.WriteString("date", edition.Date?.ToString("yyyy-MM-dd"));
        json.WriteString("note", edition.Note);
        if (page.History.HasFormerEditions)
            json.WriteString("url", SiteUrl.Of(page.Report.Id, edition.Number).Value);
    }

    private static void WriteBlock(Utf8JsonWriter json, Block block)
    {
        json.WriteString("anchor", block.Anchor.ToString());
        json.WriteString("type", block.Kind.ToString().ToLowerInvariant());
        if (block.Kind == BlockKind.Heading)
            json.WriteNumber("level", block.Level);
        json.WriteString("text", block.Text);
        if (block.Kind is BlockKind.List or BlockKind.Table)
        {
            json.WriteStartArray("rows");
            foreach (var row in block.Rows)
            {
                json.WriteStartArray();
                foreach (var cell in row)
                    json.WriteStringValue(cell.Of(block.Text));
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
    }
}
