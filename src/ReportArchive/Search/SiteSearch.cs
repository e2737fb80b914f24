using ReportArchive.Pages;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Search;

/// <summary>The index of a site: every report and every concept, as the pages show them.</summary>
public static class SiteSearch
{
    /// <summary>The files of the index, paths below the site's root.</summary>
    /// <param name="site">The site.</param>
    /// <param name="cache">Where segments are kept from build to build, if anywhere.</param>
    public static IEnumerable<OutputFile> Write(Site site, SegmentCache? cache = null) =>
        SearchIndexWriter.Write(new MadeList<SearchDocument>(site.Reports.Length, i => Document(site, i)), [.. site.Concepts.Select(Concept)], new SearchIndexOptions(site.Settings.SearchFiles), cache)
            .Select(static file => new OutputFile("search/" + file.Path, file.Bytes));

    private static SearchDocument Document(Site site, int index)
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
            [.. report.Blocks.Select(static block => new SearchBlock(block.Anchor.ToString(), block.Text, block.Kind == BlockKind.Heading))],
            [.. site.Occurrences[index].Select(occurrence => site.Concepts[occurrence.Concept].Slug.Value).Distinct(StringComparer.Ordinal)]);
    }

    private static SearchConcept Concept(Concepts.Concept concept) => new(concept.Slug.Value, concept.Label, concept.Aliases);
}
