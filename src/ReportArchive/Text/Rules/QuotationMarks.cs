namespace ReportArchive.Text.Rules;

/// <summary>
/// Double and single quotation marks. Straight marks and the prime marks 〝〞 of old fonts take the shape their place in
/// the paragraph asks for: the first opens, the next closes. Marks that pair already are left as they are, nested ones
/// too; where a paragraph's marks do not pair, their shapes are dealt out anew if their number is even.
/// </summary>
public static class QuotationMarks
{
    private const string DoubleMarks = "\"＂“”〝〞〟„‟";
    private const string SingleMarks = "'＇‘’";

    /// <summary>The rule.</summary>
    public static TextRule Rule { get; } = new(
        "quotation", "quotation marks come in pairs of “ and ”", Find);

    private static List<TextEdit> Find(string text)
    {
        var edits = new List<TextEdit>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            edits.AddRange(FindIn(text, start, end, DoubleMarks, "“”"));
            edits.AddRange(FindIn(text, start, end, SingleMarks, "‘’"));
            start = end + 1;
        }
        edits.Sort(static (a, b) => a.Range.Start.CompareTo(b.Range.Start));
        return edits;
    }

    private static IEnumerable<TextEdit> FindIn(string text, int start, int end, string marks, string pair)
    {
        var places = new List<int>();
        for (var i = start; i < end; i++)
        {
            if (marks.Contains(text[i], StringComparison.Ordinal) && !IsApostrophe(text, i))
                places.Add(i);
        }
        if (places.Count == 0 || IsPaired(text, places, pair))
            return [];
        return places.Count % 2 == 0
            ? places.Select((at, n) => TextEdit.Replace(at, 1, pair[n % 2].ToString(), Rule.Name))
            : places.Where(at => !pair.Contains(text[at], StringComparison.Ordinal)).Select(at => TextEdit.Replace(at, 1, Guess(text, at, pair), Rule.Name));
    }

    /// <summary>The mark within don't and 5'30, and the prime after a Latin word.</summary>
    private static bool IsApostrophe(string text, int at) =>
        text[at] is '\'' or '’' && at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])
        && (at + 1 == text.Length || char.IsAsciiLetterOrDigit(text[at + 1]) || text[at] == '\'');

    private static bool IsPaired(string text, List<int> places, string pair)
    {
        var depth = 0;
        foreach (var at in places)
        {
            if (text[at] == pair[0])
                depth++;
            else if (text[at] == pair[1])
                depth--;
            else
                return false;
            if (depth is < 0 or > 2)
                return false;
        }
        return depth == 0;
    }

    /// <summary>With an odd number of marks only the neighbours can tell: a mark after punctuation or at the beginning opens.</summary>
    private static string Guess(string text, int at, string pair)
    {
        var opens = at == 0 || text[at - 1] is '\n' or '，' or '、' or '。' or '：' or '；' or '（' or '(' or ':' or ',' or '！' or '？';
        return pair[opens ? 0 : 1].ToString();
    }
}
