using System.Text.Json;
using ReportArchive.Reports;
using ReportArchive.Search;

namespace ReportArchive.Data;

/// <summary>The answer of <c>search --json</c>; see the contract for its shape.</summary>
public static class SearchJson
{
    /// <summary>Writes one answer.</summary>
    public static void Write(Utf8JsonWriter json, SearchAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString("query", answer.Query);
        json.WriteNumber("total", answer.Total);
        json.WriteBoolean("exact", answer.Exact);
        json.Strings("also", answer.Also);
        json.WriteBoolean("variants", answer.Variants);
        json.Strings("unknown", answer.Unknown);
        json.WriteBoolean("shortened", answer.Shortened);
        json.Objects("results", answer.Results, result =>
        {
            json.WriteString("id", result.Id);
            json.WriteString("url", result.Url);
            json.WriteString("title", result.Title);
            json.Strings("place", result.PlacePath);
            json.WriteNumber("year", result.Year);
            json.WriteString("kind", result.Kind.Key());
            if (result.Date is { } date)
                json.WriteString("date", date.ToString("yyyy-MM-dd"));
            json.WriteNumber("score", result.Score);
            json.Objects("hits", result.Hits, hit =>
            {
                json.WriteString("anchor", hit.Anchor);
                json.WriteString("text", hit.Text);
            });
        });
        json.WriteEndObject();
    }
}
