using ReportArchive.Sites;

namespace ReportArchive.Data;

/// <summary>The text the search page scans: every report with its paragraphs.</summary>
public static class SearchText
{
    /// <summary>One JSON document: reports with url, title and blocks of anchor and text.</summary>
    public static byte[] Write(Site site) => Json.WriteLine(json =>
    {
        json.WriteStartArray();
        foreach (var report in site.Reports)
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
        json.WriteEndArray();
    });
}
