using BenchmarkDotNet.Attributes;
using ReportArchive.Caching;
using ReportArchive.Concepts;
using ReportArchive.Data;
using ReportArchive.Diagnostics;
using ReportArchive.Pages;
using ReportArchive.Places;
using ReportArchive.Previews;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Benchmarks;

/// <summary>What a build does once or more for every report, on the longest real report of this archive.</summary>
[MemoryDiagnoser]
public class HotFunctions : IDisposable
{
    private string _file = "";
    private Report _report = null!;
    private ReportPage _page = null!;
    private readonly ModelBytes _models = new();
    private readonly ByteBuffer _buffer = new();

    /// <summary>Reads the archive of this repository.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var folder = Path.Combine(Repository.Root, "input", "reports");
        var files = Directory.EnumerateFiles(folder, "*-*.md", SearchOption.AllDirectories)
            .Where(static path => !path.EndsWith(".variants.md", StringComparison.Ordinal))
            .Select(path => (Path: "input/reports/" + Path.GetRelativePath(folder, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
            .ToList();
        // Towns that only the archive's own list of places knows are left out: none of them has the longest report.
        var reports = files.Select(static file => ReportReader.Read(file.Text, file.Path, PlaceTable.National, new List<Diagnostic>())).OfType<Report>().ToList();
        var site = SiteBuilder.Build(SiteSettings.Read("title: 报告档案\n", "site.yml", new List<Diagnostic>()), PlaceTable.National, reports, [], new List<Diagnostic>());
        _page = PageBuilder.All(site).OfType<ReportPage>().MaxBy(static page => page.Report.Length)!;
        _report = _page.Report;
        _file = files.First(file => file.Path == _report.File).Text;
    }

    /// <summary>Markdown and front matter to a report.</summary>
    [Benchmark]
    public int Read() => ReportReader.Read(_file, _report.File, PlaceTable.National, new List<Diagnostic>())!.Blocks.Length;

    /// <summary>Expressions in quotation marks.</summary>
    [Benchmark]
    public int Quoted() => _report.Blocks.Sum(static block => QuotedExpressions.In(block.Text).Count());

    /// <summary>A report to the bytes it is kept in while pages are made, and back.</summary>
    [Benchmark]
    public int Keep()
    {
        _buffer.Clear();
        BodyBytes.Write(_buffer, _report.Blocks);
        return BodyBytes.Read(_buffer.Written.Span).Length;
    }

    /// <summary>What the model of a page holds, as bytes to compare with those of the last build.</summary>
    [Benchmark]
    public long Model() => PageBasis.Of(_models, _page, []).Parts.Sum(static part => (long)(part.Hash & 1));

    /// <summary>data.json.</summary>
    [Benchmark]
    public int WriteJson()
    {
        _buffer.Clear();
        Json.WriteLine(_buffer, json => ReportJson.Write(json, _page));
        return _buffer.Length;
    }

    /// <summary>The picture other sites show beside a link.</summary>
    [Benchmark]
    public int Card() => PreviewCard.Draw(_page.Metadata).Length;

    /// <summary>Gives the buffer back.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _buffer.Dispose();
        GC.SuppressFinalize(this);
    }
}
