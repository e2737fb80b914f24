namespace ReportArchive.Text.Rules;

/// <summary>
/// The Chinese dash is two em dashes (GB/T 15834—2011, 4.13). Dumps have rules of box drawing (──), bars (――) or two
/// hyphens in its place. A hyphen between Latin letters or numbers (COVID-19, 3-5家) is none of its business.
/// </summary>
public static class Dashes
{
    /// <summary>The rule.</summary>
    public static TextRule Rule { get; } = new(
        "dash", "the Chinese dash is written with em dashes", Find);

    private static IEnumerable<TextEdit> Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '─' or '━' or '―')
                yield return TextEdit.Replace(i, 1, "—", Rule.Name);
            else if (text[i] is '-' or '–' or '－' or '﹣')
            {
                var end = i + 1;
                while (end < text.Length && text[end] == text[i])
                    end++;
                if (end - i is >= 2 and <= 4 && IsProse(text, i, end))
                    yield return TextEdit.Replace(i, end - i, "——", Rule.Name);
                i = end - 1;
            }
        }
    }

    private static bool IsProse(string text, int start, int end) =>
        end < text.Length && (Glyphs.IsWide(text[end]) || (char.IsAsciiDigit(text[end]) && (start == 0 || text[start - 1] == '\n')))
        && (start == 0 || text[start - 1] == '\n' || Glyphs.IsWide(text[start - 1]));
}
