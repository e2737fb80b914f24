using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>
/// Backslashes before what CommonMark (0.31) would read as markup, so that a block parses back to exactly its text.
/// Within a line: \ ` * _ [ ] &lt; &amp; and |; at its beginning: #, &gt;, ~, +, - and the stop or bracket of a list number
/// where a space or the end follows; at the end of a heading: #.
/// </summary>
internal static class MarkdownEscape
{
    private const string Rule = "markdown";
    private const string Anywhere = "\\`*_[]<&|";

    /// <summary>The backslashes one block needs.</summary>
    public static IEnumerable<TextEdit> Edits(string text, TextRange range)
    {
        var start = Start(text, range);
        for (var i = range.Start; i < range.End; i++)
        {
            if (i == start || Anywhere.Contains(text[i], StringComparison.Ordinal) || (text[i] == '#' && IsTail(text, i, range.End)))
                yield return TextEdit.Insert(i, "\\", Rule);
        }
    }

    /// <summary>The mark at the beginning that needs one; -1 for none.</summary>
    private static int Start(string text, TextRange range)
    {
        if (range.Length == 0)
            return -1;
        var first = text[range.Start];
        if (first is '#' or '>' or '~' or '+' or '-' or '=')
            return range.Start;
        var at = range.Start;
        while (at < range.End && char.IsAsciiDigit(text[at]))
            at++;
        var isNumber = at > range.Start && at < range.End && text[at] is '.' or ')' && (at + 1 == range.End || text[at + 1] == ' ');
        return isNumber ? at : -1;
    }

    private static bool IsTail(string text, int at, int end)
    {
        while (at < end && text[at] == '#')
            at++;
        return at == end;
    }
}
