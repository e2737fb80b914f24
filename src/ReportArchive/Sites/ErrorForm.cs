using ReportArchive.Pages;
using ReportArchive.Reports;

namespace ReportArchive.Sites;

/// <summary>The repository's form for reporting an error, <c>.github/ISSUE_TEMPLATE/error.yml</c>.</summary>
public static class ErrorForm
{
    /// <summary>Its address with that of a page, or of one of its paragraphs, filled in; null where no repository is set.</summary>
    /// <param name="settings">Where the repository is, and where the site is published.</param>
    /// <param name="page">The page.</param>
    /// <param name="anchor">The paragraph; null for the page as a whole.</param>
    public static string? For(SiteSettings settings, SiteUrl page, AnchorId? anchor = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Repository.Length == 0)
            return null;
        var address = settings.Absolute(page) + (anchor is null ? "" : $"#{anchor}");
        // A query may hold colons and slashes as they are (RFC 3986, 3.4): shorter, and there is one such link a paragraph.
        var value = Uri.EscapeDataString(address).Replace("%3A", ":", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal);
        return $"{settings.Repository.TrimEnd('/')}/issues/new?template=error.yml&url={value}";
    }
}
