using ReportArchive.Anchors;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>Makes the pages of a report's editions: none until a published report was corrected, then one for each.</summary>
internal static class EditionPages
{
    public static IEnumerable<EditionPage> Make(Site site, int index, PageViews views)
    {
        var item = views.Item(index);
        if (site.Publications.Of(item.Report.Id) is not { HasFormerEditions: true, Ledger: { } ledger })
            yield break;
        foreach (var edition in ledger.Editions)
        {
            yield return new EditionPage(item, edition, edition == ledger.Current, ledger.BlocksOf(edition.Number), EditionChanges.Since(ledger, edition.Number))
            {
                Origin = item.Report.File,
                Trail = [.. PageBuilder.HomeTrail, new PageLink(item.Report.Matter.Title, item.Url)],
            };
        }
    }
}
