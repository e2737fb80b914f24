using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Places;

namespace ReportArchive.Reports;

/// <summary>What stands between the two lines of hyphens of a report, read and typed.</summary>
/// <param name="Title">Title in full.</param>
/// <param name="Place">The place as resolved in the table.</param>
/// <param name="Year">Plan year.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Date">Day of delivery, where stated.</param>
/// <param name="Meeting">The session it was delivered to, where stated.</param>
/// <param name="Speaker">Who delivered it, where stated.</param>
/// <param name="Office">The speaker's office, where stated.</param>
/// <param name="Concepts">Slugs of concepts the editor adds to those found in the text.</param>
/// <param name="Sources">One entry a witness.</param>
public sealed record FrontMatter(
    string Title,
    Place Place,
    PlanYear Year,
    ReportKind Kind,
    DateOnly? Date,
    string? Meeting,
    string? Speaker,
    string? Office,
    ImmutableArray<string> Concepts,
    ImmutableArray<Source> Sources)
{
    /// <summary>Where <c>concepts</c> stands in the file.</summary>
    public SourceSpan ConceptsSpan { get; init; }

    /// <summary>Names that do not mean a place in this report, though elsewhere they do.</summary>
    public ImmutableArray<string> NotPlaces { get; init; } = [];

    /// <summary>The identity that place, year and kind make.</summary>
    public ReportId Id => new(Place.Code, Year, Kind);
}
