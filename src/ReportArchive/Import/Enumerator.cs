using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>The ways Chinese documents number their parts, from the widest to the narrowest (GB/T 9704—2012, 7.3.3: 一、 （一） 1. （1）).</summary>
public enum NumberStyle
{
    /// <summary>A heading without number.</summary>
    None,

    /// <summary>第一部分.</summary>
    Part,

    /// <summary>一、.</summary>
    Han,

    /// <summary>（一）.</summary>
    BracketedHan,

    /// <summary>1. or 1、.</summary>
    Digit,

    /// <summary>（1） or 1）.</summary>
    BracketedDigit,

    /// <summary>①.</summary>
    Circled,
}

/// <summary>A number at the beginning of a part.</summary>
/// <param name="Style">How it is written.</param>
/// <param name="Number">Its value.</param>
/// <param name="Length">How many UTF-16 units it takes, its mark included.</param>
public readonly record struct Enumerator(NumberStyle Style, int Number, int Length)
{
    private const string Units = "部分篇章";

    /// <summary>Reads the number that begins at <paramref name="at"/> of normalised text; none where none does.</summary>
    public static Enumerator? Read(string text, int at)
    {
        if (at >= text.Length)
            return null;
        var c = text[at];
        if (c == '第')
            return Part(text, at);
        if (c is '（' or '(')
            return Bracketed(text, at);
        if (Glyphs.IsHanDigit(c))
            return Han(text, at);
        if (char.IsAsciiDigit(c))
            return Digit(text, at);
        return c is >= '①' and <= '⑳' ? new Enumerator(NumberStyle.Circled, c - '①' + 1, 1) : null;
    }

    private static Enumerator? Part(string text, int at)
    {
        var (value, length) = HanNumber.Read(text, at + 1);
        var end = at + 1 + length;
        if (value == 0 || end >= text.Length || !Units.Contains(text[end], StringComparison.Ordinal))
            return null;
        end += text[end] == '部' ? 2 : 1;
        if (end > text.Length || (text[end - 1] == '分' && text[end - 2] != '部'))
            return null;
        if (end < text.Length && text[end] is '：' or '、' or '，' or ' ')
            end++;
        return new Enumerator(NumberStyle.Part, value, end - at);
    }

    private static Enumerator? Han(string text, int at)
    {
        var (value, length) = HanNumber.Read(text, at);
        return value > 0 && at + length < text.Length && text[at + length] is '、' or '．'
            ? new Enumerator(NumberStyle.Han, value, length + 1)
            : null;
    }

    private static Enumerator? Bracketed(string text, int at)
    {
        var (value, length) = HanNumber.Read(text, at + 1);
        var style = NumberStyle.BracketedHan;
        if (value == 0)
        {
            (value, length) = Digits(text, at + 1);
            style = NumberStyle.BracketedDigit;
        }
        var end = at + 1 + length;
        if (value == 0 || end >= text.Length || text[end] is not ('）' or ')'))
            return null;
        end++;
        return new Enumerator(style, value, (end < text.Length && text[end] == '、' ? end + 1 : end) - at);
    }

    private static Enumerator? Digit(string text, int at)
    {
        var (value, length) = Digits(text, at);
        var end = at + length;
        if (value == 0 || end >= text.Length)
            return null;
        var next = end + 1 < text.Length ? text[end + 1] : '\n';
        return text[end] switch
        {
            '.' or '．' or '、' when !char.IsAsciiDigit(next) => new Enumerator(NumberStyle.Digit, value, length + 1),
            '）' or ')' => new Enumerator(NumberStyle.BracketedDigit, value, length + 1),
            _ => null,
        };
    }

    private static (int Value, int Length) Digits(string text, int at)
    {
        var (value, end) = (0, at);
        while (end < text.Length && end - at < 3 && char.IsAsciiDigit(text[end]))
            value = value * 10 + text[end++] - '0';
        return end - at is 1 or 2 && (end == text.Length || !char.IsAsciiDigit(text[end])) ? (value, end - at) : (0, 0);
    }
}
