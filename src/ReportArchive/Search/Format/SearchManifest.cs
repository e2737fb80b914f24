using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReportArchive.Search.Format;

/// <summary><c>search/manifest.json</c>: the one file of the index whose name stays while its bytes change.</summary>
/// <param name="Layout">How the files lie.</param>
/// <param name="PartBytes">Size of the parts of files, the last of each being shorter.</param>
/// <param name="Tables">The tables of the segments; none in a part of an index.</param>
/// <param name="Segments">The segments.</param>
/// <param name="Meta">File of places, years, kinds and titles of all reports; see <see cref="Writing.MetaFile"/>. Empty in a part of an index.</param>
/// <param name="ConceptFile">File with all concepts; see <see cref="ConceptNames"/>.</param>
/// <param name="Aliases">Concepts with more names than one, slug and label first, where they are few enough to stand here.</param>
internal sealed record SearchManifest(
    IndexLayout Layout, int PartBytes, ImmutableArray<TablesEntry> Tables, ImmutableArray<SegmentEntry> Segments, string Meta, string ConceptFile, ImmutableArray<ImmutableArray<string>>? Aliases)
{
    /// <summary>Its path below <c>search/</c>.</summary>
    public const string Path = "manifest.json";

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json);
        return bytes.ToArray();
    }

    /// <summary>Reads it back.</summary>
    /// <exception cref="SearchIndexException">It is not a manifest, or one of another format.</exception>
    public static SearchManifest Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var json = document.RootElement;
            if (json.GetProperty("format").GetInt32() != SegmentFiles.Format)
                throw new SearchIndexException(SearchIndexFault.Foreign, "the search index is of another version; build the site again");
            var aliases = json.GetProperty("aliases");
            return new SearchManifest(
                Enum.Parse<IndexLayout>(json.GetProperty("layout").GetString()!, ignoreCase: true),
                json.GetProperty("partBytes").GetInt32(),
                [.. json.GetProperty("tables").EnumerateArray().Select(TablesEntry.Read)],
                [.. json.GetProperty("segments").EnumerateArray().Select(SegmentEntry.Read)],
                json.GetProperty("meta").GetString()!,
                json.GetProperty("concepts").GetString()!,
                aliases.ValueKind == JsonValueKind.Null ? null : [.. aliases.EnumerateArray().Select(static names => names.EnumerateArray().Select(static name => name.GetString()!).ToImmutableArray())]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new SearchIndexException(SearchIndexFault.Corrupt, "search/manifest.json is not the manifest of a search index", e);
        }
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("format", SegmentFiles.Format);
        json.WriteString("layout", Layout.ToString().ToLowerInvariant());
        json.WriteNumber("partBytes", PartBytes);
        json.WriteStartArray("tables");
        foreach (var tables in Tables)
            tables.Write(json);
        json.WriteEndArray();
        json.WriteStartArray("segments");
        foreach (var segment in Segments)
            segment.Write(json);
        json.WriteEndArray();
        json.WriteString("meta", Meta);
        json.WriteString("concepts", ConceptFile);
        if (Aliases is null)
            json.WriteNull("aliases");
        else
            ConceptNames.WriteNames(json, "aliases", Aliases.Value);
        json.WriteEndObject();
    }
}
