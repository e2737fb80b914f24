using System.Buffers;
using System.Text;

namespace ReportArchive.Concepts;

/// <summary>The name of a concept in URLs: lower-case ASCII letters and digits in groups joined by single hyphens.</summary>
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
    /// The slug of an expression nobody has described yet: <c>u-</c> and the code points in hex. Pinyin would need a reading
    /// and readings are ambiguous; code points are neither, and can be turned back into the expression.
    /// </summary>
    public static Slug OfExpression(string text)
    {
        var slug = new StringBuilder("u");
        foreach (var rune in text.EnumerateRunes())
            slug.Append('-').Append(rune.Value.ToString("x", System.Globalization.CultureInfo.InvariantCulture));
        return new Slug(slug.ToString());
    }

    /// <inheritdoc/>
    public int CompareTo(Slug other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
