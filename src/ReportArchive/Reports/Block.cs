using System.Collections.Immutable;
using ReportArchive.Text;

namespace ReportArchive.Reports;

/// <summary>The name of a block within its report, for ever: <c>p17</c>.</summary>
/// <param name="Number">Counted from 1; never reused within a report.</param>
public readonly record struct AnchorId(int Number) : IComparable<AnchorId>
{
    // Nearly all reports have fewer blocks; their anchors are written many times over.
    private static readonly string[] Common = [.. Enumerable.Range(0, 1_000).Select(static number => $"p{number}")];

    /// <inheritdoc/>
    public int CompareTo(AnchorId other) => Number.CompareTo(other.Number);

    /// <summary>The fragment without its number sign.</summary>
    public override string ToString() => (uint)Number < (uint)Common.Length ? Common[Number] : $"p{Number}";
}

/// <summary>What a block is.</summary>
public enum BlockKind
{
    /// <summary>A heading; see <see cref="Block.Level"/>.</summary>
    Heading,

    /// <summary>A paragraph of prose.</summary>
    Paragraph,

    /// <summary>A list; its rows are its items, one cell each.</summary>
    List,

    /// <summary>A table; its first row is its head.</summary>
    Table,
}

/// <summary>How a run of a block's text is set apart.</summary>
public enum RunStyle
{
    /// <summary>Stressed: <c>*…*</c>.</summary>
    Emphasis,

    /// <summary>Strongly stressed: <c>**…**</c>.</summary>
    Strong,

    /// <summary>Code: <c>`…`</c>.</summary>
    Code,

    /// <summary>A link; see <see cref="InlineRun.Href"/>.</summary>
    Link,
}

/// <summary>A styled run of a block's text. Runs nest or follow each other, they never cross.</summary>
public readonly record struct InlineRun(TextRange Range, RunStyle Style, string? Href = null);

/// <summary>The unit that is numbered, cited, searched and compared: a heading, a paragraph, a list or a table.</summary>
/// <param name="Anchor">Its name within the report.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">2 to 6 for a heading (2 is 一、, 3 is （一）, 4 is 1.); 0 otherwise.</param>
/// <param name="Text">Plain text. Items of a list are joined by line feeds; cells of a table by tabs, its rows by line feeds.</param>
/// <param name="Runs">Styled runs, in order of their start.</param>
/// <param name="Rows">Ranges of <paramref name="Text"/>: items of a list (one cell a row), cells of a table; empty otherwise.</param>
/// <param name="Line">Line of the source file it begins on, counted from 1.</param>
public sealed record Block(
    AnchorId Anchor,
    BlockKind Kind,
    int Level,
    string Text,
    ImmutableArray<InlineRun> Runs,
    ImmutableArray<ImmutableArray<TextRange>> Rows,
    int Line)
{
    /// <summary>First number of an ordered list; none for a bulleted one and for every other block.</summary>
    public int? ListStart { get; init; }
}
