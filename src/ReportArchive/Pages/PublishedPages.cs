using System.Collections.Frozen;
using ReportArchive.Anchors;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>What a site will publish, known before a page is rendered.</summary>
public static class PublishedPages
{
    /// <summary>Every page with its anchors, the addresses by name among them.</summary>
    public static FrozenDictionary<SiteUrl, IReadOnlySet<string>> Of(Site site) => PageBuilder.All(site)
        .Append(PageBuilder.Data([]))
        .Select(static page => (page.Url, Anchors: (IReadOnlySet<string>)page.Anchors.ToHashSet(StringComparer.Ordinal)))
        .Concat(NamedAddresses.Of(site).Select(static redirect => (Url: redirect.From.Page, Anchors: (IReadOnlySet<string>)FrozenSet<string>.Empty)))
        .DistinctBy(static page => page.Url)
        .ToFrozenDictionary(static page => page.Url, static page => page.Anchors);
}
