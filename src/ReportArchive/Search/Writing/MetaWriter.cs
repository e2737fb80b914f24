using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReportArchive.Search.Writing;

/// <summary>
/// Writes what a reader must know of every report of a segment: the tree of places in the order of their codes, with how many
/// reports each has of its own, and by report its year, kind and title. Reports follow the tree, so that a place is a range.
/// </summary>
internal sealed class MetaWriter
{
    private readonly List<(string Code, string Name, int Depth, int Reports)> _places = [];
    private readonly List<int> _years = [];
    private readonly List<int> _kinds = [];
    private readonly List<int> _titles = [];
    private readonly List<(int Report, string Url)> _urls = [];
    private readonly TitleTemplates _templates = new();
    private string[] _path = [];

    /// <summary>Takes the next report, in the order of <see cref="DocumentOrder"/>.</summary>
    public void Take(SearchDocument document)
    {
        Descend(document);
        if (document.Url != $"/r/{document.Id}/")
            _urls.Add((_years.Count, document.Url));
        _years.Add(document.Year);
        _kinds.Add((int)document.Kind);
        _titles.Add(_templates.NumberOf(document));
    }

    private void Descend(SearchDocument document)
    {
        string[] path = [.. document.PlaceCodes.Select(static code => code.Value)];
        var shared = 0;
        while (shared < path.Length && shared < _path.Length && path[shared] == _path[shared])
            shared++;
        for (var depth = shared; depth < path.Length; depth++)
            _places.Add((path[depth], document.PlacePath[depth], depth, 0));
        _path = path;
        if (shared == path.Length && _places[^1].Code != path[^1])
            throw new InvalidOperationException($"reports of {path[^1]} do not follow each other");
        _places[^1] = _places[^1] with { Reports = _places[^1].Reports + 1 };
    }

    /// <summary>What <see cref="MetaFile"/> makes of it and of those of other segments the file that is published.</summary>
    public byte[] Finish()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json);
        return bytes.ToArray();
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Strings(json, "codes", _places.Select(static place => place.Code));
        Strings(json, "names", _places.Select(static place => place.Name));
        Numbers(json, "depths", _places.Select(static place => place.Depth));
        Numbers(json, "counts", _places.Select(static place => place.Reports));
        Numbers(json, "years", _years);
        Numbers(json, "kinds", _kinds);
        Strings(json, "templates", _templates.Texts);
        Numbers(json, "titles", _titles);
        json.WriteStartObject("urls");
        foreach (var (report, url) in _urls)
            json.WriteString($"{report}", url);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<int> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}
