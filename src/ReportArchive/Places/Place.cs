using System.Collections.Immutable;

namespace ReportArchive.Places;

/// <summary>One division.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its full name without its parents', e.g. <c>周村区</c>.</param>
/// <param name="Parent">The division above it that really exists (a county under a province directly has the province).</param>
/// <param name="FormerNames">Names it bore before (南站镇 for 南站街道); a report keeps the name of its own day. Latest first.</param>
public sealed record Place(PlaceCode Code, string Name, PlaceCode? Parent, ImmutableArray<string> FormerNames)
{
    /// <summary>The level that the code says.</summary>
    public PlaceLevel Level => Code.Level;
}
