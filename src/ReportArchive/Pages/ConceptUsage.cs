using System.Collections.Immutable;
using ReportArchive.Concepts.Usage;
using ReportArchive.Reports;

namespace ReportArchive.Pages;

/// <summary>How the archive's reports use a concept: what its page shows beside its meaning.</summary>
/// <param name="Matrix">Counts by plan year and level.</param>
/// <param name="Spread">Counts by place and plan year.</param>
/// <param name="Places">The places that use it, by first use.</param>
/// <param name="Reports">The reports that use it, by plan year, then place.</param>
/// <param name="First">A sentence of each of the reports of the first plan year, at most a few.</param>
/// <param name="Sections">How many occurrences stand in each section.</param>
/// <param name="Lines">The lines of the concordance that the page holds.</param>
/// <param name="Verbs">The verbs that govern it.</param>
/// <param name="Following">What follows it.</param>
/// <param name="Collocates">The words in its sentences.</param>
/// <param name="Companions">The concepts in its paragraphs.</param>
public sealed record ConceptUsage(
    UsageMatrix Matrix,
    SpreadTable Spread,
    ImmutableArray<PlaceUse> Places,
    ImmutableArray<ConceptReport> Reports,
    ImmutableArray<LineView> First,
    ImmutableArray<(ReportSection Section, int Count)> Sections,
    ImmutableArray<LineView> Lines,
    ImmutableArray<WordCount> Verbs,
    ImmutableArray<WordCount> Following,
    ImmutableArray<Collocate> Collocates,
    CompanionViews Companions)
{
    /// <summary>All lines of the concordance in order, made as they are asked for.</summary>
    public required IEnumerable<LineView> AllLines { get; init; }

    /// <summary>Whether the page holds a part of the lines only.</summary>
    public bool IsCut => Lines.Length < Matrix.Total.Occurrences;

    /// <summary>Whether words were counted on a sample of the reports only.</summary>
    public required bool IsSampled { get; init; }

    /// <summary>The report of an index.</summary>
    public required Func<int, ReportItem> ReportAt { get; init; }

    /// <summary>The places that used it once and have later reports without it, by the year they fell silent.</summary>
    public IEnumerable<PlaceUse> Dropped => Places.Where(static use => use.SilentSince is not null);
}

/// <summary>A report that uses a concept.</summary>
/// <param name="Report">The report.</param>
/// <param name="Count">How often.</param>
/// <param name="Anchors">The paragraphs, each once, in reading order.</param>
public sealed record ConceptReport(ReportItem Report, int Count, ImmutableArray<AnchorId> Anchors);

/// <summary>A line of a concordance with its report.</summary>
public sealed record LineView(ReportItem Report, ConcordanceLine Line);

/// <summary>The concepts that stand with a concept.</summary>
/// <param name="List">The companions, strongest first.</param>
/// <param name="Edges">Pairs of places in <paramref name="List"/> and in how many of the concept's paragraphs both stand.</param>
public sealed record CompanionViews(ImmutableArray<CompanionView> List, ImmutableArray<(int A, int B, int Count)> Edges);

/// <summary>A concept that stands with another.</summary>
/// <param name="Item">The companion.</param>
/// <param name="Counts">How often, and how far beyond chance.</param>
/// <param name="Sample">The earliest place where both stand together; none where it was not looked for that far.</param>
public sealed record CompanionView(ConceptItem Item, Companion Counts, CompanionSample? Sample);

/// <summary>Words of a paragraph that two concepts share.</summary>
public sealed record CompanionSample(ReportItem Report, AnchorId Anchor, Snippet Snippet);
