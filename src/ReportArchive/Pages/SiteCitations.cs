using System.Collections.Immutable;
using ReportArchive.Citations;
using ReportArchive.Concepts;
using ReportArchive.Previews;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>The references to what a site publishes.</summary>
internal static class SiteCitations
{
    // Reference managers show keywords as tags; more than these would drown a reader's own.
    private const int MostKeywords = 10;

    // What somebody takes over at once. Each is 1.8 KB in its three forms, and a large archive has tens of thousands of lists: of
    // up to 200 references they were a tenth of all that is published.
    private const int MostInList = 50;

    /// <summary>The reference to a report.</summary>
    public static Citation Of(Site site, int index, PageViews views)
    {
        var report = site.Reports[index];
        return Citation.Of(
            report.Matter,
            site.PlaceTree[report.Id.Place].Path,
            site.Settings.Absolute(SiteUrl.Of(report.Id)),
            Terms(site, index, views).Select(static term => term.Label));
    }

    /// <summary>The reference to a concept's page.</summary>
    public static Citation Of(Site site, Concept concept) => Citation.OfEntry(
        $"c-{concept.Slug.Value.Replace('/', '-')}", concept.Label, site.Settings.Title, site.Settings.Absolute(SiteUrl.Of(concept.Slug)));

    /// <summary>References to the reports that use a concept.</summary>
    public static ImmutableArray<Citation> OfUses(Site site, int concept, PageViews views) =>
        site.Uses[concept].Length > MostInList ? [] : [.. site.Uses[concept].Select(use => Of(site, use.Report, views))];

    /// <summary>What the head of a report's page says.</summary>
    public static PageMetadata Metadata(Site site, int index, PageViews views)
    {
        var report = site.Reports[index];
        var history = site.Publications.Of(report.Id);
        return new PageMetadata(
            Of(site, index, views),
            report.Id.Kind,
            report.Id.Year,
            site.PlaceTree[report.Id.Place].Path,
            report.Matter.Sources,
            [.. Terms(site, index, views)],
            new Archive(site.Settings.Title, site.Settings.BaseUrl.AbsoluteUri),
            history.Edition,
            history.Modified,
            site.Settings.Absolute(SiteUrl.Of(report.Id).File(PreviewCard.FileName)));
    }

    /// <summary>The concepts a report uses most, the rarer first among equals.</summary>
    private static IEnumerable<Term> Terms(Site site, int index, PageViews views) => site.Occurrences[index]
        .CountBy(static occurrence => occurrence.Concept)
        .OrderByDescending(static pair => pair.Value)
        .ThenByDescending(pair => views.Rarity(pair.Key))
        .ThenBy(static pair => pair.Key)
        .Take(MostKeywords)
        .Select(pair => new Term(site.Concepts[pair.Key].Label, site.Settings.Absolute(SiteUrl.Of(site.Concepts[pair.Key].Slug))));
}
