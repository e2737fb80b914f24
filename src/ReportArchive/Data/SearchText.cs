using System.Text.Json;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Data;

/// <summary>The text the search page scans: every report with its paragraphs.</summary>
public static class SearchText
{
    /// <summary>One JSON document: reports with url, title and blocks of anchor and text.</summary>
    public static StreamedFile File(Site site) => new(
        "search/text.json",
        Json.LineParts(
        [
            static json => json.WriteStartArray(),
            .. site.Reports.Select(static report => (Action<Utf8JsonWriter>)(json => Write(json, report))),
            static json => json.WriteEndArray(),
        ]));

    private static void Write(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject();
        json.WriteString("id", report.Id.ToString());
        json.WriteString("title", report.Matter.Title);
        json.Objects("blocks", report.Blocks, block =>
        {
            json.WriteString("anchor", block.Anchor.ToString());
            json.WriteString("text", block.Text);
        });
        json.WriteEndObject();
    }
}
