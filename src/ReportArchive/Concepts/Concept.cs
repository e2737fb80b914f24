using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Reports;

namespace ReportArchive.Concepts;

/// <summary>What sort of policy language a concept is.</summary>
public enum ConceptKind
{
    /// <summary>口号与理念: a slogan, or an idea that policy invokes.</summary>
    Slogan,

    /// <summary>规划、工程、战略: a programme.</summary>
    Programme,

    /// <summary>缩略语: a formula, mostly numeric, that stands for a list.</summary>
    Formula,

    /// <summary>制度、体制: an institution.</summary>
    Institution,

    /// <summary>行动、专项: a campaign.</summary>
    Campaign,
}

/// <summary>The names of the kinds, in front matter and on pages.</summary>
public static class ConceptKinds
{
    /// <summary>All kinds in their fixed order.</summary>
    public static IReadOnlyList<ConceptKind> All { get; } = Enum.GetValues<ConceptKind>();

    /// <summary>The word used in front matter.</summary>
    public static string Key(this ConceptKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The Chinese name shown to readers.</summary>
    public static string Name(this ConceptKind kind) => kind switch
    {
        ConceptKind.Slogan => "口号与理念",
        ConceptKind.Programme => "规划与工程",
        ConceptKind.Formula => "缩略语",
        ConceptKind.Institution => "制度",
        ConceptKind.Campaign => "专项行动",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}

/// <summary>A passage a definition is drawn from.</summary>
/// <param name="Report">The report it stands in.</param>
/// <param name="Quote">Its words; compared by letters, digits and Chinese characters only.</param>
/// <param name="Span">Where the quote stands in the concept's file.</param>
public sealed record Evidence(ReportId Report, string Quote, SourceSpan Span);

/// <summary>A recurring policy concept, from an authority file or, where nobody has described it yet, from the texts.</summary>
/// <param name="Slug">Its name in URLs.</param>
/// <param name="Label">Its preferred name.</param>
/// <param name="Aliases">Other names, shown to readers and counted as the concept.</param>
/// <param name="Variants">Spellings that only matching needs.</param>
/// <param name="Kind">What sort it is; none when undescribed.</param>
/// <param name="Parts">What a formula stands for, in order: labels of concepts, or plain words.</param>
/// <param name="Parent">A broader concept.</param>
/// <param name="Related">Neighbours in meaning.</param>
/// <param name="ReplacedBy">The concept that took its place.</param>
/// <param name="Wikidata">Identifier there, such as Q12345.</param>
/// <param name="Scope">A line on what it covers and what not.</param>
/// <param name="IsGeneral">Whether the definition rests on general knowledge beside the quoted passages.</param>
/// <param name="Evidence">The passages the definition is drawn from.</param>
/// <param name="Definition">The definition's paragraphs, plain text.</param>
/// <param name="File">The authority file; empty when undescribed.</param>
public sealed record Concept(
    Slug Slug,
    string Label,
    ImmutableArray<string> Aliases,
    ImmutableArray<string> Variants,
    ConceptKind? Kind,
    ImmutableArray<string> Parts,
    Slug? Parent,
    ImmutableArray<Slug> Related,
    Slug? ReplacedBy,
    string? Wikidata,
    string? Scope,
    bool IsGeneral,
    ImmutableArray<Evidence> Evidence,
    ImmutableArray<string> Definition,
    string File)
{
    /// <summary>Where the values of its keys stand in the authority file.</summary>
    public ImmutableDictionary<string, SourceSpan> Spans { get; init; } = ImmutableDictionary<string, SourceSpan>.Empty;

    /// <summary>Whether an editor has described it; if not, its page is marked 未整理.</summary>
    public bool IsCurated => File.Length > 0;

    /// <summary>Where the value of a key stands; the file's first line when it has no such key.</summary>
    public SourceSpan SpanOf(string key) => Spans.TryGetValue(key, out var span) ? span : new SourceSpan(File, 1, 1);

    /// <summary>Every spelling that counts as the concept, the label first.</summary>
    public IEnumerable<string> Spellings => [Label, .. Aliases, .. Variants];

    /// <summary>A concept that texts use and nobody has described.</summary>
    public static Concept Undescribed(string expression) => new(
        Slug.OfExpression(expression), expression, [], [], Kind: null, [], Parent: null, [], ReplacedBy: null, Wikidata: null, Scope: null, IsGeneral: false, [], [], File: "");
}
