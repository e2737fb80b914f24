using ReportArchive.Text;
using ReportArchive.Text.Rules;

namespace ReportArchive.Import;

/// <summary>Decides which lines of a report are one paragraph that the page broke.</summary>
internal static class LineJoin
{
    private const int LongestHeading = 60;
    private const string NoStarters = "，。、；：！？”’》）】…,.;:!?)";
    private const string NoEnders = "，、《“‘（【,(";

    /// <summary>Puts together the lines of each paragraph.</summary>
    /// <param name="text">The dump.</param>
    /// <param name="lines">Lines of the segment. Marks of pages may stand within a paragraph, other furniture only where pages broke the lines, for there a line cannot be judged by itself.</param>
    /// <param name="wraps">How the page broke its lines.</param>
    public static List<RawParagraph> Paragraphs(string text, List<JudgedLine> lines, WrapWidth wraps)
    {
        var paragraphs = new List<RawParagraph>();
        var open = new List<RawLine>();
        var isNewPage = false;
        foreach (var (line, role) in lines)
        {
            if (role == LineRole.PageMark)
            {
                isNewPage = true;
                continue;
            }
            var isFurniture = role == LineRole.Furniture && (wraps.Columns == 0 || !GoesOn(text, open, wraps));
            if (open.Count > 0 && (isFurniture || !IsBroken(text, open[^1], line, wraps, isNewPage, open.Sum(static part => part.Range.Length))))
            {
                paragraphs.Add(RawParagraph.Of(text, open));
                open = [];
            }
            if (isFurniture)
                paragraphs.Add(RawParagraph.Of(text, [line]) with { IsFurniture = true });
            else
                open.Add(line);
            isNewPage = false;
        }
        if (open.Count > 0)
            paragraphs.Add(RawParagraph.Of(text, open));
        return paragraphs;
    }

    /// <summary>Whether the open paragraph goes on for certain: its last line is full and ends no sentence.</summary>
    private static bool GoesOn(string text, List<RawLine> open, WrapWidth wraps) =>
        open.Count > 0 && wraps.IsFull(text, open[^1]) && !Glyphs.Enders.Contains(text[open[^1].Range.End - 1], StringComparison.Ordinal);

    /// <summary>What stands between two lines of one paragraph: nothing, or a space between Latin words.</summary>
    public static string Within(string text, RawLine before, RawLine after) =>
        char.IsAsciiLetter(text[before.Range.End - 1]) && char.IsAsciiLetter(text[after.Range.Start]) ? " " : "";

    private static bool IsRow(string text, RawLine line) => line.Range.Length > 2 && text[line.Range.Start] == '|' && text[line.Range.End - 1] == '|';

    private static bool IsBroken(string text, RawLine before, RawLine after, WrapWidth wraps, bool isNewPage, int length)
    {
        if (after.Joined || IsRow(text, before) || IsRow(text, after))
            return false;
        var (last, first) = (text[before.Range.End - 1], text[after.Range.Start]);
        if (NoEnders.Contains(last, StringComparison.Ordinal) || (NoStarters.Contains(first, StringComparison.Ordinal) && (!Glyphs.Enders.Contains(last, StringComparison.Ordinal) || Closes(text, before, first))))
            return true;
        return wraps.Columns > 0 ? IsWrapped(text, before, after, wraps, isNewPage) : IsFragment(text, before, after, length) || (isNewPage && IsCut(text, before, after));
    }

    /// <summary>Whether a closing mark has its opening one in a line.</summary>
    private static bool Closes(string text, RawLine line, char closing)
    {
        var opening = closing switch { '”' => '“', '’' => '‘', '》' => '《', '）' => '（', ')' => '(', '】' => '【', _ => '\0' };
        var words = line.Range.Of(text);
        return opening != '\0' && words.Count(opening) > words.Count(closing);
    }

    private static bool IsWrapped(string text, RawLine before, RawLine after, WrapWidth wraps, bool isNewPage)
    {
        if (!wraps.IsFull(text, before))
            return false;
        if (wraps.IsIndented)
            return after.Indent < 1;
        var last = text[before.Range.End - 1];
        var isOpen = !Glyphs.Enders.Contains(last, StringComparison.Ordinal) && last is not ('：' or ':' or '；' or '”' or '.' or '!');
        // The blank lines around the head of a page are the page's.
        if (after.AfterBlank && isNewPage)
            return isOpen && !IsStart(text, after);
        return !after.AfterBlank && (isOpen || (!IsStart(text, after) && wraps.IsToEdge(text, before)));
    }

    /// <summary>A piece of a line that a bold or raised run cut off: nothing but digits and letters, or what follows such a piece.</summary>
    private static bool IsFragment(string text, RawLine before, RawLine after, int length)
    {
        var last = text[before.Range.End - 1];
        if (after.Indent >= 1 || after.AfterBlank || Glyphs.Enders.Contains(last, StringComparison.Ordinal) || last is '：' or ':' or '；')
            return false;
        return ((char.IsAsciiLetter(last) || (char.IsAsciiDigit(last) && length > 20)) && !IsStart(text, after) && !IsHeading(text, before))
            || (IsLatin(after.Range.Of(text)) && !IsHeading(text, before) && length > 20);
    }

    /// <summary>Whether a page ended within a paragraph: what stands before the page's number is prose without an end.</summary>
    private static bool IsCut(string text, RawLine before, RawLine after) =>
        before.Range.Length > LongestHeading && after.Indent < 1 && !IsStart(text, after)
        && !Glyphs.Enders.Contains(text[before.Range.End - 1], StringComparison.Ordinal) && text[before.Range.End - 1] is not ('：' or ':' or '；' or '”' or '.' or '!');

    private static bool IsHeading(string text, RawLine line) => Head(text, line) is { } head && Enumerator.Read(head, 0) is not null && line.Range.Length <= LongestHeading;

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

/// <summary>What a line of a dump is by itself.</summary>
internal enum LineRole
{
    /// <summary>Text of the report, or what may be.</summary>
    Text,

    /// <summary>A number, head or title of a page, which may stand within a paragraph.</summary>
    PageMark,

    /// <summary>Furniture of a site.</summary>
    Furniture,
}

/// <summary>A line and its role.</summary>
internal readonly record struct JudgedLine(RawLine Line, LineRole Role);
