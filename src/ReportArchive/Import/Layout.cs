using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>The paragraphs a dump's lines make.</summary>
/// <param name="Edits">The edits that leave nothing of the text but its paragraphs, each on a line.</param>
/// <param name="Glued">For each of these lines whether several paragraphs were run together in it.</param>
internal sealed record Layout(List<TextEdit> Edits, List<bool> Glued)
{
    /// <summary>
    /// Turns the kept lines of a dump into paragraphs. Lines that the page broke (at a fixed width, or where a word was
    /// bold) are joined; everything between two kept lines goes.
    /// </summary>
    public static Layout Of(string text, List<RawLine> lines)
    {
        var wraps = WrapWidth.Measure(text, lines);
        var layout = new Layout(new List<TextEdit>(lines.Count + 1), new List<bool>(lines.Count));
        var at = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var range = lines[i].Range;
            var between = i == 0 ? "" : LineJoin.Between(text, lines[i - 1], lines[i], wraps);
            layout.Edits.Add(TextEdit.Replace(at, range.Start - at, between, Rule(text, at, range.Start)));
            if (i == 0 || between == "\n")
                layout.Glued.Add(lines[i].IsGlued);
            at = range.End;
        }
        layout.Edits.Add(TextEdit.Delete(at, text.Length - at, Rule(text, at, text.Length)));
        return layout;
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
