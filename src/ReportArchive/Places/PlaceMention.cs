using System.Collections.Immutable;
using ReportArchive.Text;

namespace ReportArchive.Places;

/// <summary>A run of a text that names a place, e.g. 滕州市姜屯镇.</summary>
/// <param name="Range">Where, in UTF-16 units.</param>
/// <param name="Candidates">The places it may mean, in code order; at least one.</param>
public sealed record PlaceMention(TextRange Range, ImmutableArray<Place> Candidates);
