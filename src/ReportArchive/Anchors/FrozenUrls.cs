using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Pages;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Anchors;

/// <summary>An address that was published, and where that is recorded.</summary>
/// <param name="Url">The address.</param>
/// <param name="Anchors">The anchors on it.</param>
/// <param name="Record">The file that says so.</param>
public sealed record FrozenUrl(SiteUrl Url, ImmutableArray<string> Anchors, SourceSpan Record);

/// <summary>Published addresses are frozen: what was published is published again, or redirected to where it is now.</summary>
public static class FrozenUrls
{
    /// <summary>An error for every address and anchor that would vanish, with the redirect to add.</summary>
    /// <param name="frozen">What was published.</param>
    /// <param name="published">What this build publishes: each page with its anchors.</param>
    /// <param name="redirects">The redirects.</param>
    /// <param name="moves">Reports known to have another identity now.</param>
    public static IEnumerable<Diagnostic> Check(
        IEnumerable<FrozenUrl> frozen,
        IReadOnlyDictionary<SiteUrl, IReadOnlySet<string>> published,
        RedirectGraph redirects,
        IReadOnlyDictionary<SiteUrl, SiteUrl> moves)
    {
        var known = frozen.ToLookup(static url => url.Url);
        foreach (var url in known.OrderBy(static group => group.Key))
        {
            var first = url.First();
            if (published.TryGetValue(url.Key, out var anchors))
            {
                foreach (var anchor in url.SelectMany(static copy => copy.Anchors).Distinct(StringComparer.Ordinal).Where(anchor => !anchors.Contains(anchor)))
                {
                    var from = new Target(url.Key, anchor);
                    if (redirects.Follow(from) is null)
                        yield return Vanished("RA0604", "anchor", from, new Target(url.Key, Nearest(anchor, anchors)), first.Record);
                }
            }
            else if (IsPage(url.Key) && redirects.Follow(new Target(url.Key)) is null)
            {
                var to = moves.TryGetValue(url.Key, out var moved) ? moved : Nearest(url.Key, published, known.Contains);
                yield return Vanished("RA0603", "URL", new Target(url.Key), new Target(to), first.Record);
            }
        }
    }

    /// <summary>
    /// Whether an address is a page of its own: files beside pages go where their pages go, and addresses by name are conveniences
    /// that come and go with the names.
    /// </summary>
    public static bool IsPage(SiteUrl url) => url.Value.EndsWith('/') && !NamedAddresses.Is(url);

    private static Diagnostic Vanished(string code, string what, Target from, Target to, SourceSpan record) => Diagnostic.Error(
        code,
        record,
        $"the published {what} {from} would vanish",
        $"add to {Redirects.FileName} in the input folder the line: {from},{to},");

    /// <summary>The published anchor with the next lower number: what stood there is nearest to it.</summary>
    private static string Nearest(string anchor, IReadOnlySet<string> anchors) =>
        !AnchorRanges.TryRead(anchor, out AnchorId id)
            ? ""
            : anchors
                .Select(static other => AnchorRanges.TryRead(other, out AnchorId number) ? number.Number : 0)
                .Where(number => number > 0 && number < id.Number)
                .DefaultIfEmpty(0)
                .Max() is var best and > 0 ? new AnchorId(best).ToString() : "";

    /// <summary>A page that a reader of the vanished one may have wanted: the concept of a similar name, the place above, the list.</summary>
    private static SiteUrl Nearest(SiteUrl url, IReadOnlyDictionary<SiteUrl, IReadOnlySet<string>> published, Func<SiteUrl, bool> isOld)
    {
        var parts = url.Value.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["c", .. var slug] when slug.Length > 0 => NearestConcept(string.Join('/', slug), published.Keys, isOld),
            ["r" or "p", var code, ..] => NearestPlace(code, published),
            ["y", ..] => SiteUrl.Years,
            _ => SiteUrl.Home,
        };
    }

    /// <summary>A renamed concept has a slug that was not published before; failing that, one of a similar slug.</summary>
    private static SiteUrl NearestConcept(string slug, IEnumerable<SiteUrl> published, Func<SiteUrl, bool> isOld)
    {
        var concepts = published
            .Where(static url => url.Value.StartsWith("/c/", StringComparison.Ordinal) && url.Value.Length > 3)
            .ToLookup(isOld, static url => url.Value[3..^1]);
        return (EditDistance.Nearest(slug, concepts[false]) ?? EditDistance.Nearest(slug, concepts[true])) is { } nearest
            ? new SiteUrl($"/c/{nearest}/")
            : SiteUrl.Concepts;
    }

    private static SiteUrl NearestPlace(string text, IReadOnlyDictionary<SiteUrl, IReadOnlySet<string>> published)
    {
        for (PlaceCode? code = PlaceCode.TryParse(text, out var parsed) ? parsed : null; code is { } at; code = at.Parent)
        {
            if (published.ContainsKey(SiteUrl.Of(at)))
                return SiteUrl.Of(at);
        }
        return SiteUrl.Places;
    }
}
