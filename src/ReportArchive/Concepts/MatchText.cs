using ReportArchive.Text;

namespace ReportArchive.Concepts;

/// <summary>
/// The letters of a text that matching looks at. Quotation marks and white space do not hide a concept
/// (“四新”经济 is 四新经济; a line may break inside a name), so they are left out, and each remaining UTF-16 unit
/// remembers where it stood.
/// </summary>
public static class MatchText
{
    /// <summary>Whether matching passes over a character.</summary>
    public static bool IsIgnored(char c) =>
        c is '“' or '”' or '‘' or '’' or '"' or '「' or '」' or '『' or '』' or '\u3000' || char.IsWhiteSpace(c);

    /// <summary>Copies what matching looks at, ASCII letters lower-cased and full-width ones narrowed.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="letters">Receives the letters; at least as long as <paramref name="text"/>.</param>
    /// <param name="offsets">Receives, for each letter, its offset in <paramref name="text"/>.</param>
    /// <returns>Number of letters.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> letters, Span<int> offsets)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // Nearly all are Chinese characters, which stand for themselves.
            var c = text[i];
            if (c is < '\u3400' or > '\u9FFF')
            {
                if (IsIgnored(c))
                    continue;
                c = Width.Fold(c);
            }
            letters[count] = c;
            offsets[count++] = i;
        }
        return count;
    }

    /// <summary>The letters of a short text alone.</summary>
    public static string Fold(string text) =>
        string.Concat(text.Where(static c => !IsIgnored(c)).Select(Width.Fold));

    /// <summary>
    /// Widens a match by the quotation mark before it when its partner stands inside, and by the one after it likewise,
    /// so that a mark on the page never splits a pair.
    /// </summary>
    public static TextRange Balance(string text, TextRange match)
    {
        var open = 0;
        var closesBefore = false;
        foreach (var c in match.Of(text))
        {
            if (c == '“')
                open++;
            else if (c == '”' && open > 0)
                open--;
            else if (c == '”')
                closesBefore = true;
        }
        var start = closesBefore && match.Start > 0 && text[match.Start - 1] == '“' ? match.Start - 1 : match.Start;
        var end = open > 0 && match.End < text.Length && text[match.End] == '”' ? match.End + 1 : match.End;
        return new TextRange(start, end - start);
    }
}
