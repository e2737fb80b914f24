using System.Collections.Immutable;

namespace ReportArchive.Places;

/// <summary>What became of a place that a person wrote.</summary>
public abstract record PlaceResolution
{
    private PlaceResolution()
    {
    }

    /// <summary>It names one place.</summary>
    public sealed record Found(Place Place) : PlaceResolution;

    /// <summary>It names none.</summary>
    /// <param name="Nearest">At most five places that may have been meant, likeliest first.</param>
    public sealed record Unknown(ImmutableArray<Place> Nearest) : PlaceResolution;

    /// <summary>It names several.</summary>
    /// <param name="Candidates">All of them, in code order; their codes tell them apart.</param>
    public sealed record Ambiguous(ImmutableArray<Place> Candidates) : PlaceResolution;
}
