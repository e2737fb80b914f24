using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>
/// Decides which numbered parts have a heading and where it ends. A heading on its own line is one as it stands. A
/// run-in heading, a short first sentence that the text follows (（一）以融合为导向，…加压奋进。以开放思维…), becomes a heading of
/// its own, with its full stop, where all parts of its list are set so or have headings of their own lines: readers then find them in the table
/// of contents, and reports that set the same thing differently can be compared. Where one part of a list has no such
/// sentence, the list is a list of paragraphs and stays one. A heading glued to its text ends where <see cref="HeadingSplit"/> says.
/// </summary>
internal static class HeadingShapes
{
    private const int LongestBlock = 60;
    private const int LongestRunIn = 52;

    /// <summary>Mean length of the parts from which on they are sections and not items.</summary>
    private const int LeastSection = 150;

    /// <summary>Score from which on a glued heading is taken; below it a part has no heading.</summary>
    private const double LeastScore = 0;

    /// <summary>The same where the other headings of the list show that it has one.</summary>
    private const double LeastFirmScore = -5;

    /// <summary>Mean score from which on the first sentences of a list are headings glued to sentences.</summary>
    private const double GluedScore = 0;

    /// <summary>The same where the dump kept its line ends: there a heading seldom lost its own.</summary>
    private const double GluedScoreOfLines = 4;

    /// <summary>Length of a first sentence that says nothing of which it is: run-in headings are shorter, heading and sentence together longer.</summary>
    private const int UsualSentence = 32;

    /// <summary>So many characters more are worth one of the score.</summary>
    private const double LengthScale = 8;

    private enum Shape
    {
        None,
        Block,
        Sentence,
        RunIn,
        Glued,
    }

    private readonly record struct Reading(Shape Shape, int Length, List<HeadingEnd> Ends, bool IsTerm = false)
    {
        public double Score => Ends.Count == 0 ? double.NegativeInfinity : Ends.Max(static end => end.Score);
    }

    /// <summary>For each chunk the length of its heading, its number included; 0 where it has none.</summary>
    public static int[] Decide(string text, List<Chunk> chunks, HeadingSplit split)
    {
        var readings = chunks.ConvertAll(chunk => Read(text, chunk, split));
        var lengths = new int[chunks.Count];
        var groups = Enumerable.Range(0, chunks.Count)
            .Where(i => chunks[i].Part is { Number.Style: not (NumberStyle.BracketedDigit or NumberStyle.Circled) })
            .GroupBy(i => chunks[i].Part!.List);
        var styles = chunks.Where(static chunk => chunk.Part is not null).ToDictionary(static chunk => chunk.Index, static chunk => chunk.Part!.Number.Style);
        foreach (var group in groups)
            Decide([.. group], chunks, readings, lengths, HeadsSections([.. group], chunks, styles));
        return lengths;
    }

    private static Reading Read(string text, Chunk chunk, HeadingSplit split)
    {
        if (chunk.Part is not { } part)
            return default;
        var length = chunk.Range.Length;
        var sentence = FirstSentence(text, chunk.Range);
        // In glued text what ends with a colon is a heading and the sentence that announces its list.
        if (sentence == length && length <= LongestBlock && !(chunk.IsGlued && text[chunk.Range.End - 1] == '：'))
            return new Reading(Ends(text, chunk.Range.End) ? Shape.Sentence : Shape.Block, length, [], IsTerm: text[chunk.Range.End - 1] == '：');
        var ends = split.Candidates(chunk.Range.Start + part.Number.Length, chunk.Range.End);
        return new Reading(sentence <= LongestRunIn && sentence < length ? Shape.RunIn : Shape.Glued, sentence, ends);
    }

    /// <summary>Whether a list's numbers are such as head sections: 一、 and （一） are; 1. is where it stands right below 一、 and each has a text of its own.</summary>
    private static bool HeadsSections(int[] group, List<Chunk> chunks, Dictionary<int, NumberStyle> styles)
    {
        var part = chunks[group[0]].Part!;
        return part.Number.Style < NumberStyle.Digit
            || (group.Length > 1 && part.Parent >= 0 && styles[part.Parent] <= NumberStyle.Han && group.Average(i => chunks[i].Range.Length) >= LeastSection);
    }

    private static void Decide(int[] group, List<Chunk> chunks, List<Reading> readings, int[] lengths, bool headsSections)
    {
        var style = chunks[group[0]].Part!.Number.Style;
        var isGlued = IsGlued(group, chunks, readings);
        var isSet = group.All(i => readings[i].Shape is Shape.Block or Shape.RunIn or Shape.Sentence);
        var hasText = group.Count(i => HasText(chunks, readings, i, style)) * 2 > group.Length;
        var likeness = Likeness.Of(group, chunks, readings.ConvertAll(static reading => reading.Ends), isGlued);
        foreach (var i in group)
        {
            lengths[i] = readings[i].Shape switch
            {
                Shape.Block => headsSections || (hasText && !readings[i].IsTerm) ? readings[i].Length : 0,
                Shape.Sentence => hasText && isSet ? readings[i].Length : 0,
                Shape.RunIn when !isGlued => isSet && hasText ? readings[i].Length : 0,
                Shape.RunIn or Shape.Glued => headsSections ? GluedLength(chunks[i], readings[i], likeness) : 0,
                _ => 0,
            };
        }
    }

    private static int GluedLength(Chunk chunk, Reading reading, Likeness likeness)
    {
        if (reading.Ends.Count == 0)
            return 0;
        var best = reading.Ends.MaxBy(likeness.Score);
        return likeness.Score(best) >= (likeness.IsFirm ? LeastFirmScore : LeastScore) ? best.At - chunk.Range.Start : 0;
    }

    /// <summary>
    /// Whether the list's headings are glued rather than run in: its first sentences are too long for headings, or most of them fall apart in a place that scores
    /// well, the better the longer they are.
    /// </summary>
    private static bool IsGlued(int[] group, List<Chunk> chunks, List<Reading> readings)
    {
        var runIns = group.Where(i => readings[i].Shape == Shape.RunIn).ToList();
        var others = group.Count(i => readings[i].Shape == Shape.Glued);
        var least = Array.Exists(group, i => chunks[i].IsGlued) ? GluedScore : GluedScoreOfLines;
        return others * 2 > group.Length || (runIns.Count > 0 && runIns.Average(i => readings[i].Score + (readings[i].Length - UsualSentence) / LengthScale) >= least);
    }

    /// <summary>Whether a part has text of its own after its heading.</summary>
    private static bool HasText(List<Chunk> chunks, List<Reading> readings, int i, NumberStyle style) =>
        readings[i].Shape is Shape.RunIn or Shape.Glued
        || (i + 1 < chunks.Count && (chunks[i + 1].Part is null || chunks[i + 1].Part!.Number.Style > style));

    private static int FirstSentence(string text, TextRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (!Glyphs.Enders.Contains(text[i], StringComparison.Ordinal))
                continue;
            while (i + 1 < range.End && Glyphs.Closers.Contains(text[i + 1], StringComparison.Ordinal))
                i++;
            return i + 1 - range.Start;
        }
        return range.Length;
    }

    private static bool Ends(string text, int end) => text[end - 1] is '。' or '！' or '？' or '；' or '，';
}
