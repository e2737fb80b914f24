namespace ReportArchive.Text.Rules;

/// <summary>
/// Half-width punctuation in Chinese prose becomes full-width (GB/T 15834—2011). Marks inside numbers (1,000 · 5.5% ·
/// 10:30 · 1:3), addresses of the web, Latin text and list numbers (1.) stay as they are. A comma or stop that touches no
/// ideograph (72.6%,67.84%) is judged by what the tokens on both sides of it touch.
/// </summary>
public static class NarrowPunctuation
{
    /// <summary>The rule.</summary>
    public static TextRule Rule { get; } = new(
        "narrow-punctuation", "punctuation of Chinese prose is full-width", Find);

    private static IEnumerable<TextEdit> Find(string text)
    {
        var brackets = BracketPairs.Find(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= '\u0080')
                continue;
            if (LatinRuns.AddressEnd(text, i) is var end && end > i)
            {
                i = end - 1;
                continue;
            }
            if (Widen(text, i, brackets) is { } edit)
            {
                yield return edit;
                i = edit.Range.End - 1;
            }
        }
    }

    private static TextEdit? Widen(string text, int at, BracketPairs brackets) => text[at] switch
    {
        ',' => Mark(at, "，", !IsThousands(text, at) && Touches(text, at)),
        '.' => Stop(text, at),
        ':' => Mark(at, "：", !IsBetweenDigits(text, at) && TouchesDirectly(text, at)),
        ';' => Mark(at, "；", Touches(text, at)),
        '!' => Mark(at, "！", TouchesDirectly(text, at)),
        '?' => Mark(at, "？", TouchesDirectly(text, at)),
        '(' => Mark(at, "（", brackets.IsWide(text, at)),
        ')' => Mark(at, "）", brackets.IsWide(text, at)),
        _ => null,
    };

    private static TextEdit? Mark(int at, string wide, bool wanted) =>
        wanted ? TextEdit.Replace(at, 1, wide, Rule.Name) : null;

    private static TextEdit? Stop(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && text[end] == '.')
            end++;
        if (end - at >= 3)
            return TouchesDirectly(text, at, end) ? TextEdit.Replace(at, end - at, "……", Rule.Name) : null;
        if (end - at == 2 || LatinRuns.IsNumbering(text, at))
            return null;
        if (LatinRuns.IsHanNumbering(text, at))
            return TextEdit.Replace(at, 1, "、", Rule.Name);
        var before = at > 0 ? text[at - 1] : '\n';
        var after = end < text.Length ? text[end] : '\n';
        var ends = Glyphs.IsWide(before) || (before is '%' or ')' && Touches(text, at)) || (Glyphs.IsWide(after) && char.IsAsciiLetterOrDigit(before));
        return Mark(at, "。", ends && before != '\n' && !char.IsAsciiLetter(after) && (Glyphs.IsWide(before) || !char.IsAsciiDigit(after) || before == '%'));
    }

    private static bool IsThousands(string text, int at) =>
        LatinRuns.DigitsBefore(text, at) is >= 1 and <= 3 && LatinRuns.DigitsAfter(text, at) == 3;

    private static bool IsBetweenDigits(string text, int at) =>
        LatinRuns.DigitsBefore(text, at) > 0 && LatinRuns.DigitsAfter(text, at) > 0;

    private static bool TouchesDirectly(string text, int at, int end = -1)
    {
        end = end < 0 ? at + 1 : end;
        return (at > 0 && Glyphs.IsWide(text[at - 1])) || (end < text.Length && Glyphs.IsWide(text[end]));
    }

    /// <summary>Directly, or across the Latin words and numbers that stand against it without a space: 达72.6%,67.84%和.</summary>
    private static bool Touches(string text, int at)
    {
        if (TouchesDirectly(text, at))
            return true;
        if (at + 1 < text.Length && text[at + 1] == ' ')
            return false;
        var before = LatinRuns.TokenStart(text, at);
        var after = LatinRuns.TokenEnd(text, at + 1);
        return (before > 0 && Glyphs.IsWide(text[before - 1])) || (after < text.Length && Glyphs.IsWide(text[after]));
    }
}
