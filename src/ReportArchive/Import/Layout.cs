using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>
/// Turns the kept lines of a dump into paragraphs, one a line. Lines that the page broke (at a fixed width, or where a
/// word was bold) are joined; everything between two kept lines goes.
/// </summary>
internal static class Layout
{
    /// <summary>The edits that leave nothing of a segment but its paragraphs, each on a line.</summary>
    /// <param name="text">The dump.</param>
    /// <param name="start">Where the segment begins in it.</param>
    /// <param name="end">Where the segment ends.</param>
    /// <param name="lines">The lines to keep.</param>
    public static IEnumerable<TextEdit> Edits(string text, int start, int end, List<RawLine> lines)
    {
        var wraps = WrapWidth.Measure(text, lines);
        var at = start;
        for (var i = 0; i < lines.Count; i++)
        {
            var range = lines[i].Range;
            var between = i == 0 ? "" : LineJoin.Between(text, lines[i - 1], lines[i], wraps);
            yield return TextEdit.Replace(at, range.Start - at, between, Rule(text, at, range.Start));
            at = range.End;
        }
        yield return TextEdit.Delete(at, end - at, Rule(text, at, end));
    }

    /// <summary>Whether what goes is nothing but spaces and line ends, or lines of the dump.</summary>
    private static string Rule(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Glyphs.IsBare(text[i]) || char.IsPunctuation(text[i]))
                return "boilerplate";
        }
        return "line-breaks";
    }
}
