using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReportArchive.Import;

/// <summary>
/// An edit log as JSON Lines: one line that names the dump, then one a field of the front matter with the words it was taken from, then one an edit:
/// <c>{"dump":"001.txt","sha256":"…","encoding":"utf-8","characters":13860}</c>,
/// <c>{"report":"370306/2023/gwr","field":"year","value":"2023","offset":0,"line":1,"column":1,"words":"2023年周村区政府工作报告"}</c>,
/// <c>{"report":"370306/2023/gwr","rule":"narrow-punctuation","offset":31,"before":",","after":"，"}</c>.
/// </summary>
public static class EditLogJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines of a log, UTF-8, each with its line feed.</summary>
    public static byte[] Write(EditLog log)
    {
        using var bytes = new MemoryStream();
        using var json = new Utf8JsonWriter(bytes, Options);
        json.WriteStartObject();
        json.WriteString("dump", log.Dump);
        json.WriteString("sha256", log.Sha256);
        json.WriteString("encoding", log.Encoding);
        json.WriteNumber("characters", log.Characters);
        EndLine(json, bytes);
        foreach (var (report, field) in log.Fields)
        {
            Write(json, report, field);
            EndLine(json, bytes);
        }
        foreach (var edit in log.Edits)
        {
            json.WriteStartObject();
            json.WriteString("report", edit.Report);
            json.WriteString("rule", edit.Rule);
            json.WriteNumber("offset", edit.Offset);
            json.WriteString("before", edit.Before);
            json.WriteString("after", edit.After);
            EndLine(json, bytes);
        }
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string report, FieldEvidence field)
    {
        json.WriteStartObject();
        json.WriteString("report", report);
        json.WriteString("field", field.Field);
        json.WriteString("value", field.Value);
        json.WriteNumber("offset", field.Offset);
        json.WriteNumber("line", field.Span.Line);
        json.WriteNumber("column", field.Span.Column);
        json.WriteString("words", field.Words);
    }

    /// <summary>Reads the edits of the logs of a file back; what was said of the front matter is passed over.</summary>
    /// <exception cref="JsonException">A line is no JSON object of the form above.</exception>
    public static IReadOnlyList<EditLog> Read(string text)
    {
        var logs = new List<EditLog>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var document = JsonDocument.Parse(line);
            var item = document.RootElement;
            if (item.TryGetProperty("dump", out var dump))
                logs.Add(new EditLog(dump.GetString()!, Text(item, "sha256"), Text(item, "encoding"), item.GetProperty("characters").GetInt32(), new List<LoggedEdit>()));
            else if (item.TryGetProperty("field", out _))
                continue;
            else if (logs.Count == 0)
                throw new JsonException("the first line of an edit log names its dump");
            else
                ((List<LoggedEdit>)logs[^1].Edits).Add(new LoggedEdit(item.GetProperty("report").GetString(), Text(item, "rule"), item.GetProperty("offset").GetInt32(), Text(item, "before"), Text(item, "after")));
        }
        return logs;
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString() ?? "";

    private static void EndLine(Utf8JsonWriter json, MemoryStream bytes)
    {
        json.WriteEndObject();
        json.Flush();
        bytes.WriteByte((byte)'\n');
        json.Reset();
    }
}
