using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReportArchive.Import;

/// <summary>
/// An edit log as JSON Lines: one line that names the dump, then one an edit:
/// <c>{"dump":"001.txt","sha256":"…","encoding":"utf-8","characters":13860}</c>,
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

    /// <summary>Reads the logs of a file back.</summary>
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
