using System.Text.Json;
using ReportArchive.Reports;
using ReportArchive.Search.Format;
using ReportArchive.Search.Text;
using ReportArchive.Search.Writing;

namespace ReportArchive.Search.Reading;

/// <summary>A place in the tree of a segment.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Path">Names from the province down.</param>
/// <param name="First">Its first report, or that of the first place below it.</param>
/// <param name="End">After the last report of the places below it.</param>
internal sealed record SegmentPlace(string Code, string[] Path, int First, int End);

/// <summary>What <c>MetaFile</c> says of the reports of a segment.</summary>
internal sealed class SegmentMeta
{
    private readonly string[] _templates;
    private readonly int[] _titles;
    private readonly Dictionary<int, string> _urls;
    private readonly string?[] _folded;
    private readonly SegmentPlace[] _placeOf;

    private SegmentMeta((string[] Codes, string[] Names, int[] Depths) places, JsonElement json, ReportColumns columns)
    {
        Places = ReadPlaces(places, json.GetProperty("first").GetInt32(), Numbers(json, "counts"));
        Years = columns.Years;
        Kinds = [.. columns.Kinds.Select(static kind => (ReportKind)kind)];
        _templates = Strings(json, "templates");
        _titles = columns.Titles;
        _urls = json.GetProperty("urls").EnumerateObject().ToDictionary(static url => int.Parse(url.Name), static url => url.Value.GetString()!);
        _folded = new string?[Years.Length];
        _placeOf = new SegmentPlace[Years.Length];
        // Places follow each other parents first, so the last one that covers a report is its own.
        foreach (var place in Places)
            Array.Fill(_placeOf, place, place.First, place.End - place.First);
    }

    /// <summary>All places that have reports here, or are above one that has, each before those below it.</summary>
    public SegmentPlace[] Places { get; }

    /// <summary>Plan year of each report.</summary>
    public int[] Years { get; }

    /// <summary>Kind of each report.</summary>
    public ReportKind[] Kinds { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="reports">Number of reports of each segment.</param>
    public static SegmentMeta[] Read(ReadOnlyMemory<byte> file, int[] reports)
    {
        var (bytes, columns, names) = MetaForm.Read(file);
        using var document = JsonDocument.Parse(bytes);
        var json = document.RootElement;
        var depths = Numbers(json, "depths");
        var places = (CodeSteps.Codes(Numbers(json, "steps"), depths), names(depths.Length), depths);
        return [.. json.GetProperty("segments").EnumerateArray().Zip(ReportColumns.Read(columns, reports), (segment, own) => new SegmentMeta(places, segment, own))];
    }

    /// <summary>The place of a report.</summary>
    public SegmentPlace PlaceOf(int report) => _placeOf[report];

    /// <summary>The title of a report.</summary>
    public string TitleOf(int report) => TitleTemplates.Expand(_templates[_titles[report]], PlaceOf(report).Path, Years[report]);

    /// <summary>The title of a report as it is compared.</summary>
    public string FoldedTitleOf(int report) => _folded[report] ??= TextFolding.Fold(TitleOf(report));

    /// <summary>The id of a report.</summary>
    public string IdOf(int report) => $"{PlaceOf(report).Code}/{Years[report]}/{Kinds[report].Key()}";

    /// <summary>The address of a report.</summary>
    public string UrlOf(int report) => _urls.TryGetValue(report, out var url) ? url : $"/r/{IdOf(report)}/";

    private static SegmentPlace[] ReadPlaces((string[] Codes, string[] Names, int[] Depths) all, int from, int[] counts)
    {
        var (codes, names, depths) = (all.Codes[from..], all.Names[from..], all.Depths[from..]);
        var places = new SegmentPlace[counts.Length];
        var open = new List<int>();
        var report = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            open.RemoveRange(depths[i], open.Count - depths[i]);
            open.Add(i);
            places[i] = new SegmentPlace(codes[i], [.. open.Select(place => names[place])], report, report);
            report += counts[i];
            foreach (var place in open)
                places[place] = places[place] with { End = report };
        }
        return [.. places.Where(static place => place.End > place.First)];
    }

    private static string[] Strings(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(static value => value.GetString()!)];

    private static int[] Numbers(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(static value => value.GetInt32())];
}
