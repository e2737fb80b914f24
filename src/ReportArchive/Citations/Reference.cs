using System.Collections.Immutable;
using System.Globalization;

namespace ReportArchive.Citations;

/// <summary>What a piece of a reference is: the page sets it apart, and the browser fills in some of it.</summary>
public enum PieceKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A title that the style sets in italics.</summary>
    Italic,

    /// <summary>The address, which a chosen paragraph changes.</summary>
    Url,

    /// <summary>The day of access as <c>2026-11-21</c>.</summary>
    AccessedIso,

    /// <summary>The day of access as <c>November 21, 2026</c>.</summary>
    AccessedLong,

    /// <summary>The day of access as <c>21 Nov. 2026</c>, the months as MLA shortens them.</summary>
    AccessedMla,
}

/// <summary>A piece of a reference.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; empty for a day of access.</param>
public readonly record struct Piece(PieceKind Kind, string Text)
{
    /// <summary>Plain text.</summary>
    public static implicit operator Piece(string text) => new(PieceKind.Text, text);
}

/// <summary>A reference in one style, in pieces.</summary>
/// <param name="Pieces">The pieces in order.</param>
public sealed record Reference(ImmutableArray<Piece> Pieces)
{
    /// <summary>What stands for the day of access until a reader's browser fills it in.</summary>
    public const string AccessedPlaceholder = "引用日期";

    /// <summary>The reference made of the pieces given.</summary>
    public static Reference From(params ReadOnlySpan<Piece> pieces) => new([.. pieces]);

    /// <summary>The reference as plain text.</summary>
    /// <param name="accessed">Day of access; none leaves <see cref="AccessedPlaceholder"/>.</param>
    public string ToText(DateOnly? accessed = null) => string.Concat(Pieces.Select(piece => TextOf(piece, accessed)));

    /// <summary>The text of one piece.</summary>
    public static string TextOf(Piece piece, DateOnly? accessed) => piece.Kind switch
    {
        PieceKind.AccessedIso or PieceKind.AccessedLong or PieceKind.AccessedMla when accessed is null => AccessedPlaceholder,
        PieceKind.AccessedIso => accessed!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PieceKind.AccessedLong => EnglishDate.InFull(accessed!.Value),
        PieceKind.AccessedMla => EnglishDate.Mla(accessed!.Value),
        _ => piece.Text,
    };
}
