namespace ReportArchive.Text.Rules;

/// <summary>
/// Full-width digits and Latin letters (１９９８年, ＧＤＰ) become the ordinary ones, and so do the signs that stand in
/// numbers (２３．５％). Full-width punctuation of prose stays: it is what Chinese text is set with.
/// </summary>
public static class FullWidthAscii
{
    private const int Offset = '\uFF01' - '!';

    /// <summary>The rule.</summary>
    public static TextRule Rule { get; } = new(
        "full-width-ascii", "digits, Latin letters and signs of numbers are half-width in Chinese text", Find);

    private static IEnumerable<TextEdit> Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= '\uFF01' and <= '\uFF5E' && IsWanted(text, i))
                yield return TextEdit.Replace(i, 1, ((char)(text[i] - Offset)).ToString(), Rule.Name);
        }
    }

    private static bool IsWanted(string text, int at) => text[at] switch
    {
        (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') => true,
        '％' or '＋' or '＝' or '＠' or '＆' or '＃' => true,
        '．' => IsAscii(text, at - 1) && (IsAscii(text, at + 1) || IsNumbering(text, at)),
        '／' or '－' => IsAscii(text, at - 1) && IsAscii(text, at + 1),
        _ => false,
    };

    /// <summary>The stop after the digits of a list number: <c>１．提升</c>.</summary>
    private static bool IsNumbering(string text, int at)
    {
        var start = at;
        while (start > 0 && IsDigit(text[start - 1]))
            start--;
        return start < at && at - start <= 2;
    }

    private static bool IsAscii(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsAsciiLetterOrDigit(text[at])
            || text[at] is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ'));

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';
}
