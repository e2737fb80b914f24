using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Import;

/// <summary>The archive's own content and the fixtures, as tests read them.</summary>
internal static class Archive
{
    public static string Root { get; } = FindRoot();

    public static PlaceTable Places { get; } = PlaceTable.National.With(
        PlaceCorrections.Read(File.ReadAllText(Path.Combine(Root, "input", "places.csv")), "input/places.csv").Corrections);

    public static string Fixture(params ReadOnlySpan<string> path) =>
        Path.Combine([Root, "tests", "ReportArchive.Tests", "Fixtures", .. path]);

    /// <summary>Markdown of a report of the archive, by its id: <c>370306/2023-gwr</c>.</summary>
    public static string Markdown(string id) => File.ReadAllText(Path.Combine(Root, "input", "reports", id + ".md"));

    public static Report Report(string id)
    {
        var diagnostics = new List<Diagnostic>();
        var report = ReportReader.Read(Markdown(id), $"input/reports/{id}.md", Places, diagnostics);
        Assert.Empty(diagnostics);
        return Assert.IsType<Report>(report);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ReportArchive.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"no ReportArchive.sln above {AppContext.BaseDirectory}");
    }
}
