using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ReportArchive.Pages;
using ReportArchive.Sites;

namespace ReportArchive.Anchors;

/// <summary>
/// Redirects as files: a page at each old address, which works on any host, and <c>_redirects</c> for hosts that read it. A reader
/// who followed a link to a paragraph arrives at the paragraph.
/// </summary>
public static class RedirectPages
{
    private static readonly HtmlEncoder s_html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly JavaScriptEncoder s_script = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>The files. Redirects of single anchors of a page that is published stand on that page instead.</summary>
    /// <param name="redirects">The redirects, by what they start from.</param>
    /// <param name="published">Whether a page is published.</param>
    /// <param name="settings">Where the site is published.</param>
    public static IEnumerable<OutputFile> Write(IReadOnlyCollection<Redirect> redirects, Func<SiteUrl, bool> published, SiteSettings settings)
    {
        foreach (var page in redirects.Where(redirect => !published(redirect.From.Page)).GroupBy(static redirect => redirect.From.Page).OrderBy(static group => group.Key))
        {
            var whole = page.FirstOrDefault(static redirect => redirect.From.Anchor.Length == 0)?.To ?? new Target(SiteUrl.Home);
            yield return new OutputFile(page.Key.FilePath, Encoding.UTF8.GetBytes(Page(page.Key, whole, [.. page.Where(static redirect => redirect.From.Anchor.Length > 0)], settings)));
        }
        if (redirects.Count > 0)
            yield return new OutputFile("_redirects", Encoding.UTF8.GetBytes(List(redirects, settings)));
    }

    /// <summary>Pages at addresses by name. They are too many for <c>_redirects</c>, which hosts limit to some thousand lines.</summary>
    public static IEnumerable<OutputFile> ByName(IEnumerable<Redirect> redirects, SiteSettings settings) =>
        redirects.Select(redirect => new OutputFile(redirect.From.Page.FilePath, Encoding.UTF8.GetBytes(Page(redirect.From.Page, redirect.To, [], settings))));

    private static string Page(SiteUrl from, Target to, ImmutableArray<Redirect> anchors, SiteSettings settings)
    {
        var link = s_html.Encode(Link(from, to));
        return $$"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <title>本页已移动</title>
            <link rel="canonical" href="{{s_html.Encode(settings.Absolute(to.Page))}}">
            <meta name="robots" content="noindex">
            <script>location.replace({{Destination(from, to, anchors)}})</script>
            <meta http-equiv="refresh" content="0; url={{link}}">
            </head>
            <body>
            <p>本页已移至<a href="{{link}}">{{s_html.Encode(settings.Absolute(to.Page))}}</a>。</p>
            </body>
            </html>

            """;
    }

    /// <summary>The script's expression: an anchor's own redirect, or else the page's, with the fragment the reader came with.</summary>
    private static string Destination(SiteUrl from, Target to, ImmutableArray<Redirect> anchors)
    {
        var page = $"'{s_script.Encode(Link(from, to))}'{(to.Anchor.Length == 0 ? "+location.hash" : "")}";
        var own = anchors.Select(redirect => $"'#{s_script.Encode(redirect.From.Anchor)}':'{s_script.Encode(Link(from, redirect.To))}'");
        return anchors.IsEmpty ? page : $"{{{string.Join(',', own)}}}[location.hash]||{page}";
    }

    private static string Link(SiteUrl from, Target to) =>
        Escape(to.Page.RelativeTo(from)) + (to.Anchor.Length == 0 ? "" : "#" + to.Anchor);

    // A splat takes the files beside a page along; a page that exists wins over its own line.
    private static string List(IReadOnlyCollection<Redirect> redirects, SiteSettings settings) => string.Concat(redirects
        .Where(static redirect => redirect.From.Anchor.Length == 0)
        .OrderBy(static redirect => redirect.From.Page)
        .Select(redirect => redirect.To.Anchor.Length > 0 || !FrozenUrls.IsPage(redirect.From.Page) || !FrozenUrls.IsPage(redirect.To.Page)
            ? $"{Path(redirect.From.Page, settings)} {Path(redirect.To.Page, settings)}{(redirect.To.Anchor.Length > 0 ? "#" + redirect.To.Anchor : "")} 301\n"
            : $"{Path(redirect.From.Page, settings)}* {Path(redirect.To.Page, settings)}:splat 301\n"));

    private static string Path(SiteUrl url, SiteSettings settings) => settings.BasePath + Escape(url.Value[1..]);

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
