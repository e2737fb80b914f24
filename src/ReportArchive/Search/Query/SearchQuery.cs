using System.Collections.Immutable;

namespace ReportArchive.Search.Query;

/// <summary>What a filter looks at.</summary>
internal enum FilterKey
{
    /// <summary><c>地:</c> the place or one above it.</summary>
    Place,

    /// <summary><c>年:</c> the plan year.</summary>
    Year,

    /// <summary><c>类:</c> the kind.</summary>
    Kind,

    /// <summary><c>提法:</c> a concept.</summary>
    Concept,
}

/// <summary>A run of characters that a block must hold.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Exact">Folded but for traditional characters.</param>
internal sealed record Phrase(string Text, string Exact);

/// <summary>One of these phrases must occur; or none of them may.</summary>
/// <param name="Not">Whether none may.</param>
/// <param name="Phrases">The alternatives.</param>
internal sealed record Clause(bool Not, ImmutableArray<Phrase> Phrases);

/// <summary>A report must be one of these; or none of them. Where no place or concept has the name it is a phrase after all.</summary>
/// <param name="Not">Whether it must not.</param>
/// <param name="Key">What is looked at.</param>
/// <param name="Values">The alternatives, folded.</param>
/// <param name="Literal">The whole word as a phrase.</param>
internal sealed record Filter(bool Not, FilterKey Key, ImmutableArray<string> Values, Phrase Literal);

/// <summary>A query taken apart: all clauses and all filters must hold.</summary>
/// <param name="Clauses">In the order they were typed.</param>
/// <param name="Filters">In the order they were typed.</param>
/// <param name="Shortened">Whether the query was longer than what is looked at.</param>
internal sealed record SearchQuery(ImmutableArray<Clause> Clauses, ImmutableArray<Filter> Filters, bool Shortened);
