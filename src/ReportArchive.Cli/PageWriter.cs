using ReportArchive.Caching;
using ReportArchive.Data;
using ReportArchive.Pages;
using ReportArchive.Sites;

namespace ReportArchive.Cli;

/// <summary>Puts pages into the site: those of the last build that would come out the same, and the others made anew. May be used from several threads at once.</summary>
internal sealed record PageWriter(OutputFolder Output, Publication Publication, PageCache Cache)
{
    /// <summary>Puts a page and the files beside it into the site.</summary>
    public async Task WriteAsync(Page page, PageRenderer renderer)
    {
        var source = page is ReportPage report ? File.ReadAllBytes(report.Report.File) : [];
        var basis = Cache.BasisOf(page, source);
        if (Cache.TryKeep(page, basis, Output, Publication))
            return;
        using var buffer = new ByteBuffer();
        List<FileRecord> files = [Publication.Write(await renderer.RenderAsync(page, buffer), page)];
        files.AddRange(PageFiles.Beside(page, buffer).Select(file => Publication.Write(file)));
        if (source.Length > 0)
            files.Add(Publication.Write(new OutputFile(page.Url.File("index.md").FilePath, source)));
        Cache.Add(page, basis, files);
    }
}
