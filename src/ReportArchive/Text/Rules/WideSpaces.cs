namespace ReportArchive.Text.Rules;

/// <summary>
/// Spaces within a line. Chinese is set without them: next to an ideograph or a full-width mark a space is layout that
/// outlived its page. Between Latin words and numbers one ordinary space stays, except in years typed digit by digit
/// (<c>1 9 9 8 年</c>).
/// </summary>
public static class WideSpaces
{
    /// <summary>The rule.</summary>
    public static TextRule Rule { get; } = new(
        "spaces", "Chinese is set without spaces; between Latin words one is enough", Find);

    private static IEnumerable<TextEdit> Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Glyphs.IsSpace(text[i]))
                continue;
            var start = i;
            while (i + 1 < text.Length && Glyphs.IsSpace(text[i + 1]))
                i++;
            yield return TextEdit.Replace(start, i + 1 - start, IsWanted(text, start, i + 1) ? " " : "", Rule.Name);
        }
    }

    private static bool IsWanted(string text, int start, int end) =>
        start > 0 && end < text.Length
        && !IsChinese(text, start - 1, -1) && !IsChinese(text, end, 1)
        && text[start - 1] != '\n' && text[end] != '\n'
        && !IsSpacedDigit(text, start, end);

    /// <summary>A full-width character, or a half-width mark that stands against one and will be full-width soon: 其中: GDP.</summary>
    private static bool IsChinese(string text, int at, int direction)
    {
        if (Glyphs.IsWide(text[at]))
            return true;
        var next = at + direction;
        return text[at] is ',' or '.' or ':' or ';' or '!' or '?' or '(' or ')' && next >= 0 && next < text.Length && Glyphs.IsWide(text[next]);
    }

    /// <summary>Whether single digits stand on both sides, one more of them at least one space further: 1 9 9 8.</summary>
    private static bool IsSpacedDigit(string text, int start, int end) =>
        char.IsAsciiDigit(text[start - 1]) && char.IsAsciiDigit(text[end])
        && !IsDigitAt(text, start - 2) && !IsDigitAt(text, end + 1)
        && (IsPair(text, start - 3, start - 2) || IsPair(text, end + 2, end + 1));

    private static bool IsPair(string text, int digit, int space) =>
        IsDigitAt(text, digit) && space >= 0 && space < text.Length && Glyphs.IsSpace(text[space]);

    private static bool IsDigitAt(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);
}
