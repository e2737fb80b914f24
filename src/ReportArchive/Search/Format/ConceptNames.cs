using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReportArchive.Search.Format;

/// <summary>The file of all concepts: deflated JSON, each concept as [slug, label, alias…].</summary>
internal static class ConceptNames
{
    /// <summary>The names of each concept.</summary>
    public static ImmutableArray<ImmutableArray<string>> Of(IEnumerable<SearchConcept> concepts) =>
        [.. concepts.Select(static concept => (ImmutableArray<string>)[concept.Slug, concept.Label, .. concept.Aliases])];

    /// <summary>The file.</summary>
    public static byte[] Write(ImmutableArray<ImmutableArray<string>> concepts)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            WriteNames(json, name: null, concepts);
        return Deflated.Write(bytes.ToArray());
    }

    /// <summary>Reads it back.</summary>
    public static ImmutableArray<ImmutableArray<string>> Read(ReadOnlyMemory<byte> file)
    {
        using var document = JsonDocument.Parse(Deflated.Open(file, "the file of concepts"));
        return [.. document.RootElement.EnumerateArray().Select(static names => names.EnumerateArray().Select(static name => name.GetString()!).ToImmutableArray())];
    }

    /// <summary>Writes the concepts as an array of arrays.</summary>
    public static void WriteNames(Utf8JsonWriter json, string? name, ImmutableArray<ImmutableArray<string>> concepts)
    {
        if (name is null)
            json.WriteStartArray();
        else
            json.WriteStartArray(name);
        foreach (var concept in concepts)
        {
            json.WriteStartArray();
            foreach (var text in concept)
                json.WriteStringValue(text);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
