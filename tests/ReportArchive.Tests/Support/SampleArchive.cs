using ReportArchive.Concepts;
using ReportArchive.Diagnostics;
using ReportArchive.Pages;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Tests.Support;

/// <summary>An archive written in a test, read by the program's own readers.</summary>
internal sealed class SampleArchive
{
    private readonly List<(string Path, string Text)> _reports = [];
    private readonly List<(string Path, string Text)> _concepts = [];

    public SiteSettings Settings { get; init; } = SiteSettings.Default with { BaseUrl = new Uri("https://example.org/report-archive/") };

    /// <summary>What the readers had to say about the content.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Adds a report.</summary>
    /// <param name="id">Place code, year and kind, as in <c>370306/2023/gwr</c>.</param>
    /// <param name="body">Its Markdown.</param>
    /// <param name="title">Its title; one is made up where none is given.</param>
    /// <param name="more">More lines of front matter.</param>
    public SampleArchive Report(string id, string body, string? title = null, string more = "")
    {
        var parts = id.Split('/');
        title ??= $"{parts[1]}年{PlaceTable.National.Find(PlaceCode.Parse(parts[0]))!.Name}报告";
        _reports.Add(($"input/reports/{parts[0]}/{parts[1]}-{parts[2]}.md", $"---\ntitle: {title}\nplace: {parts[0]}\nyear: {parts[1]}\nkind: {parts[2]}\n{more}---\n{body}\n"));
        return this;
    }

    /// <summary>Adds a concept.</summary>
    public SampleArchive Concept(string slug, string label, string more = "", string definition = "释义。")
    {
        _concepts.Add(($"input/concepts/{slug}.md", $"---\nlabel: {label}\nslug: {slug}\nkind: programme\n{more}---\n{definition}\n"));
        return this;
    }

    public Site Build()
    {
        var reports = _reports.Select(file => ReportReader.Read(file.Text, file.Path, PlaceTable.National, Diagnostics)).OfType<Report>().ToList();
        var concepts = _concepts.Select(file => ConceptReader.Read(file.Text, file.Path, Diagnostics)).OfType<Concept>().ToList();
        return SiteBuilder.Build(Settings, PlaceTable.National, reports, concepts, Diagnostics);
    }

    /// <summary>The page of a report.</summary>
    public ReportPage ReportPage(string id) => PageBuilder.All(Build()).OfType<ReportPage>().Single(page => page.Report.Id.ToString() == id);

    /// <summary>Writes the archive as an input folder.</summary>
    public void WriteTo(TemporaryFolder folder, string settings = "")
    {
        foreach (var (path, text) in _reports.Concat(_concepts))
            folder.Write(path, text);
        folder.Write("input/site.yml", settings);
    }
}
