using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Search;

/// <summary>A report as the search index takes it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Url">Address of its page below the base URL, e.g. <c>/r/370306/2023/gwr/</c>.</param>
/// <param name="Title">Title in full; searched too.</param>
/// <param name="PlacePath">Names of its place from the province down.</param>
/// <param name="PlaceCodes">Codes of the same places, as many as names.</param>
/// <param name="Year">Plan year.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Date">Day of delivery, where stated.</param>
/// <param name="Blocks">Its text in reading order.</param>
/// <param name="ConceptSlugs">Slugs of the concepts in it.</param>
public sealed record SearchDocument(
    ReportId Id,
    string Url,
    string Title,
    ImmutableArray<string> PlacePath,
    ImmutableArray<PlaceCode> PlaceCodes,
    int Year,
    ReportKind Kind,
    DateOnly? Date,
    ImmutableArray<SearchBlock> Blocks,
    ImmutableArray<string> ConceptSlugs);

/// <summary>A paragraph, heading, list or table of a report. A phrase is found within one block, never across two.</summary>
/// <param name="Anchor">Its name within the report, e.g. <c>p17</c>.</param>
/// <param name="Text">Its text as the page shows it.</param>
/// <param name="IsHeading">Whether a hit in it counts as one in a heading.</param>
public sealed record SearchBlock(string Anchor, string Text, bool IsHeading);

/// <summary>A policy concept as the search knows it: who asks for one of its names gets the others too.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Label">Its name.</param>
/// <param name="Aliases">Its other names.</param>
public sealed record SearchConcept(string Slug, string Label, ImmutableArray<string> Aliases);
