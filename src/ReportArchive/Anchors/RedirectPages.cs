using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ReportArchive.Data;
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

    /// <summary>The files. Redirects of single anchors of a page that is published stand on that page instead.</summary>
    /// <param name="redirects">The redirects.</param>
    /// <param name="published">Whether a page is published.</param>
    /// <param name="settings">Where the site is published.</param>
    /// <param name="script">Address of the script that takes a reader's fragment along.</param>
    public static IEnumerable<OutputFile> Write(IReadOnlyCollection<Redirect> redirects, Func<SiteUrl, bool> published, SiteSettings settings, SiteUrl script)
    {
        foreach (var page in redirects.Where(redirect => !published(redirect.From.Page)).GroupBy(static redirect => redirect.From.Page).OrderBy(static group => group.Key))
        {
            var whole = page.FirstOrDefault(static redirect => redirect.From.Anchor.Length == 0)?.To ?? new Target(SiteUrl.Home);
            yield return Page(page.Key, whole, [.. page.Where(static redirect => redirect.From.Anchor.Length > 0)], settings, script);
        }
        if (redirects.Count > 0)
            yield return new OutputFile("_redirects", Encoding.UTF8.GetBytes(List(redirects, settings)));
    }

    /// <summary>Pages at addresses by name. They are too many for <c>_redirects</c>, which hosts limit to some thousand lines.</summary>
    public static IEnumerable<OutputFile> ByName(IEnumerable<Redirect> redirects, SiteSettings settings, SiteUrl script) =>
        redirects.Select(redirect => Page(redirect.From.Page, redirect.To, [], settings, script));

    private static OutputFile Page(SiteUrl from, Target to, ImmutableArray<Redirect> anchors, SiteSettings settings, SiteUrl script)
    {
        var link = s_html.Encode(Link(from, to));
        var own = anchors.IsEmpty ? "" : $" data-anchors=\"{s_html.Encode(Table(from, anchors))}\"";
        return new OutputFile(from.FilePath, Encoding.UTF8.GetBytes($"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <title>已移至 {s_html.Encode(to.ToString())}</title>
            <meta name="robots" content="noindex">
            <link rel="canonical" href="{s_html.Encode(settings.Absolute(to.Page))}">
            <meta http-equiv="refresh" content="0; url={link}">
            </head>
            <body>
            <p>本页已移至<a id="moved" href="{link}"{own}>{s_html.Encode(settings.Absolute(to.Page))}</a>。</p>
            <script src="{s_html.Encode(script.RelativeTo(from))}"></script>
            </body>
            </html>

            """.ReplaceLineEndings("\n")));
    }

    private static string Table(SiteUrl from, ImmutableArray<Redirect> anchors) => Encoding.UTF8.GetString(Json.WriteLine(json =>
    {
        json.WriteStartObject();
        foreach (var redirect in anchors)
            json.WriteString("#" + redirect.From.Anchor, Link(from, redirect.To));
        json.WriteEndObject();
    })).TrimEnd('\n');

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
