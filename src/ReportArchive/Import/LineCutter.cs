using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>
/// Gives back lines that a dump ran together: the words a report opens with begin a line of their own, the frame before
/// them too, and where a whole report became one line, the spaces that stand for its old line breaks are breaks again.
/// </summary>
internal static class LineCutter
{
    /// <summary>No paragraph of a report is longer; a line that is longer is several of them.</summary>
    public const int LongestParagraph = 1500;

    private const int LongestHeading = 60;
    private const int LongestNumber = 12;
    private const int LeastGaps = 3;
    private const string BreakMarks = "。！？：；”）";

    /// <summary>The lines of a text, cut where they must be.</summary>
    /// <param name="text">The dump.</param>
    /// <param name="openings">Where its reports open.</param>
    public static List<RawLine> Cut(string text, List<TextRange> openings)
    {
        var lines = new List<RawLine>();
        var next = 0;
        foreach (var line in RawLine.Split(text))
        {
            var rest = line;
            for (; next < openings.Count && openings[next].Start < line.Range.End; next++)
            {
                foreach (var at in Cuts(text, rest, openings[next], isGlued: line.Range.Length > LongestParagraph))
                    rest = Advance(lines, text, rest, at);
            }
            lines.AddRange(AtGaps(text, rest));
        }
        return lines;
    }

    /// <summary>Before the frame of a report that begins within the line, before its opening, and after the salutation where the line is long.</summary>
    private static IEnumerable<int> Cuts(string text, RawLine line, TextRange opening, bool isGlued)
    {
        var frame = FrameStart(text, line, opening.Start);
        if (frame > line.Range.Start)
            yield return frame;
        if (opening.Start > line.Range.Start)
            yield return opening.Start;
        if (isGlued && text[opening.End - 1] is '：' or ':' or '！' or '!')
            yield return opening.End;
    }

    private static int FrameStart(string text, RawLine line, int opening)
    {
        var from = Math.Max(line.Range.Start, opening - 400);
        var ender = text.AsSpan(from, opening - from).LastIndexOfAny("。！？!");
        return ender < 0 ? from == line.Range.Start ? from : opening : from + ender + 1;
    }

    private static RawLine Advance(List<RawLine> lines, string text, RawLine rest, int at)
    {
        var parts = rest.CutAt(text, at).ToList();
        if (parts.Count < 2)
            return rest;
        lines.AddRange(AtGaps(text, parts[0]));
        return parts[1];
    }

    /// <summary>
    /// Cuts an over-long line at the spaces that follow the end of a sentence or of a heading. Where spaces stand before
    /// numbers only, they say nothing of paragraphs, and the pieces are glued still.
    /// </summary>
    private static List<RawLine> AtGaps(string text, RawLine line)
    {
        if (line.Range.Length <= LongestParagraph)
            return [line];
        var lines = new List<RawLine>();
        var rest = line;
        for (var i = line.Range.Start + 1; i < line.Range.End - 1; i++)
        {
            if (!Glyphs.IsSpace(text[i]) || Glyphs.IsSpace(text[i - 1]) || !IsBreak(text, rest.Range.Start, i))
                continue;
            var parts = rest.CutAt(text, i).ToList();
            lines.Add(parts[0]);
            rest = parts[1];
        }
        lines.Add(rest);
        var others = lines.Skip(1).Count(piece => !IsNumbered(text, piece.Range.Start));
        var isGlued = others < LeastGaps || others * 3 < lines.Count - 1;
        return lines.ConvertAll(piece => piece with { IsGlued = isGlued || piece.Range.Length > LongestParagraph });
    }

    private static bool IsBreak(string text, int start, int gap)
    {
        if (IsNumberAlone(text, start, gap))
            return false;
        var before = text[gap - 1];
        if (BreakMarks.Contains(before, StringComparison.Ordinal) || before is ':' or ';' or '!' or '?' or ')' or '"')
            return true;
        return gap - start <= LongestHeading && IsNumbered(text, start);
    }

    /// <summary>第一部分 and （一） are set off from their headings by a space; that is no line break.</summary>
    private static bool IsNumberAlone(string text, int start, int gap)
    {
        if (gap - start > LongestNumber)
            return false;
        var words = CompactText.Of(text.AsSpan(start, gap - start));
        return Enumerator.Read(words, 0) is { } number && number.Length == words.Length;
    }

    private static bool IsNumbered(string text, int start)
    {
        var head = CompactText.Of(text.AsSpan(start, Math.Min(8, text.Length - start)));
        return Enumerator.Read(head, 0) is not null;
    }
}
