using System.Collections.Immutable;
using System.Globalization;

namespace ReportArchive.Citations;

/// <summary>A meta element: <c>name</c> (or, for Open Graph, <c>property</c>) and <c>content</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its content, not escaped.</param>
public readonly record struct MetaTag(string Name, string Content);

/// <summary>
/// The Highwire Press and Dublin Core tags of a report's page. Zotero's Embedded Metadata translator reads both: the institution
/// tag makes the item a Report, so it always stands; <c>citation_journal_title</c> never does, nor <c>DC.publisher</c> and
/// <c>DC.coverage</c>, which would fill fields of the item with what they do not mean there.
/// </summary>
public static class MetaTags
{
    /// <summary>The tags in their fixed order.</summary>
    public static ImmutableArray<MetaTag> Of(PageMetadata page) => [.. Highwire(page.Citation), .. DublinCore(page)];

    private static IEnumerable<MetaTag> Highwire(Citation work)
    {
        yield return new("citation_title", work.Title);
        yield return new("citation_author", work.Author);
        // Always a date, if only a year: without one Zotero takes whatever <time> stands first on the page.
        yield return new("citation_publication_date", PublicationDate(work.Issued));
        yield return new("citation_technical_report_institution", work.Author);
        yield return new("citation_public_url", work.Url);
        yield return new("citation_language", Citation.Language);
        if (!work.Keywords.IsEmpty)
            yield return new("citation_keywords", string.Join("; ", work.Keywords));
    }

    private static IEnumerable<MetaTag> DublinCore(PageMetadata page)
    {
        var work = page.Citation;
        yield return new("DC.type", "report");
        yield return new("DC.title", work.Title);
        yield return new("DC.creator", work.Author);
        if (work.Speaker is { } speaker)
            yield return new("DC.contributor", speaker);
        yield return new("DC.date", work.Issued.Day is null ? PublicationDate(work.Issued) : work.Issued.IsoDay);
        yield return new("DC.identifier", work.Url);
        yield return new("DC.language", Citation.Language);
        foreach (var source in page.Sources)
            yield return new("DC.source", source.Url ?? source.Name);
        foreach (var keyword in work.Keywords)
            yield return new("DC.subject", keyword);
    }

    private static string PublicationDate(Issued issued) =>
        issued.Day?.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)
        ?? issued.Year.ToString(CultureInfo.InvariantCulture);
}
