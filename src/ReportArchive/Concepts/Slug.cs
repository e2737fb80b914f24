using System.Buffers;
using System.Globalization;

namespace ReportArchive.Concepts;

/// <summary>
/// The name of a concept in URLs: lower-case ASCII letters and digits in groups joined by single hyphens; of an expression that nobody
/// has described three of them, parted by slashes.
/// </summary>
public readonly record struct Slug : IComparable<Slug>
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly string? _value;

    private Slug(string value) => _value = value;

    /// <summary>The text of the slug.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a slug as an editor declares it.</summary>
    public static bool TryParse(string text, out Slug slug)
    {
        var ok = text.Length is > 0 and <= 100
            && !text.AsSpan().ContainsAnyExcept(Allowed)
            && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal);
        slug = ok ? new Slug(text) : default;
        return ok;
    }

    /// <summary>
    /// The slug of an expression nobody has described yet: <c>u/</c> and the code points in hex, <c>u/4e09/519c</c>. Pinyin would need
    /// a reading and readings are ambiguous; code points are neither, and can be turned back into the expression. The first
    /// character is a folder: of 100,000 reports there are tens of thousands of such expressions, and a few thousand first characters.
    /// </summary>
    public static Slug OfExpression(string text)
    {
        var points = text.EnumerateRunes().Select(static rune => rune.Value.ToString("x", CultureInfo.InvariantCulture)).ToList();
        return new Slug($"u/{points[0]}/{(points.Count == 1 ? "-" : string.Join('-', points.Skip(1)))}");
    }

    /// <summary>The folder of an expression nobody has described, <c>u/4e09</c>; of other concepts the first letter.</summary>
    public string Group => Value.LastIndexOf('/') is > 0 and var end ? Value[..end] : Value[..1];

    /// <inheritdoc/>
    public int CompareTo(Slug other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
