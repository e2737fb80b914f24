using System.Buffers;
using System.Text.RegularExpressions;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>
/// Finds the headings of a report's great parts that carry no number and stand in glued text: …再上新台阶。2023年重点工作|今年是….
/// Every sentence may begin with one. What speaks for it is where <see cref="HeadingSplit"/> would end it, its form (a period
/// and a generic noun, the building of the government), and that the sentence after it opens as great parts do. How much must speak for
/// it depends on the numbers: where the outermost list of a report begins anew, a great part must have begun before it, and
/// the likeliest place is taken; where the great parts are numbered, one without number must be beyond doubt. (The figures were set
/// by what 117 such headings of 31 provincial reports of 2026 and 38 of this archive's own come to, and by the likeliest sentences that are none: 9.)
/// </summary>
internal static partial class GreatHeadings
{
    /// <summary>What must speak for a heading in a report that numbers other great parts.</summary>
    private const double BeyondDoubt = 10.2;

    /// <summary>The same in a report without numbered great parts.</summary>
    private const double Likely = 8.5;

    /// <summary>The same where the numbers show that there is one.</summary>
    private const double Possible = 3.5;

    /// <summary>What the form of a heading and the text after it can speak for it at most.</summary>
    private const double MostOfForm = 5;

    private const int ShortestHeading = 4;
    private const int LongestHeading = 46;
    private const int LeastNumbered = 2;

    /// <summary>What headings of great parts end with; others are told by the sentence after them alone.</summary>
    private static readonly SearchValues<char> Last = SearchValues.Create("顾结排务标作点求虑措就效绩况署算路议设力平能新化府明");
    private static readonly SearchValues<char> First = SearchValues.Create("即刚过一五今各（同面新习根为党展“12我");

    private readonly record struct Candidate(int Chunk, TextRange Range, double Score, bool IsGreat);

    /// <summary>
    /// The headings within each chunk, its own left out, in order; each with whether it heads a great part. One that no list asks for and that has not
    /// the form of those heads what lies in a great part.
    /// </summary>
    /// <param name="text">Normalised text.</param>
    /// <param name="chunks">Its chunks.</param>
    /// <param name="headings">Length of each chunk's own heading; 0 for none.</param>
    /// <param name="split">Knows where headings end.</param>
    public static ILookup<int, (TextRange Range, bool IsGreat)> Find(string text, List<Chunk> chunks, int[] headings, HeadingSplit split)
    {
        var candidates = new List<Candidate>();
        for (var i = 0; i < chunks.Count; i++)
        {
            if (chunks[i].IsGlued)
                candidates.AddRange(In(text, chunks, i, headings[i], split));
        }
        var gaps = Gaps(chunks);
        var isNumbered = gaps.Count == 0 && chunks.Count(static chunk => chunk.Part is { Number.Style: <= NumberStyle.Han }) >= LeastNumbered;
        var least = isNumbered ? BeyondDoubt : Likely;
        return candidates.Where(candidate => candidate.Score >= least)
            .Concat(Needed(gaps, candidates, least))
            .OrderBy(static candidate => candidate.Range.Start)
            .ToLookup(static candidate => candidate.Chunk, static candidate => (candidate.Range, candidate.IsGreat));
    }

    /// <summary>The likeliest candidate of each gap that no heading beyond doubt fills.</summary>
    private static IEnumerable<Candidate> Needed(List<TextRange> gaps, List<Candidate> candidates, double least)
    {
        var next = 0;
        foreach (var gap in gaps)
        {
            while (next < candidates.Count && candidates[next].Range.Start < gap.Start)
                next++;
            Candidate? best = null;
            for (; next < candidates.Count && candidates[next].Range.Start < gap.End; next++)
                best = candidates[next].Score > (best?.Score ?? Possible) ? candidates[next] : best;
            if (best is { } likeliest && likeliest.Score < least)
                yield return likeliest with { IsGreat = true };
        }
    }

    /// <summary>Where a great part must begin: between the last member of an outermost list and the first of the next, and before the first list.</summary>
    private static List<TextRange> Gaps(List<Chunk> chunks)
    {
        var outermost = chunks.Where(static chunk => chunk.Part is { Number.Style: > NumberStyle.None and <= NumberStyle.BracketedHan }).Select(static chunk => chunk.Part!.Number.Style).DefaultIfEmpty().Min();
        var gaps = new List<TextRange>();
        var start = 0;
        foreach (var chunk in chunks.Where(chunk => chunk.Part is { } part && part.Number.Style == outermost))
        {
            if (chunk.Part!.Number.Number == 1)
                gaps.Add(new TextRange(start, chunk.Range.Start - start));
            start = chunk.Range.Start;
        }
        return gaps.Count < 2 ? [] : gaps;
    }

