using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReportArchive.Data;

/// <summary>JSON as this archive writes it: UTF-8, Chinese unescaped, line feeds, a final line feed.</summary>
public static class Json
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A document for people and programs, indented by two spaces.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> content) => Write(content, Indented);

    /// <summary>A document on one line.</summary>
    public static byte[] WriteLine(Action<Utf8JsonWriter> content) => Write(content, Compact);

    /// <summary>A property whose value is a list of texts.</summary>
    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>A property whose value is an object.</summary>
    public static void Nested(this Utf8JsonWriter json, string name, Action content)
    {
        json.WriteStartObject(name);
        content();
        json.WriteEndObject();
    }

    /// <summary>A property whose value is a list of objects.</summary>
    public static void Objects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T> content)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            content(value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static byte[] Write(Action<Utf8JsonWriter> content, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, options))
            content(json);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
