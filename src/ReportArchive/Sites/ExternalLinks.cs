using ReportArchive.Diagnostics;
using ReportArchive.Reports;

namespace ReportArchive.Sites;

/// <summary>A link that leads out of the archive.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Text">What it is called: a source's name, or the words that link.</param>
/// <param name="Span">The file it stands in, and the line where that is known.</param>
public sealed record ExternalLink(Uri Url, string Text, SourceSpan Span);

/// <summary>The links of an archive that lead out of it: to sources, and from the texts.</summary>
public static class ExternalLinks
{
    /// <summary>All of them, by report, in reading order.</summary>
    public static IEnumerable<ExternalLink> Of(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return site.Reports.SelectMany(static report => SourcesOf(report).Concat(TextLinksOf(report)));
    }

    private static IEnumerable<ExternalLink> SourcesOf(Report report) => report.Matter.Sources
        .Where(static source => source.Url is not null)
        .SelectMany(source => Link(source.Url!, source.Name, new SourceSpan(report.File)));

    private static IEnumerable<ExternalLink> TextLinksOf(Report report) => report.Blocks.SelectMany(block => block.Runs
        .Where(static run => run.Style == RunStyle.Link && run.Href is not null)
        .SelectMany(run => Link(run.Href!, block.Text.Substring(run.Range.Start, run.Range.Length), new SourceSpan(report.File, block.Line))));

    private static IEnumerable<ExternalLink> Link(string url, string text, SourceSpan span) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? [new ExternalLink(uri, text, span)] : [];
}
