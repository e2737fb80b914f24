using System.Text.Encodings.Web;
using System.Text.Json;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// What is known of the reports of all segments, in one file: the tree of places once, however many segments have reports of one, and
/// by segment how many reports each place has there, and what <see cref="MetaWriter"/> wrote of these.
/// </summary>
internal static class MetaFile
{
    /// <summary>Stands between the codes of a path; before all that a code is made of.</summary>
    private const char Step = '\u0001';

    /// <summary>Puts together what was written of each segment, in their order.</summary>
    public static IndexFile Write(IEnumerable<ReadOnlyMemory<byte>> segments)
    {
        List<Segment> read = [.. segments.Select(Read)];
        var places = new SortedDictionary<string, (string Code, string Name, int Depth)>(StringComparer.Ordinal);
        foreach (var (path, place) in read.SelectMany(static segment => segment.Paths.Zip(segment.Places)))
            places[path] = place;
        string[] paths = [.. places.Keys];
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Write(json, "steps", CodeSteps.Of([.. places.Values.Select(static place => (place.Code, place.Depth))]), static (to, step) => to.WriteNumberValue(step));
            Write(json, "depths", places.Values, static (to, place) => to.WriteNumberValue(place.Depth));
            Write(json, "segments", read, (to, segment) => Write(to, segment, paths));
            json.WriteEndObject();
        }
        var columns = ReportColumns.Write(read.Select(static segment => new ReportColumns(Numbers(segment.Json, "years"), Numbers(segment.Json, "kinds"), Numbers(segment.Json, "titles"))));
        return IndexFile.Named("meta", MetaForm.Write(bytes.ToArray(), columns, [.. places.Values.Select(static place => place.Name)]));
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            write(json, value);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Segment segment, string[] paths)
    {
        // An archive without reports has one segment without places.
        var first = segment.Paths.Length == 0 ? 0 : Array.BinarySearch(paths, segment.Paths[0], StringComparer.Ordinal);
        var end = segment.Paths.Length == 0 ? 0 : Array.BinarySearch(paths, segment.Paths[^1], StringComparer.Ordinal) + 1;
        var counts = segment.Paths.Zip(segment.Counts).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal);
        json.WriteStartObject();
        json.WriteNumber("first", first);
        Write(json, "counts", paths[first..end], (to, path) => to.WriteNumberValue(counts.GetValueOrDefault(path)));
        foreach (var property in segment.Json.EnumerateObject().Where(static property => property.Name is "templates" or "urls"))
            property.WriteTo(json);
        json.WriteEndObject();
    }

    private static Segment Read(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var json = document.RootElement.Clone();
        var (codes, names, depths) = (Texts(json, "codes"), Texts(json, "names"), Numbers(json, "depths"));
        var (paths, open) = (new string[codes.Length], new List<string>());
        for (var i = 0; i < codes.Length; i++)
        {
            open.RemoveRange(depths[i], open.Count - depths[i]);
            open.Add(codes[i]);
            paths[i] = string.Join(Step, open);
        }
        return new Segment(json, paths, [.. codes.Select((code, i) => (code, names[i], depths[i]))], Numbers(json, "counts"));
    }

    private static string[] Texts(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(static value => value.GetString()!)];

    private static int[] Numbers(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(static value => value.GetInt32())];

    /// <summary>What was written of a segment.</summary>
    /// <param name="Json">All of it.</param>
    /// <param name="Paths">Codes from the province down of each of its places, ascending.</param>
    /// <param name="Places">The places.</param>
    /// <param name="Counts">Number of reports of each, not counting places below it.</param>
    private sealed record Segment(JsonElement Json, string[] Paths, (string Code, string Name, int Depth)[] Places, int[] Counts);
}
