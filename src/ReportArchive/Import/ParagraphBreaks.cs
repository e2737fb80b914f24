using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>
/// Breaks text that lost its line ends where its paragraphs most likely began. Headings without number are cut out first;
/// then, of all ways to divide a run of sentences, the likeliest is taken (Viterbi): what a sentence says, how long the
/// paragraphs get and how they begin each have their weight.
/// </summary>
internal static class ParagraphBreaks
{
    /// <summary>Log odds added to every break: found to give the best F1 on reports left out of the fit.</summary>
    private const double Bias = 0.5;

    private const int LongestParagraph = 1300;
    private const double LeastOdds = 0.001;

    /// <summary>The paragraphs and headings of a glued run.</summary>
    /// <param name="text">The text.</param>
    /// <param name="range">The run.</param>
    /// <param name="style">How the heading above it is set.</param>
    /// <param name="great">The headings without number in it, in order, and whether each heads a great part.</param>
    public static List<Draft> Cut(string text, TextRange range, string style, IEnumerable<(TextRange Range, bool IsGreat)> great)
    {
        var drafts = new List<Draft>();
        var start = range.Start;
        foreach (var (heading, isGreat) in great)
        {
            drafts.AddRange(Paragraphs(text, start, heading.Start, style));
            drafts.Add(new Draft(heading, IsHeading: true, NumberStyle.None, IsGlued: true, isGreat));
            (start, style) = (heading.End, "plain");
        }
        drafts.AddRange(Paragraphs(text, start, range.End, style));
        return drafts;
    }

    private static IEnumerable<Draft> Paragraphs(string text, int start, int end, string style)
    {
        if (start == end)
            yield break;
        var run = new SentenceRun(text, new TextRange(start, end - start));
        var from = 0;
        foreach (var to in Divide(run, new ParagraphScores(run, style), SettledBreaks.Of(run, style)).Append(run.Sentences.Count))
        {
            yield return new Draft(new TextRange(start + run.Position(from), run.Position(to) - run.Position(from)), IsHeading: false, NumberStyle.None, IsGlued: true);
            from = to;
        }
    }

    /// <summary>The sentences that begin paragraphs in the likeliest division, the first one left out.</summary>
    private static List<int> Divide(SentenceRun run, ParagraphScores scores, bool?[] settled)
    {
        var count = run.Sentences.Count;
        var best = Enumerable.Repeat(double.NegativeInfinity, count + 1).ToArray();
        var before = new int[count + 1];
        best[0] = 0;
        for (var start = 0; start < count; start++)
            Extend(run, scores, settled, start, best, before);
        var breaks = new List<int>();
        for (var at = before[count]; at > 0; at = before[at])
            breaks.Add(at);
        breaks.Reverse();
        return breaks;
    }

    /// <summary>Tries every end of the paragraph that begins with a sentence.</summary>
    private static void Extend(SentenceRun run, ParagraphScores scores, bool?[] settled, int start, double[] best, int[] before)
    {
        var sum = best[start];
        for (var end = start + 1; end <= run.Sentences.Count; end++)
        {
            var isLast = end == run.Sentences.Count;
            var odds = isLast ? 1 : settled[end] switch { true => 1 - LeastOdds, false => LeastOdds, null => Probability(scores.At(start, end) + Bias) };
            if (sum + Math.Log(odds) > best[end])
                (best[end], before[end]) = (sum + Math.Log(odds), start);
            if (isLast || settled[end] is true || (end > start + 1 && run.Position(end) - run.Position(start) > LongestParagraph))
                return;
            sum += Math.Log(1 - odds);
        }
    }

    private static double Probability(double logOdds) => Math.Clamp(1 / (1 + Math.Exp(-logOdds)), LeastOdds, 1 - LeastOdds);
}
