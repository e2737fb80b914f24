using System.Collections.Frozen;
using ReportArchive.Diagnostics;

namespace ReportArchive.Sites;

/// <summary>Follows the links of a site within the site.</summary>
/// <param name="files">All files, paths below the root.</param>
/// <param name="pages">All pages by path.</param>
public sealed class LinkCheck(IEnumerable<string> files, IReadOnlyDictionary<string, PageFacts> pages)
{
    private readonly FrozenSet<string> _files = files.ToFrozenSet(StringComparer.Ordinal);

    // Where the site says it is published; links to there are links within it.
    private readonly Uri? _root = pages.TryGetValue("index.html", out var home) ? home.Base : null;

    /// <summary>What is wrong with a page and its links.</summary>
    public IEnumerable<Diagnostic> Check(PageFacts page) => page.Problems.Concat(page.Links.Select(link => Check(page, link)).OfType<Diagnostic>());

    private Diagnostic? Check(PageFacts page, PageHref link)
    {
        var span = new SourceSpan(page.Path, link.Line, link.Column);
        if (Resolve(page, link.Target) is not var (path, fragment))
            return null;
        if (path.Length == 0 || path[^1] == '/')
            path += "index.html";
        if (!_files.Contains(path))
            return Diagnostic.Error("RA0401", span, $"the link '{link.Target}' leads nowhere: the site has no {path}");
        var anchored = fragment.Length > 1 && !fragment.StartsWith("#:~:", StringComparison.Ordinal) && pages.TryGetValue(path, out var target)
            && !target.Ids.Contains(Uri.UnescapeDataString(fragment[1..]));
        return anchored ? Diagnostic.Error("RA0402", span, $"the link '{link.Target}' leads to an anchor that {path} does not have") : null;
    }

    /// <summary>The path below the root and the fragment that a link leads to; null where it leaves the site.</summary>
    private (string Path, string Fragment)? Resolve(PageFacts page, string target)
    {
        // A made-up root stands for the site's own, wherever that will be.
        var root = new Uri("http://site.invalid" + (_root?.AbsolutePath ?? "/"));
        if (!Uri.TryCreate(new Uri(root, page.Path), target, out var uri))
            return (target, "");
        var within = uri.Host == root.Host
            || (_root is not null && uri.GetLeftPart(UriPartial.Authority) == _root.GetLeftPart(UriPartial.Authority) && uri.AbsolutePath.StartsWith(_root.AbsolutePath, StringComparison.Ordinal));
        if (!within || uri.Scheme is not ("http" or "https"))
            return null;
        var path = Uri.UnescapeDataString(uri.AbsolutePath);
        return path.StartsWith(root.AbsolutePath, StringComparison.Ordinal) ? (path[root.AbsolutePath.Length..], uri.Fragment) : (path, uri.Fragment);
    }
}
