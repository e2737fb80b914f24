using ReportArchive.Anchors;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>Makes the pages of a report's editions: none until a published report was corrected, then one for each.</summary>
internal static class EditionPages
{
    public static IEnumerable<PlannedPage> Plan(Site site, int index, PageViews views) =>
        site.Publications.Of(site.Reports[index].Id) is { HasFormerEditions: true, Ledger: { } ledger }
            ? ledger.Editions.Select(edition => new PlannedPage(SiteUrl.Of(site.Reports[index].Id, edition.Number), () => Make(views.Item(index), ledger, edition)))
            : [];

    private static EditionPage Make(ReportItem item, AnchorLedger ledger, Edition edition) =>
        new(item, edition, edition == ledger.Current, ledger.BlocksOf(edition.Number), EditionChanges.Since(ledger, edition.Number))
        {
            Origin = item.Report.File,
            Trail = [.. PageBuilder.HomeTrail, new PageLink(item.Report.Matter.Title, item.Url)],
        };
}
