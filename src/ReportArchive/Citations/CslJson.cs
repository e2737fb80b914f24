using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReportArchive.Citations;

/// <summary>
/// CSL-JSON, the input of every citeproc. No <c>publisher</c>: with one the 2025 style prints the year alone. An inferred year is
/// <c>circa</c>, which the styles print as <c>[2020]</c>, <c>ca. 2020</c>, <c>[2020?]</c>.
/// </summary>
public static class CslJson
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The array of items, as a file: UTF-8 text with a final line feed.</summary>
    public static string Write(params IEnumerable<Citation> citations)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartArray();
            foreach (var citation in citations)
                Item(json, citation);
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Item(Utf8JsonWriter json, Citation citation)
    {
        json.WriteStartObject();
        json.WriteString("id", citation.Key);
        json.WriteString("type", citation.Work == CitedWork.Report ? "report" : "webpage");
        json.WriteString("title", citation.Title);
        json.WriteStartArray("author");
        json.WriteStartObject();
        json.WriteString("literal", citation.Author);
        json.WriteEndObject();
        json.WriteEndArray();
        Date(json, citation.Issued);
        json.WriteString("URL", citation.Url);
        json.WriteString("language", Citation.Language);
        if (!citation.Keywords.IsEmpty)
            json.WriteString("keyword", string.Join(", ", citation.Keywords));
        if (DeliveryNote.Of(citation) is { Length: > 0 } note)
            json.WriteString("note", note);
        json.WriteEndObject();
    }

    private static void Date(Utf8JsonWriter json, Issued issued)
    {
        if (issued.IsUnstated)
            return;
        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        json.WriteNumberValue(issued.Year);
        if (issued.Day is { } day)
        {
            json.WriteNumberValue(day.Month);
            json.WriteNumberValue(day.Day);
        }
        json.WriteEndArray();
        json.WriteEndArray();
        if (issued.IsEstimate)
            json.WriteBoolean("circa", true);
        json.WriteEndObject();
    }
}
