using ReportArchive.Pages;
using ReportArchive.Sites;

namespace ReportArchive.Theme;

/// <summary>What all pages of a build have in common.</summary>
/// <param name="Settings">What the archive says about itself.</param>
/// <param name="Assets">Address of the folder of style sheets and scripts.</param>
public sealed record ThemeContext(SiteSettings Settings, SiteUrl Assets);

/// <summary>The page being written: links are made relative to it.</summary>
/// <param name="Theme">What all pages have in common.</param>
/// <param name="Page">The page.</param>
public sealed record PageContext(ThemeContext Theme, Page Page)
{
    /// <summary>
    /// A link on this page. Relative, so that the site works from any folder of any host; only the page for addresses that
    /// lead nowhere, which a host shows at any depth, needs the base path.
    /// </summary>
    public string Href(SiteUrl url) =>
        Page is Pages.NotFoundPage ? Theme.Settings.BasePath + url.Value[1..] : url.RelativeTo(Page.Url);

    /// <summary>A link to a paragraph of a report.</summary>
    public string Href(SiteUrl url, Reports.AnchorId anchor) =>
        url == Page.Url ? $"#{anchor}" : $"{Href(url)}#{anchor}";

    /// <summary>A style sheet or script.</summary>
    public string Asset(string name) => Href(Theme.Assets.File(name));
}
