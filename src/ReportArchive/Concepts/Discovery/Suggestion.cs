using System.Collections.Immutable;
using ReportArchive.Reports;

namespace ReportArchive.Concepts.Discovery;

/// <summary>An expression that recurs and has no authority file yet.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Score">0 to 1; see <see cref="Suggestions"/>.</param>
/// <param name="Kind">What its shape says it is.</param>
/// <param name="Reports">Reports that use it.</param>
/// <param name="Occurrences">How often they do, occurrences within a known concept or a longer suggestion left out.</param>
/// <param name="Quoted">How often it stands in quotation marks.</param>
/// <param name="Slug">A slug to begin with; none where a character's reading is not known.</param>
/// <param name="Evidence">Sentences that use it, from different reports where there are several.</param>
/// <param name="Parts">What a text says it stands for; empty where none says so.</param>
/// <param name="PartsIn">Where it says so.</param>
public sealed record Suggestion(
    string Text,
    double Score,
    ConceptKind Kind,
    int Reports,
    int Occurrences,
    int Quoted,
    Slug? Slug,
    ImmutableArray<SuggestionEvidence> Evidence,
    ImmutableArray<string> Parts,
    SuggestionEvidence? PartsIn);

/// <summary>A sentence that uses a suggested expression.</summary>
/// <param name="Report">The report.</param>
/// <param name="Anchor">Paragraph.</param>
/// <param name="Text">The sentence.</param>
public sealed record SuggestionEvidence(ReportId Report, AnchorId Anchor, string Text);
