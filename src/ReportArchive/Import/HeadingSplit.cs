using System.Buffers;
using System.Text.RegularExpressions;

namespace ReportArchive.Import;

/// <summary>
/// Finds where a heading ends that a dump glued to the sentence after it: 一、2018年政府工作回顾｜过去的一年，面对….
/// Every place in the first sentence gets a score: how paragraphs begin and headings end (n-grams), how often the two
/// characters that meet there meet elsewhere (they seldom do across a boundary), how long headings are. The weights were
/// fitted by logistic regression on 558 headings of 70 reports that kept their line breaks (national reports of
/// 1978–2025, provincial ones of 2026, and seeds of this archive); on reports left out of the fit 86 % of the local
/// headings came out exactly.
/// </summary>
internal sealed partial class HeadingSplit
{
    private const int LongestHeading = 46;
    private const int ShortestHeading = 4;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create("，、");
    private static readonly SearchValues<char> PhraseMarks = SearchValues.Create("，、。；：！？“《（");
    private static readonly SearchValues<char> NoEnd = SearchValues.Create("，、；：“《（—·");
    private static readonly SearchValues<char> NoStart = SearchValues.Create("，、；：”》）。—·");
    private static readonly SearchValues<char> WeakEnds = SearchValues.Create("的和与在为了把对以将及从向于而之");
    private static readonly SearchValues<char> WeakStarts = SearchValues.Create("的和与了化性们者率力度量");

    private readonly string _text;
    private readonly CharacterPairs _pairs;

    /// <summary>Prepares for one report.</summary>
    /// <param name="text">The whole report, for how often characters meet in it.</param>
    public HeadingSplit(string text)
    {
        _text = Fold(text);
        _pairs = new CharacterPairs(_text);
    }

    /// <summary>The likeliest place within a run, as an offset of the text, and its score; none where no place can be one.</summary>
    /// <param name="start">Where the heading begins, after its number.</param>
    /// <param name="end">Where its paragraph ends.</param>
    public (int At, double Score)? Best(int start, int end)
    {
        var limit = Math.Min(end, start + LongestHeading);
        var stop = _text.AsSpan(start, limit - start).IndexOfAny("。！？");
        limit = stop < 0 ? limit : start + stop;
        (int At, double Score)? best = null;
        var depth = 0;
        for (var at = start + 1; at < limit; at++)
        {
            depth += _text[at - 1] is '“' or '《' or '（' ? 1 : _text[at - 1] is '”' or '》' or '）' ? -1 : 0;
            if (depth != 0 || at - start < ShortestHeading || !MayBe(at))
                continue;
            var score = Score(start, at);
            if (best is null || score > best.Value.Score)
                best = (at, score);
        }
        return best;
    }

    /// <summary>Whether the text at an offset begins as the first sentence after a heading does.</summary>
    public bool IsOpening(int at) => Opening().IsMatch(_text.AsSpan(at, Math.Min(16, _text.Length - at)));

    private bool MayBe(int at) =>
        !NoEnd.Contains(_text[at - 1]) && !NoStart.Contains(_text[at])
        && !(char.IsAscii(_text[at - 1]) && char.IsAscii(_text[at]));

    private double Score(int start, int at)
    {
        var left = _text.AsSpan(start, at - start);
        var right = _text.AsSpan(at, Math.Min(40, _text.Length - at));
        var pair = _text.AsSpan(at - 1, 2);
        var clause = left[(left.LastIndexOfAny(ClauseMarks) + 1)..];
        var phrase = right.IndexOfAny(PhraseMarks);
        var mark = phrase < 0 ? ' ' : right[phrase];
        phrase = phrase < 0 ? 30 : phrase;
        var length = Math.Log(left.Length) - Math.Log(14);
        return 0.71 * HeadingGrams.Start(right)
            + 0.59 * HeadingGrams.End(left)
            - 0.38 * HeadingGrams.Common(pair)
            - 1.49 * Math.Log(1 + Math.Max(0, _pairs.Count(pair) - 1))
            + 0.28 * Math.Log(1 + Math.Max(0, right.Length < 2 ? 0 : _pairs.Count(right[..2]) - 1))
            - 2.15 * length * length
            + (IsBalanced(left, clause.Length) ? 1.17 : 0)
            - (clause.Length < 4 ? 1.77 : 0)
            + (mark == '。' && phrase is >= 6 and <= 12 ? 1.03 : 0)
            - (mark == '。' && phrase < 6 ? 2.36 : 0)
            - (phrase < 3 && mark is not ('“' or '《') ? 0.88 : 0)
            + (mark == '，' && phrase >= 4 ? 0.67 : 0)
            + (Opening().IsMatch(right[..Math.Min(16, right.Length)]) ? 1.59 : 0)
            + (left.Length >= 2 && right.StartsWith(left[..2], StringComparison.Ordinal) ? 0.51 : 0)
            + (Ending().IsMatch(left) ? 0.50 : 0)
            - (WeakEnds.Contains(_text[at - 1]) ? 1.18 : 0)
            - (WeakStarts.Contains(_text[at]) ? 0.93 : 0);
    }

    /// <summary>Whether the last two clauses are about equally long, as those of headings are: 提质增效，行稳致远.</summary>
    private static bool IsBalanced(ReadOnlySpan<char> left, int last)
    {
        if (last >= left.Length)
            return false;
        var before = left[..^(last + 1)];
        return Math.Abs(before.Length - before.LastIndexOfAny(ClauseMarks) - 1 - last) <= 1;
    }

    /// <summary>Digits count as one character: what year it is says nothing about where a heading ends.</summary>
    private static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsAsciiDigit(source[i]) ? '0' : source[i];
    });

    [GeneratedRegex("^((刚刚)?过去(的)?(一年|五年|00)|一年来|五年来|今年是|0000年(是|，)|“[十五四三二一九八七六]+五”时期(，|是)|各位代表|一是|同志们|为|即将过去|今年，|当前，|新的一年)", Patterns.Options, Patterns.Patience)]
    private static partial Regex Opening();

    [GeneratedRegex("(回顾|工作|安排|任务|目标|建设|成就|成效|部署|重点|要求|情况)$", Patterns.Options, Patterns.Patience)]
    private static partial Regex Ending();
}
