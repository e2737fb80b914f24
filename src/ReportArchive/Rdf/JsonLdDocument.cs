using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ReportArchive.Data;

namespace ReportArchive.Rdf;

/// <summary>Writes resources as JSON-LD 1.1, with the prefixes as its context, so that nothing need be fetched to read it.</summary>
public static class JsonLdDocument
{
    // Letters stay readable; '<', '>' and '&' are escaped, so the document may stand inside a script element.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A document of one resource, or of several as a graph; on one line.</summary>
    public static byte[] Write(IReadOnlyList<RdfResource> resources)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            Context(json);
            if (resources is [var only])
            {
                Body(json, only);
            }
            else
            {
                json.WriteStartArray("@graph");
                foreach (var resource in resources)
                {
                    json.WriteStartObject();
                    Body(json, resource);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes such a document at the end of a buffer.</summary>
    public static void Write(ByteBuffer buffer, IReadOnlyList<RdfResource> resources) => buffer.Write(Write(resources));

    private static void Context(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context");
        foreach (var (prefix, address) in RdfPrefixes.All)
            json.WriteString(prefix, address);
        json.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter json, RdfResource resource)
    {
        json.WriteString("@id", resource.Address);
        json.WriteString("@type", resource.Type);
        Properties(json, resource.Properties);
    }

    private static void Properties(Utf8JsonWriter json, ImmutableArray<RdfProperty> properties)
    {
        foreach (var group in properties.GroupBy(static property => property.Name, StringComparer.Ordinal))
        {
            json.WriteStartArray(group.Key);
            foreach (var property in group)
                Value(json, property.Value);
            json.WriteEndArray();
        }
    }

    private static void Value(Utf8JsonWriter json, RdfValue value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case RdfValue.Iri iri:
                json.WriteString("@id", iri.Address);
                break;
            case RdfValue.Words words:
                json.WriteString("@value", words.Text);
                json.WriteString("@language", words.Language);
                break;
            case RdfValue.Typed typed:
                json.WriteString("@value", typed.Text);
                json.WriteString("@type", typed.Type);
                break;
            case RdfValue.Thing thing:
                Properties(json, thing.Properties);
                break;
        }
        json.WriteEndObject();
    }
}
