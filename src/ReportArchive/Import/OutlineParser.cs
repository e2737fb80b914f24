using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>The structure of a report.</summary>
/// <param name="Blocks">Its blocks in order.</param>
/// <param name="Gaps">Parts whose predecessors are missing in the dump.</param>
internal sealed record Outline(List<DraftBlock> Blocks, List<Part> Gaps);

/// <summary>
/// Finds the structure of a normalised text whose lines are paragraphs, or what a dump left of them:
/// 1. every number that might begin a part, kept where it follows a sequence (<see cref="SequenceFilter"/>);
/// 2. for each part how its heading is set: on its own line, run in, glued to the text, or not at all (<see cref="HeadingShapes"/>);
/// 3. headings without numbers;
/// 4. paragraphs, broken where several were glued (<see cref="ParagraphBreaks"/>);
/// 5. levels by depth: the outermost style a report uses is ##, what lies in it ###, and so on, so that none is skipped.
/// </summary>
internal static class OutlineParser
{
    /// <summary>Parses.</summary>
    /// <param name="text">Normalised text, a paragraph a line.</param>
    /// <param name="glued">For each line whether several paragraphs were run together in it.</param>
    public static Outline Parse(string text, IReadOnlyList<bool> glued)
    {
        var paragraphs = Paragraphs(text, glued);
        var split = new HeadingSplit(text);
        var parts = SequenceFilter.Keep(text, Candidates(text, paragraphs));
        var chunks = Chunks(paragraphs, parts);
        var shapes = HeadingShapes.Decide(text, chunks, split);
        var great = GreatHeadings.Find(text, chunks, shapes, split);
        var drafts = new List<Draft>();
        var style = "top";
        for (var i = 0; i < chunks.Count; i++)
        {
            style = StyleOf(text, chunks[i], shapes[i]) ?? style;
            drafts.AddRange(Cut(text, chunks[i], shapes[i], style, great[i]));
        }
        return new Outline(OutlineLevels.Assign(text, PlainHeadings.Mark(text, drafts)), parts.FindAll(static part => part.Skips > 0 && part.Number.Style <= NumberStyle.BracketedHan));
    }

    private static List<Paragraph> Paragraphs(string text, IReadOnlyList<bool> glued)
    {
        var paragraphs = new List<Paragraph>();
        var line = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
                paragraphs.Add(new Paragraph(start, end, (line < glued.Count && glued[line]) || end - start > LineCutter.LongestParagraph));
            line++;
            start = end + 1;
        }
        return paragraphs;
    }

    private static List<Part> Candidates(string text, List<Paragraph> paragraphs)
    {
        var candidates = new List<Part>();
        foreach (var paragraph in paragraphs)
        {
            for (var at = paragraph.Start; at < paragraph.End; at++)
            {
                if (Enumerator.Read(text, at) is not { } number || IsEnumeration(text, at, number) || !(at == paragraph.Start || paragraph.IsGlued || number.Style <= NumberStyle.BracketedHan))
                    continue;
                candidates.Add(new Part(at, number, IsStart: at == paragraph.Start));
                at += number.Length - 1;
            }
        }
        return candidates;
    }

    /// <summary>一、二、三产业 and 一、二级市场 count things, not parts.</summary>
    private static bool IsEnumeration(string text, int at, Enumerator number) =>
        number.Style == NumberStyle.Han && HanNumber.Read(text, at + number.Length) is { Length: > 0 } next
        && at + number.Length + next.Length < text.Length && text[at + number.Length + next.Length] is '、' or '产' or '级' or '线' or '次' or '类';

    /// <summary>Paragraphs cut where a part begins within them.</summary>
    private static List<Chunk> Chunks(List<Paragraph> paragraphs, List<Part> parts)
    {
        var chunks = new List<Chunk>();
        var next = 0;
        foreach (var paragraph in paragraphs)
        {
            var start = paragraph.Start;
            var index = -1;
            var isGlued = paragraph.IsGlued;
            for (; next < parts.Count && parts[next].At < paragraph.End; next++)
            {
                if (parts[next].At > start)
                    chunks.Add(new Chunk(new TextRange(start, parts[next].At - start), index < 0 ? null : parts[index], index, isGlued));
                isGlued |= parts[next].At > start;
                (start, index) = (parts[next].At, next);
            }
            chunks.Add(new Chunk(new TextRange(start, paragraph.End - start), index < 0 ? null : parts[index], index, isGlued));
        }
        return chunks;
    }

    /// <summary>How a chunk's heading is set; none where it has no heading.</summary>
    private static string? StyleOf(string text, Chunk chunk, int heading)
    {
        if (heading == 0 || chunk.Part is null)
            return null;
        var isRunIn = Glyphs.Enders.Contains(text[chunk.Range.Start + heading - 1], StringComparison.Ordinal);
        return chunk.Part.Number.Style <= NumberStyle.Han ? isRunIn ? "L1run" : "L1" : isRunIn ? "runin" : "block";
    }

    private readonly record struct Paragraph(int Start, int End, bool IsGlued);

    private static IEnumerable<Draft> Cut(string text, Chunk chunk, int heading, string style, IEnumerable<(TextRange Range, bool IsGreat)> great)
    {
        var range = chunk.Range;
        if (heading > 0)
        {
            yield return new Draft(new TextRange(range.Start, heading), IsHeading: true, chunk.Part?.Number.Style ?? NumberStyle.None, chunk.IsGlued);
            range = new TextRange(range.Start + heading, range.Length - heading);
        }
        if (range.Length == 0)
            yield break;
        foreach (var piece in chunk.IsGlued ? ParagraphBreaks.Cut(text, range, style, great) : [new Draft(range, IsHeading: false, NumberStyle.None, IsGlued: false)])
            yield return piece;
    }
}

/// <summary>A run of text that begins with a part's number, or a paragraph without one.</summary>
/// <param name="Range">The run.</param>
/// <param name="Part">The part it begins; none for a paragraph without number.</param>
/// <param name="Index">The part's index among those kept; -1 for none.</param>
/// <param name="IsGlued">Whether it came from a paragraph that several were glued into.</param>
internal sealed record Chunk(TextRange Range, Part? Part, int Index, bool IsGlued);

/// <summary>A block before its level is known.</summary>
/// <param name="Range">Its characters.</param>
/// <param name="IsHeading">Whether it is a heading.</param>
/// <param name="Style">How its heading is numbered.</param>
/// <param name="IsGlued">Whether it came from a paragraph that several were glued into.</param>
/// <param name="IsGreat">Whether it heads one of the great parts, whatever its words are.</param>
internal readonly record struct Draft(TextRange Range, bool IsHeading, NumberStyle Style, bool IsGlued, bool IsGreat = false);
