namespace ReportArchive.Text.Rules;

/// <summary>Runs of Latin text and numbers within Chinese prose.</summary>
internal static class LatinRuns
{
    /// <summary>End of the web or mail address that begins at <paramref name="at"/>; <paramref name="at"/> itself where none does.</summary>
    public static int AddressEnd(string text, int at)
    {
        if (!char.IsAsciiLetterOrDigit(text[at]) || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])))
            return at;
        var end = at;
        while (end < text.Length && end - at < 2048 && text[end] is > ' ' and < '\u007F')
            end++;
        var run = text.AsSpan(at, end - at);
        var isAddress = run.Contains("://", StringComparison.Ordinal) || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || IsMail(run);
        while (isAddress && end > at && text[end - 1] is ',' or '.' or ';' or ')' or ':' or '!')
            end--;
        return isAddress ? end : at;
    }

    /// <summary>Whether the stop at <paramref name="at"/> follows a list number (1.) at the beginning of a line or sentence, or a number of a table or figure.</summary>
    public static bool IsNumbering(string text, int at)
    {
        var digits = DigitsBefore(text, at);
        if (digits is 0 or > 3)
            return false;
        var before = at - digits - 1;
        return before < 0 || text[before] is '\n' or ' ' or '。' or '！' or '？' or '；' or '：' or ':' or ';' or '”' or '.' or '）' or ')' or '表' or '图' or '件' or '注' or '栏';
    }

    /// <summary>Whether the stop at <paramref name="at"/> follows a section number in Chinese digits (一.) at the beginning of a line or sentence.</summary>
    public static bool IsHanNumbering(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < 3 && Glyphs.IsHanDigit(text[start - 1]))
            start--;
        return start < at && (start == 0 || text[start - 1] is '\n' or ' ' or '。' or '！' or '；' or '：');
    }

    /// <summary>Number of digits that end before <paramref name="at"/>.</summary>
    public static int DigitsBefore(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;
        return at - start;
    }

    /// <summary>Number of digits that begin after <paramref name="at"/>.</summary>
    public static int DigitsAfter(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - at - 1;
    }

    /// <summary>Start of the run of Latin letters, digits and signs of numbers that ends before <paramref name="at"/>.</summary>
    public static int TokenStart(string text, int at)
    {
        while (at > 0 && IsToken(text[at - 1]))
            at--;
        return at;
    }

    /// <summary>End of the run of Latin letters, digits and signs of numbers that begins at <paramref name="at"/>.</summary>
    public static int TokenEnd(string text, int at)
    {
        while (at < text.Length && IsToken(text[at]))
            at++;
        return at;
    }

    private static bool IsToken(char c) => char.IsAsciiLetterOrDigit(c) || c is '%' or '.' or '+' or '-' or '/' or ')' or '(' or ',' or ';' or '"';

    private static bool IsMail(ReadOnlySpan<char> run)
    {
        var at = run.IndexOf('@');
        return at > 0 && run[at..].Contains('.');
    }
}
