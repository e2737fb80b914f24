using System.Buffers;

namespace ReportArchive.Text.Rules;

/// <summary>
/// The circle in 二〇二一年. GB 2312 had no 〇, so writers took the symbol ○, a Greek or Cyrillic O, the letter or the
/// digit. GB/T 15835—2011 names 〇 (U+3007).
/// </summary>
public static class HanZeros
{
    private const string Digits = "一二三四五六七八九";
    private static readonly SearchValues<char> Circles = SearchValues.Create("○◯ΟОOo0０Ｏｏ零");

    /// <summary>The rule.</summary>
    public static TextRule Rule { get; } = new(
        "han-zero", "the zero among Chinese digits is 〇", Find);

    private static IEnumerable<TextEdit> Find(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (Circles.Contains(text[i]) && IsZero(text, i))
                yield return TextEdit.Replace(i, 1, "〇", Rule.Name);
        }
    }

    /// <summary>A circle is a zero after a Chinese digit; a letter or digit must also stand before another one, or before 年.</summary>
    private static bool IsZero(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && (Circles.Contains(text[before]) || text[before] == '〇'))
            before--;
        if (before < 0 || !Digits.Contains(text[before], StringComparison.Ordinal))
            return false;
        if (text[at] is '○' or '◯')
            return true;
        var after = at + 1;
        while (after < text.Length && (Circles.Contains(text[after]) || text[after] == '〇'))
            after++;
        if (after >= text.Length)
            return false;
        return Digits.Contains(text[after], StringComparison.Ordinal)
            ? text[at] != '零' || (after + 1 < text.Length && text[after + 1] == '年' && at - before <= 2 && IsYear(text, before))
            : text[after] == '年' && text[at] != '零';
    }

    /// <summary>零 is also a word (三零三医院); it is a zero of a year only.</summary>
    private static bool IsYear(string text, int at) => text[at] is '二' && at + 3 < text.Length;
}
