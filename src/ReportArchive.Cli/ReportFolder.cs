using System.Collections.Frozen;
using System.Globalization;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Cli;

/// <summary>What an archive's file names say of its reports, without reading one.</summary>
/// <param name="Reports">The folder of the reports.</param>
/// <param name="Places">The divisions with the archive's corrections.</param>
/// <param name="PlacesInUse">The places that have a folder.</param>
internal sealed record ReportFolder(string Reports, PlaceTable Places, FrozenSet<PlaceCode> PlacesInUse)
{
    /// <summary>Looks at an archive; one that is empty, or not there yet, is no error.</summary>
    /// <param name="input">Folder of the content.</param>
    public static ReportFolder Open(string input)
    {
        var reports = Path.Combine(input, "reports");
        var ignored = new List<Diagnostic>();
        var places = Directory.Exists(input) ? BuildPipeline.ReadPlaces(InputFolder.Open(input), ignored) : PlaceTable.National;
        var inUse = !Directory.Exists(reports)
            ? []
            : Directory.EnumerateDirectories(reports).Select(static folder => PlaceCode.TryParse(Path.GetFileName(folder), out var code) ? code : default(PlaceCode?)).OfType<PlaceCode>();
        return new ReportFolder(reports, places, inUse.ToFrozenSet());
    }

    /// <summary>Where a report belongs.</summary>
    public string PathOf(ReportId id) => Path.Combine(Reports, ReportReader.PathOf(id));

    /// <summary>The year after the newest report of a place; <paramref name="otherwise"/> where it has none.</summary>
    public int NextYear(PlaceCode place, int otherwise)
    {
        var folder = Path.Combine(Reports, place.Value);
        var years = !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder, "*.md")
                .Select(static file => int.TryParse(Path.GetFileName(file).Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0)
                .Where(static year => year > 0);
        return years.DefaultIfEmpty(otherwise - 1).Max() + 1;
    }

    /// <summary>Places as an editor may type them, the first few.</summary>
    public string List(IEnumerable<Place> places) =>
        string.Join("; ", places.Take(5).Select(place => $"{Places.FullName(place.Code)} ({place.Code})"));
}
