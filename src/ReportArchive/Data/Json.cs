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

    /// <summary>A large document in parts, indented by two spaces; the parts write one document together.</summary>
    public static IEnumerable<Action<ByteBuffer>> Parts(IEnumerable<Action<Utf8JsonWriter>> parts) => Parts(parts, Indented);

    /// <summary>A large document on one line in parts.</summary>
    public static IEnumerable<Action<ByteBuffer>> LineParts(IEnumerable<Action<Utf8JsonWriter>> parts) => Parts(parts, Compact);

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

    /// <summary>A document on one line, at the end of a buffer: of what is written for every page of a large archive, indents were two fifths.</summary>
    public static void WriteLine(ByteBuffer buffer, Action<Utf8JsonWriter> content) => Write(buffer, content, Compact);

    private static byte[] Write(Action<Utf8JsonWriter> content, JsonWriterOptions options)
    {
        using var buffer = new ByteBuffer();
        Write(buffer, content, options);
        return buffer.Written.ToArray();
    }

    private static IEnumerable<Action<ByteBuffer>> Parts(IEnumerable<Action<Utf8JsonWriter>> parts, JsonWriterOptions options)
    {
        Utf8JsonWriter? json = null;
        foreach (var part in parts)
        {
            yield return buffer =>
            {
                json ??= new Utf8JsonWriter(buffer, options);
                part(json);
                json.Flush();
            };
        }
        yield return buffer =>
        {
            json?.Dispose();
            buffer.Append('\n');
        };
    }

    private static void Write(ByteBuffer buffer, Action<Utf8JsonWriter> content, JsonWriterOptions options)
    {
        using (var json = new Utf8JsonWriter(buffer, options))
            content(json);
        buffer.Append('\n');
    }
}
