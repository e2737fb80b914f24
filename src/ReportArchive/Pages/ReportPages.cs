using System.Collections.Immutable;
using ReportArchive.Reports;
using ReportArchive.Sites;
using ReportArchive.Text;

namespace ReportArchive.Pages;

/// <summary>Makes the page of a report.</summary>
internal static class ReportPages
{
    public static ReportPage Make(Site site, int index, PageViews views, ParallelViews parallels, DefinitionsByReport definitions)
    {
        var report = site.Reports[index];
        var item = views.Item(index);
        var blocks = report.Blocks;
        var places = site.PlaceTree[report.Id.Place].Path;
        return new ReportPage(
            item,
            Describe(item),
            View(site, index, blocks),
            Concepts(site, index, blocks, views),
            NeighbourFinder.Find(site, index, views))
        {
            History = site.Publications.Of(report.Id),
            Parallels = parallels.Of(index),
            Places = NamedPlaceViews.Of(site, index),
            DefinedHere = definitions.Of(index),
            Metadata = SiteCitations.Metadata(site, index, views),
            MovedAnchors = [.. site.Publications.Redirects.Where(redirect => redirect.From.Page == item.Url && redirect.From.Anchor.Length > 0)],
            Origin = report.File,
            Trail =
            [
                .. PageBuilder.HomeTrail,
                .. places.Zip(item.PlacePath, static (place, name) => new PageLink(name, SiteUrl.Of(place.Code))),
            ],
        };
    }

    private static string Describe(ReportItem item)
    {
        var matter = item.Report.Matter;
        var delivered = matter.Date is { } date ? $"{ChineseDate.Of(date)}" : $"{matter.Year}年度";
        var speaker = matter.Speaker is null ? "" : $"，{matter.Office}{matter.Speaker}";
        var meeting = matter.Meeting is null ? "" : $"在{matter.Meeting}上";
        return $"{delivered}{meeting}{speaker}：{matter.Title}全文，约{item.Report.Length}字，逐段编号，可检索、可引用。";
    }

    private static ImmutableArray<BlockView> View(Site site, int index, ImmutableArray<Block> blocks)
    {
        var concepts = FirstInSection(blocks, site.Occurrences[index], static occurrence => occurrence.Concept, static occurrence => occurrence.Block)
            .ToLookup(static occurrence => occurrence.Block, occurrence => (occurrence.Range, new Segment(SegmentKind.Concept, "", SiteUrl.Of(site.Concepts[occurrence.Concept].Slug))));
        var places = FirstInSection(blocks, site.NamedPlaces.Of(index).Where(naming => site.PlaceTree.ContainsKey(naming.Place.Code)), static naming => naming.Place.Code, static naming => naming.Block)
            .ToLookup(static naming => naming.Block, static naming => (naming.Range, new Segment(SegmentKind.Place, "", SiteUrl.Of(naming.Place.Code))));
        return [.. blocks.Select((block, i) => SegmentCutter.View(block, concepts[i].Concat(places[i])))];
    }

    /// <summary>
    /// A link at each mention would be noise: one at the first mention in each first-level section is enough. Headings carry
    /// none, they are links' targets.
    /// </summary>
    private static IEnumerable<T> FirstInSection<T, TKey>(ImmutableArray<Block> blocks, IEnumerable<T> mentions, Func<T, TKey> of, Func<T, int> blockOf)
    {
        var seen = new HashSet<TKey>();
        var section = -1;
        foreach (var mention in mentions)
        {
            var current = SectionOf(blocks, blockOf(mention));
            if (current != section)
                seen.Clear();
            section = current;
            if (blocks[blockOf(mention)].Kind != BlockKind.Heading && seen.Add(of(mention)))
                yield return mention;
        }
    }

    private static int SectionOf(ImmutableArray<Block> blocks, int block)
    {
        while (block >= 0 && blocks[block] is not { Kind: BlockKind.Heading, Level: 2 })
            block--;
        return block;
    }

    /// <summary>The concepts of a report: most used first, then rarest in the archive.</summary>
    private static ImmutableArray<ReportConcept> Concepts(Site site, int index, ImmutableArray<Block> blocks, PageViews views) =>
        [.. site.Occurrences[index]
            .GroupBy(static occurrence => occurrence.Concept)
            .OrderByDescending(static group => group.Count())
            .ThenByDescending(group => views.Rarity(group.Key))
            .ThenBy(static group => group.Key)
            .Select(group => new ReportConcept(
                views.Concept(group.Key),
                group.Count(),
                [.. group.Select(occurrence => blocks[occurrence.Block].Anchor).Distinct()]))
            .Concat(EditorsConcepts.Of(site, index).Select(concept => new ReportConcept(views.Concept(concept), Count: 0, [])))];
}
