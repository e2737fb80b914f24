using ReportArchive.Anchors;
using ReportArchive.Changes;
using ReportArchive.Data;
using ReportArchive.Diagnostics;
using ReportArchive.Pages;
using ReportArchive.Sites;

namespace ReportArchive.Cli;

/// <summary>An archive held against its last publication: its ledgers, its list of pages, and a manifest where one is named.</summary>
internal static class ArchiveComparison
{
    /// <summary>What would be published that was not, or not so.</summary>
    /// <param name="input">Folder of the content.</param>
    /// <param name="site">The site derived from it.</param>
    /// <param name="published">The manifest of the last publication, a file or an address; null for none.</param>
    public static async Task<ArchiveChanges> OfAsync(string input, Site site, string? published)
    {
        var reports = AnchoredReports.Read(input).Reports
            .Where(static report => !report.Assignment.IsPublished)
            .Select(static report => new ReportChange(report.Report with { Blocks = report.Assignment.Blocks }, report.Assignment, report.MovedFrom?.Report));
        var known = site.Publications.Frozen.Select(static url => url.Url).ToHashSet();
        if (published is not null)
            known.UnionWith(await UrlsAsync(published));
        var pages = PublishedPages.Of(site).Keys
            .Where(url => FrozenUrls.IsPage(url) && !url.Value.StartsWith("/r/", StringComparison.Ordinal) && !known.Contains(url))
            .Order();
        return new ArchiveChanges([.. reports], [.. pages]);
    }

    private static async Task<IEnumerable<SiteUrl>> UrlsAsync(string published)
    {
        var ignored = new List<Diagnostic>();
        return (PublicationManifest.Read(await LastPublication.ReadAsync(published), published, ignored) ?? []).Select(static url => url.Url);
    }
}
