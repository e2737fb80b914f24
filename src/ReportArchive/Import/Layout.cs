using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>The paragraphs a dump's lines make.</summary>
/// <param name="Edits">The edits that leave nothing of the text but its paragraphs, each on a line.</param>
/// <param name="Glued">For each of these lines whether several paragraphs were run together in it.</param>
internal sealed record Layout(List<TextEdit> Edits, List<bool> Glued)
{
    /// <summary>
    /// Turns the kept paragraphs of a dump into lines. Their own lines are joined; everything between two of them goes.
    /// </summary>
    /// <param name="text">The text of the segment.</param>
    /// <param name="paragraphs">The paragraphs to keep.</param>
    /// <param name="start">What to subtract from their offsets: where the segment begins in the dump.</param>
    public static Layout Of(string text, List<RawParagraph> paragraphs, int start)
    {
        var layout = new Layout(new List<TextEdit>(paragraphs.Count * 2), new List<bool>(paragraphs.Count));
        var at = 0;
        foreach (var paragraph in paragraphs)
        {
            layout.Glued.Add(paragraph.Lines.Exists(static line => line.IsGlued));
            RawLine? before = null;
            foreach (var line in paragraph.Lines.Select(line => line with { Range = line.Range with { Start = line.Range.Start - start } }))
            {
                var between = before is not null ? LineJoin.Within(text, before, line) : at == 0 ? "" : "\n";
                layout.Edits.Add(TextEdit.Replace(at, line.Range.Start - at, between, Rule(text, at, line.Range.Start)));
                at = line.Range.End;
                before = line;
            }
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
