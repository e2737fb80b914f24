using System.Collections.Immutable;
using ReportArchive.Pages;
using ReportArchive.Reports;
using ReportArchive.Sharding;
using ReportArchive.Sites;

namespace ReportArchive.Search;

/// <summary>The index of a site: every report and every concept, as the pages show them.</summary>
public static class SiteSearch
{
    /// <summary>The files of the index; each is to be read before the next is asked for.</summary>
    /// <param name="site">The site.</param>
    /// <param name="cache">Where segments are kept from build to build, if anywhere.</param>
    /// <param name="shard">Whose segments are written, and no file where it has none; all where it is none.</param>
    /// <param name="scratch">Makes the files that segments and tables are made in; in memory where it is none.</param>
    public static IEnumerable<IndexFile> Write(Site site, SegmentCache? cache = null, Shard? shard = null, Func<IScratchFile>? scratch = null)
    {
        var options = new SearchIndexOptions(site.Settings.SearchFiles);
        var reports = Enumerable.Range(0, site.Reports.Length);
        // Without segments there is no need to read a text.
        return shard is { Number: > 1 and var number } && number > SearchIndexWriter.CountSegments(reports.Select(i => Document(site, i, [])), options)
            ? []
            : SearchIndexWriter.Write(new MadeList<SearchDocument>(site.Reports.Length, i => Document(site, i, Blocks(site.Reports[i]))), [.. site.Concepts.Select(Concept)], options, cache, shard, scratch);
    }

    private static SearchDocument Document(Site site, int index, ImmutableArray<SearchBlock> blocks)
    {
        var report = site.Reports[index];
        return new SearchDocument(
            report.Id,
            SiteUrl.Of(report.Id).Value,
            report.Matter.Title,
            [.. ReportPlace.PathOf(report, site.Places)],
            [.. site.Places.Path(report.Id.Place).Select(static place => place.Code)],
            report.Id.Year.Value,
            report.Id.Kind,
            report.Matter.Date,
            blocks,
            [.. site.Occurrences[index].Select(occurrence => site.Concepts[occurrence.Concept].Slug.Value).Distinct(StringComparer.Ordinal)]);
    }

    private static ImmutableArray<SearchBlock> Blocks(Report report) =>
        [.. report.Blocks.Select(static block => new SearchBlock(block.Anchor.ToString(), block.Text, block.Kind == BlockKind.Heading))];

    private static SearchConcept Concept(Concepts.Concept concept) => new(concept.Slug.Value, concept.Label, concept.Aliases);
}
