using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ReportArchive.Citations;

/// <summary>A concept's page as schema.org JSON-LD: a <c>DefinedTerm</c> of the archive's <c>DefinedTermSet</c>.</summary>
public static class TermJsonLd
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The document, on one line.</summary>
    /// <param name="term">The concept.</param>
    /// <param name="aliases">Its other names.</param>
    /// <param name="definition">What it means; empty when nobody has said.</param>
    /// <param name="archive">The archive.</param>
    public static string Of(Term term, ImmutableArray<string> aliases, string definition, Archive archive)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "DefinedTerm");
            json.WriteString("@id", term.Url);
            json.WriteString("name", term.Label);
            json.WriteString("url", term.Url);
            json.WriteString("inLanguage", Citation.Language);
            if (definition.Length > 0)
                json.WriteString("description", definition);
            json.WriteStartArray("alternateName");
            foreach (var alias in aliases)
                json.WriteStringValue(alias);
            json.WriteEndArray();
            Set(json, archive);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Set(Utf8JsonWriter json, Archive archive)
    {
        json.WriteStartObject("inDefinedTermSet");
        json.WriteString("@type", "DefinedTermSet");
        json.WriteString("@id", archive.Url + "c/");
        json.WriteString("name", archive.Name);
        json.WriteEndObject();
    }
}
