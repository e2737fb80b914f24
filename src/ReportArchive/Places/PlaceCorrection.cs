using System.Collections.Immutable;
using ReportArchive.Diagnostics;

namespace ReportArchive.Places;

/// <summary>One row of <c>input/places.csv</c>: a place the national table lacks, or has under another name.</summary>
/// <param name="Code">The place; one that is not in the table is added.</param>
/// <param name="Name">Its name today, in full.</param>
/// <param name="FormerNames">Names it bore before, latest first; none leaves those the table has.</param>
/// <param name="Parent">The place above it; null leaves the table's, or the nearest above by its digits when it is new.</param>
public sealed record PlaceCorrection(PlaceCode Code, string Name, ImmutableArray<string> FormerNames, PlaceCode? Parent)
{
    /// <summary>Where it was read, for messages.</summary>
    public SourceSpan Span { get; init; }
}
