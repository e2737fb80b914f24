using ReportArchive.Text;
using ReportArchive.Text.Rules;

namespace ReportArchive.Import;

/// <summary>Decides what stands between two lines of a report: a new paragraph, or nothing because the page broke one.</summary>
internal static class LineJoin
{
    private const string NoStarters = "，。、；：！？”’》）】…,.;:!?)";
    private const string NoEnders = "，、《“‘（【,(";

    /// <summary>A line feed between paragraphs; nothing, or a space between Latin words, within one.</summary>
    public static string Between(string text, RawLine before, RawLine after, WrapWidth wraps)
    {
        if (IsRow(text, before) || IsRow(text, after))
            return "\n";
        if (!IsBroken(text, before, after, wraps))
            return "\n";
        return char.IsAsciiLetter(text[before.Range.End - 1]) && char.IsAsciiLetter(text[after.Range.Start]) ? " " : "";
    }

    private static bool IsRow(string text, RawLine line) => line.Range.Length > 2 && text[line.Range.Start] == '|' && text[line.Range.End - 1] == '|';

    private static bool IsBroken(string text, RawLine before, RawLine after, WrapWidth wraps)
    {
        if (after.Joined)
            return false;
        var (last, first) = (text[before.Range.End - 1], text[after.Range.Start]);
        if (NoStarters.Contains(first, StringComparison.Ordinal) || NoEnders.Contains(last, StringComparison.Ordinal))
            return true;
        return wraps.Columns > 0 ? IsWrapped(text, before, after, wraps) : IsFragment(text, before, after);
    }

    private static bool IsWrapped(string text, RawLine before, RawLine after, WrapWidth wraps)
    {
        var width = WrapWidth.Of(before.Range.Of(text)) + (int)(before.Indent * 2);
        if (width < wraps.Columns * 0.85 || IsStart(text, after))
            return false;
        if (wraps.IsIndented)
            return after.Indent < 1;
        return !after.AfterBlank && !(text[before.Range.End - 1] is '。' or '！' or '？' && width < wraps.Columns - 4);
    }

    /// <summary>A piece of a line that a bold or raised run cut off: nothing but digits and letters, or what follows such a piece.</summary>
    private static bool IsFragment(string text, RawLine before, RawLine after)
    {
        var last = text[before.Range.End - 1];
        if (after.Indent >= 1 || after.AfterBlank || Glyphs.Enders.Contains(last, StringComparison.Ordinal) || last is '：' or ':' or '；')
            return false;
        return (char.IsAsciiLetterOrDigit(last) && !IsStart(text, after) && !IsHeading(text, before))
            || (IsLatin(after.Range.Of(text)) && !IsHeading(text, before) && before.Range.Length > 20);
    }

    private static bool IsHeading(string text, RawLine line) => Head(text, line) is { } head && Enumerator.Read(head, 0) is not null && line.Range.Length <= 60;

    private static bool IsLatin(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '%' or '+' or '-'))
                return false;
        }
        return true;
    }

    private static bool IsStart(string text, RawLine line) =>
        Enumerator.Read(Head(text, line), 0) is not null || Head(text, line).StartsWith("各位代表", StringComparison.Ordinal) || Head(text, line).StartsWith("——", StringComparison.Ordinal);

    private static string Head(string text, RawLine line) =>
        TextRules.Normalise(CompactText.Of(line.Range.Of(text)[..Math.Min(line.Range.Length, 16)]));
}
