using System.Buffers;
using System.Text.RegularExpressions;

namespace ReportArchive.Import;

/// <summary>
/// Finds where a heading ends that a dump glued to the sentence after it: 一、2018年政府工作回顾｜过去的一年，面对….
/// Every place in the first sentence gets a score: how clauses end and sentences begin in reports and in this one, how paragraphs begin and headings
/// end, how often the two characters that meet there meet elsewhere (they seldom do across a boundary), how long headings
/// are. The weights were fitted by regression (a choice among the places of each heading, drawn towards weights fitted on 70
/// older reports) on 476 headings of this archive and of 15 provincial reports of 2026; of 314 headings in the 16 provincial reports
/// left out, 86 % came out exactly, 80 % before it knew how clauses end; the likeness of headings of one list comes on top.
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
    private static readonly SearchValues<char> NeverEnds = SearchValues.Create("的和与在为了把对以将及从向于而之被使让或并其所该各");
    private static readonly SearchValues<char> OpeningFirst = SearchValues.Create("刚过一五今0“各同为即当新面在");
    private static readonly SearchValues<char> FrameEnds = SearchValues.Create("上中下前内里间");
    private static readonly SearchValues<char> WeakStarts = SearchValues.Create("的和与了化性们者率力度量");

    private readonly string _text;
    private readonly CharacterPairs _pairs;
    private readonly OwnGrams _grams;

    /// <summary>Prepares for one report.</summary>
    /// <param name="text">The whole report, for how often characters meet in it.</param>
    public HeadingSplit(string text)
    {
        _text = Fold(text);
        _pairs = new CharacterPairs(_text);
        _grams = new OwnGrams(_text);
    }

    /// <summary>All places within a run where its heading may end, as offsets of the text, with their scores.</summary>
    /// <param name="start">Where the heading begins, after its number.</param>
    /// <param name="end">Where its paragraph ends.</param>
    /// <param name="where">Which places to look at; all where absent.</param>
    public List<HeadingEnd> Candidates(int start, int end, Func<int, bool>? where = null)
    {
        var limit = Math.Min(end, start + LongestHeading);
        var stop = _text.AsSpan(start, limit - start).IndexOfAny('。', '！', '？');
        limit = stop < 0 ? limit : start + stop;
        var ends = new List<HeadingEnd>();
        var depth = 0;
        for (var at = start + 1; at < limit; at++)
        {
            depth += _text[at - 1] is '“' or '《' or '（' ? 1 : _text[at - 1] is '”' or '》' or '）' ? -1 : 0;
            if (depth == 0 && at - start >= ShortestHeading && MayBe(at) && (where is null || where(at)))
                ends.Add(At(start, at));
        }
        return ends;
    }

    /// <summary>The place where a heading would end, whatever speaks against it.</summary>
    /// <param name="start">Where the heading begins, after its number.</param>
    /// <param name="at">Offset of the first character after it.</param>
    public HeadingEnd At(int start, int at) => new(at, Score(start, at), at - start, _text.AsSpan(start, at - start).Count('，'));

    /// <summary>Whether the text at an offset begins as the first sentence after a heading does.</summary>
    public bool IsOpening(int at) => IsOpening(_text.AsSpan(at));

    private static bool IsOpening(ReadOnlySpan<char> text) => text.Length > 0 && OpeningFirst.Contains(text[0]) && Opening().IsMatch(text[..Math.Min(16, text.Length)]);

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
        return 0.16 * HeadingGrams.Start(right)
            + 0.32 * HeadingGrams.End(left)
            - 0.46 * HeadingGrams.Common(pair)
            + 0.77 * ClauseGrams.Stop(left)
            + 1.16 * ClauseGrams.Open(right)
            + 0.29 * _grams.Stop(left)
            + 0.81 * _grams.Open(right)
            - 0.78 * Math.Log(1 + Math.Max(0, _pairs.Count(pair) - 1))
            - 2.92 * length * length
            + (IsBalanced(left, clause.Length) ? 0.55 : 0)
            - (clause.Length < 4 ? 2.41 : 0) - (clause.Length < 3 ? 0.64 : 0) - (clause.Length > 14 ? 0.55 : 0)
            + (mark == '。' && phrase is >= 6 and <= 12 ? 0.87 : 0)
            - (mark == '。' && phrase < 6 ? 2.74 : 0)
            - (phrase < 3 && mark is not ('“' or '《') ? 2.04 : 0)
            + (mark == '，' && phrase >= 4 ? 0.63 : 0)
            + (mark == '、' && phrase is >= 2 and <= 6 ? 0.32 : 0)
            + (left.Length >= 2 && right.StartsWith(left[..2], StringComparison.Ordinal) ? 1.89 : 0)
            + WordScore(left, right);
    }

    private static double WordScore(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        (IsOpening(right) ? 1.74 : 0)
        + (HeadingWords.Starters.Begins(right) ? 2.41 : 0)
        - (HeadingWords.Nouns.Begins(right) ? 0.90 : 0)
        - (HeadingWords.GreatEnds.Ends(left) ? 0.88 : 0)
        + (HeadingWords.NounEnds.Ends(left) ? 0.55 : 0)
        + (HeadingWords.VerbEnds.Ends(left) && !HeadingWords.Nouns.Begins(right) ? 1.75 : 0)
        - (HeadingWords.Openers.Ends(left) ? 0.99 : 0)
        + (PlainHeadings.IsGreat(left) ? 3.69 : 0)
        - (HeadingWords.IsPredicate(right) || IsOpenFrame(left) || IsNoun(right) ? 2.93 : 0)
        - (WeakEnds.Contains(left[^1]) ? 1.12 : 0)
        - (NeverEnds.Contains(left[^1]) ? 1.12 : 0)
        - (right.Length > 0 && WeakStarts.Contains(right[0]) ? 1.17 : 0);

    /// <summary>Whether the last two clauses are about equally long, as those of headings are: 提质增效，行稳致远.</summary>
    private static bool IsBalanced(ReadOnlySpan<char> left, int last)
    {
        if (last >= left.Length)
            return false;
        var before = left[..^(last + 1)];
        return Math.Abs(before.Length - before.LastIndexOfAny(ClauseMarks) - 1 - last) <= 1;
    }

    /// <summary>Whether a run begins with 回顾 as the noun that closes 2020年工作回顾, not as the verb of 回顾过去一年.</summary>
    private static bool IsNoun(ReadOnlySpan<char> run) =>
        run.StartsWith("回顾", StringComparison.Ordinal) && (run.Length == 2 || run[2] is not ('过' or '这' or '五' or '一'));

    /// <summary>Whether the last clause is a frame without its end: 在乡村振兴, which wants 上, and 有了新, which wants its noun.</summary>
    private static bool IsOpenFrame(ReadOnlySpan<char> left)
    {
        var clause = left[(left.LastIndexOfAny(ClauseMarks) + 1)..];
        return (clause.Length > 1 && clause[0] == '在' && !clause.ContainsAny(FrameEnds))
            || (left.Length > 1 && left[^1] == '新' && left[^2] is '了' or '得' or '现' or '上' or '出' or '有' or '显');
    }

    /// <summary>Digits count as one character: what year it is says nothing about where a heading ends.</summary>
    private static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsAsciiDigit(source[i]) ? '0' : source[i];
    });

    [GeneratedRegex("^((刚刚)?过去(的)?(一年|五年|00)|一年来|五年来|今年是|0000年(是|，)|“[十五四三二一九八七六]+五”时期(，|是)|各位代表|一是|同志们|为|即将过去|今年，|当前，|新的一年|新(征程|时代|形势|使命|任务|起点)|面对|在[市省县区]|在过去)", Patterns.Options, Patterns.Patience)]
    private static partial Regex Opening();
}

/// <summary>A place where a heading may end.</summary>
/// <param name="At">Offset of the first character after it.</param>
/// <param name="Score">How likely it is; log odds up to a constant.</param>
/// <param name="Length">Characters of the heading without its number.</param>
/// <param name="Commas">Commas in it.</param>
internal readonly record struct HeadingEnd(int At, double Score, int Length, int Commas);
