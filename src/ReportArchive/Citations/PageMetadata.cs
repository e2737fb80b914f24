using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Citations;

/// <summary>A concept as the metadata of a page names it.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Url">Absolute address of its page.</param>
public readonly record struct Term(string Label, string Url);

/// <summary>The archive as the metadata of its pages names it.</summary>
/// <param name="Name">Title of the archive.</param>
/// <param name="Url">Absolute address of its home page, with a final slash.</param>
public readonly record struct Archive(string Name, string Url);

/// <summary>All that the head of a report's page says about it to other programs.</summary>
/// <param name="Citation">The reference.</param>
/// <param name="Kind">The report's kind.</param>
/// <param name="Year">The plan year.</param>
/// <param name="Path">Places from the province down to the report's own.</param>
/// <param name="Sources">The witnesses of its text.</param>
/// <param name="Terms">The concepts found in it.</param>
/// <param name="Archive">The archive that publishes it.</param>
/// <param name="Edition">Number of the edition shown, counted from 1.</param>
/// <param name="Modified">Day the edition shown was published, where the ledger says.</param>
/// <param name="Image">Absolute address of the preview image, if there is one.</param>
public sealed record PageMetadata(
    Citation Citation,
    ReportKind Kind,
    PlanYear Year,
    ImmutableArray<Place> Path,
    ImmutableArray<Source> Sources,
    ImmutableArray<Term> Terms,
    Archive Archive,
    int Edition = 1,
    DateOnly? Modified = null,
    string? Image = null)
{
    /// <summary>The names of the places run together: <c>山东省淄博市周村区</c>.</summary>
    public string PlaceName => string.Concat(Path.Select(static place => place.Name));
}
