using ReportArchive.Reports;
using ReportArchive.Sites;
using ReportArchive.Text;

namespace ReportArchive.Concepts.Usage;

/// <summary>One occurrence of a concept with the sentence around it: a line of a keyword-in-context list.</summary>
/// <param name="Report">Index of the report.</param>
/// <param name="Anchor">Paragraph.</param>
/// <param name="Section">What the part of the report it stands in does.</param>
/// <param name="Left">The sentence before it, its beginning cut with an ellipsis when long.</param>
/// <param name="Key">The words themselves as they stand there.</param>
/// <param name="Right">The sentence after it, its end cut with an ellipsis when long.</param>
public sealed record ConcordanceLine(int Report, AnchorId Anchor, ReportSection Section, string Left, string Key, string Right)
{
    /// <summary>The occurrence itself.</summary>
    public Occurrence Occurrence { get; init; }

    /// <summary>The whole sentence, in the block's text.</summary>
    public TextRange Sentence { get; init; }

    /// <summary>Whether it stands in a heading.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Whether <see cref="Left"/>, <see cref="Key"/> and <see cref="Right"/> are the whole sentence, unit for unit.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>All occurrences of a concept, each with its context.</summary>
public static class Concordance
{
    /// <summary>Characters shown on each side at most: three lines of a column of running text.</summary>
    public const int Widest = 80;

    /// <summary>The lines by plan year, then by report, then in reading order; made as they are asked for.</summary>
    public static IEnumerable<ConcordanceLine> Of(Corpus corpus, int concept) =>
        corpus.Site.Uses[concept].SelectMany(use => corpus.Site.OccurrencesOf(concept, use).Select(occurrence => Line(corpus, use.Report, occurrence, Widest)));

    /// <summary>The first occurrence of a report's use.</summary>
    /// <param name="corpus">The archive.</param>
    /// <param name="use">A concept in a report.</param>
    /// <param name="widest">Characters shown on each side at most.</param>
    public static ConcordanceLine First(Corpus corpus, ConceptUse use, int widest) =>
        Line(corpus, use.Report, corpus.Site.Occurrences[use.Report][use.First], widest);

    private static ConcordanceLine Line(Corpus corpus, int report, Occurrence occurrence, int widest)
    {
        var block = corpus.Site.Reports[report].Body[occurrence.Block];
        var range = occurrence.Range;
        var sentence = Sentences.Around(block.Text, range);
        var from = Whole(block.Text, Math.Max(sentence.Start, range.Start - widest));
        var to = Whole(block.Text, Math.Min(sentence.End, range.End + widest));
        return new ConcordanceLine(
            report,
            block.Anchor,
            corpus.Sections[report][occurrence.Block],
            string.Concat(from > sentence.Start ? "…" : "", Flat(block.Text[from..range.Start])),
            Flat(block.Text[range.Start..range.End]),
            string.Concat(Flat(block.Text[range.End..to]), to < sentence.End ? "…" : ""))
        {
            Occurrence = occurrence,
            Sentence = sentence,
            IsHeading = block.Kind == BlockKind.Heading,
            IsWhole = from <= sentence.Start && to >= sentence.End,
        };
    }

    /// <summary>The offset itself, or the one after where it would part the two halves of a character beyond the basic plane.</summary>
    private static int Whole(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;

    /// <summary>Cells and items of a block stand on lines of their own; in a sentence a space parts them.</summary>
    private static string Flat(string text) => text.AsSpan().ContainsAny('\n', '\t') ? text.Replace('\n', ' ').Replace('\t', ' ') : text;
}
