using ReportArchive.Diagnostics;
using ReportArchive.Pages;
using ReportArchive.Sites;

namespace ReportArchive.Anchors;

/// <summary>
/// Addresses by name, <c>/r/山东省/淄博市/周村区/2023/</c>: easy to type and to guess, but names change and are not unique, so they are
/// redirects and nothing more. One a place and plan year, to the report of that year, the government work report first.
/// </summary>
public static class NamedAddresses
{
    /// <summary>Whether an address is one by name: what follows <c>/r/</c> is no code.</summary>
    public static bool Is(SiteUrl url) => url.Value.StartsWith("/r/", StringComparison.Ordinal) && url.Value.Length > 3 && !char.IsAsciiDigit(url.Value[3]);

    /// <summary>The redirects, by report.</summary>
    public static IEnumerable<Redirect> Of(Site site) => site.Reports
        .GroupBy(report => string.Join('/', [.. ReportPlace.PathOf(report, site.Places), report.Id.Year.ToString()]), StringComparer.Ordinal)
        .Select(static group => group.MinBy(static report => report.Id.Kind) is var report
            ? new Redirect(new Target(new SiteUrl($"/r/{group.Key}/")), new Target(SiteUrl.Of(report!.Id)), new SourceSpan(report.File))
            : throw new InvalidOperationException("a group has a report"));
}