    /// <summary>The likeliest heading at each sentence of a chunk but its own heading.</summary>
    private static IEnumerable<Candidate> In(string text, List<Chunk> chunks, int chunk, int heading, HeadingSplit split)
    {
        var range = chunks[chunk].Range;
        var opensList = chunk + 1 < chunks.Count && chunks[chunk + 1].Part is { Number.Number: 1 };
        if (range.Length == heading)
            yield break;
        foreach (var sentence in new SentenceRun(text, new TextRange(range.Start + heading, range.Length - heading)).Sentences)
        {
            var ends = split.Candidates(sentence.Start, sentence.End, at => Last.Contains(text[at - 1]) || IsOpening(text.AsSpan(at)));
            if (opensList && sentence.End == range.End && sentence.Length is >= ShortestHeading and <= LongestHeading && !Glyphs.Enders.Contains(text[sentence.End - 1], StringComparison.Ordinal))
                ends.Add(split.At(sentence.Start, sentence.End));
            if (Best(text, chunk, sentence.Start, ends) is { } best)
                yield return best;
        }
    }

    /// <summary>The likeliest of the places where a heading may end; none where none can come to anything, whatever its form.</summary>
    private static Candidate? Best(string text, int chunk, int start, List<HeadingEnd> ends)
    {
        Candidate? best = null;
        foreach (var end in ends)
        {
            if (end.Score + MostOfForm <= (best?.Score ?? Possible))
                continue;
            var score = end.Score + Form(text.AsSpan(start, end.Length), text.AsSpan(end.At));
            if (score > (best?.Score ?? Possible))
                best = new Candidate(chunk, new TextRange(start, end.Length), score, HasForm(text.AsSpan(start, end.Length)));
        }
        return best;
    }

    /// <summary>What its form and the beginning of the text after it say for a heading.</summary>
    private static double Form(ReadOnlySpan<char> heading, ReadOnlySpan<char> after)
    {
        var score = HasForm(heading) ? 3 : 0.0;
        score += IsOpening(after) ? 2 : 0;
        score -= after.Length > 0 && char.IsAsciiDigit(after[0]) && !Year().IsMatch(after[..Math.Min(after.Length, 5)]) ? 4 : 0;
        return score - (Address().IsMatch(heading) ? 4 : 0) - (Continuation().IsMatch(after[..Math.Min(after.Length, 3)]) ? 6 : 0);
    }

    private static bool HasForm(ReadOnlySpan<char> heading) => Great().IsMatch(heading) || Government().IsMatch(heading);

    private static bool IsOpening(ReadOnlySpan<char> text) => text.Length > 0 && First.Contains(text[0]) && Opening().IsMatch(text[..Math.Min(text.Length, 16)]);

    [GeneratedRegex("^(关于)?((“[一二三四五六七八九十]+五”|(19|20)[0-9]{2}年|过去(的)?[一二三四五]年|(今|未)来?后?[一二三四五]?年|本届政府|五年来|一年来)[^，。；：是]{0,36}(回顾|总结|安排|任务|目标|工作|重点|要求|考虑|举措|成就|成效|成绩|情况|部署|打算|思路|建议)|(政府)?(工作(回顾|总结|安排|任务|重点|打算)|重点工作|主要任务|主要目标|目标任务|总体要求))(和(总体要求|目标任务|重点工作|主要目标|主要任务|工作重点|工作安排))?$", Patterns.Options, Patterns.Patience)]
    private static partial Regex Great();

    [GeneratedRegex("(政府[^，。；]{0,14}(建设|能力|水平|效能|创新|现代化)|自身建设|(服务型|满意的|法治|廉洁)[^，。]{0,6}政府)$", Patterns.Options, Patterns.Patience)]
    private static partial Regex Government();

    [GeneratedRegex("^((即将|刚刚)?过去|一年来|五年来|今年(是|，|的?政府工作|全)|各位代表|一是|一、|（一）|同志们|面对|新(征程|时代|形势|使命|任务|起点)|习近平总书记|根据|为(了|实现|深入|全面)|党的|展望|“[一二三四五六七八九十]+五”时期|(19|20)[0-9]{2}年(，|是|在|极)|我们)", Patterns.Options, Patterns.Patience)]
    private static partial Regex Opening();

    [GeneratedRegex("^(19|20)[0-9]{2}年", Patterns.Options, Patterns.Patience)]
    private static partial Regex Year();

    // What a heading does not end before: the rest of its own sentence.
    [GeneratedRegex("^(是|的|等|作为|为(?![了实深全])|回顾(?![过这五一])|名词)", Patterns.Options, Patterns.Patience)]
    private static partial Regex Continuation();

    [GeneratedRegex("^(各位代表|同志们|——|[一二三四五六七八九十]是|今年，|当前，|只有|必须|始终|我们|要)|[：:]|提出|提请|政协提案", Patterns.Options, Patterns.Patience)]
    private static partial Regex Address();
}
