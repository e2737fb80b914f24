using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>A number found in a text that may begin a part.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Number">The number.</param>
/// <param name="IsStart">Whether a paragraph begins with it.</param>
/// <param name="Parent">Index of the part it lies in among those kept; -1 at the top.</param>
/// <param name="List">The list it belongs to, counted from 1: parts of one style in one parent that follow each other.</param>
/// <param name="Skips">How many numbers are missing before it.</param>
internal sealed record Part(int At, Enumerator Number, bool IsStart, int Parent = -1, int List = 0, int Skips = 0);

/// <summary>
/// Keeps the numbers that count. A number is taken where it follows its predecessor (二、 after 一、), begins a list (一、),
/// or counts on across the parts above it (6. under （三） after 5. under （二）). Within a paragraph it must also follow the
/// end of a sentence, which 全省第一、连续七年 does not. A number whose predecessor is missing is taken only where it begins a
/// paragraph or stands in brackets, and where its successor or predecessor shows that the dump lost a part; the gap is
/// reported.
/// </summary>
internal static class SequenceFilter
{
    private const int WidestGap = 3;

    /// <summary>The parts among the candidates, in order, with their parents.</summary>
    public static List<Part> Keep(string text, List<Part> candidates)
    {
        var kept = new List<Part>();
        var open = new List<int>();
        var last = new Dictionary<NumberStyle, int>();
        var lists = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            var part = candidates[i];
            var style = part.Number.Style;
            var level = open.FindIndex(index => kept[index].Number.Style == style);
            if (Skips(text, candidates, i, level < 0 ? null : kept[open[level]].Number.Number, last.GetValueOrDefault(style)) is not { } skips)
                continue;
            var list = level < 0 || part.Number.Number == 1 ? ++lists : kept[open[level]].List;
            if (level < 0)
                level = Depth(kept, open, style);
            open.RemoveRange(level, open.Count - level);
            kept.Add(part with { Parent = open.Count == 0 ? -1 : open[^1], List = list, Skips = skips });
            open.Add(kept.Count - 1);
            last[style] = part.Number.Number;
            foreach (var deeper in last.Keys.Where(other => other is NumberStyle.BracketedHan && style < other).ToList())
                last.Remove(deeper);
        }
        return kept;
    }

    /// <summary>A style that is not open yet goes below what is open, unless a wider one is what it should be next to.</summary>
    private static int Depth(List<Part> kept, List<int> open, NumberStyle style)
    {
        var level = open.Count;
        while (level > 0 && kept[open[level - 1]].Number.Style > style)
            level--;
        return level;
    }

    /// <summary>How many numbers are missing before the candidate; none where it does not count.</summary>
    /// <param name="text">The text.</param>
    /// <param name="candidates">All candidates.</param>
    /// <param name="at">Index of the one in question.</param>
    /// <param name="sibling">The last number of its list; absent where no such list is open.</param>
    /// <param name="before">The last number of its style anywhere; 0 where there was none.</param>
    private static int? Skips(string text, List<Part> candidates, int at, int? sibling, int before)
    {
        var part = candidates[at];
        var number = part.Number.Number;
        if (!part.IsStart && !FollowsSentence(text, part.At, isFirst: number == 1))
            return null;
        if (number == 1)
            return part.IsStart || part.Number.Style >= NumberStyle.Digit || HasNext(text, candidates, at) || OpensList(candidates, at) ? 0 : null;
        if (sibling == number - 1 || before == number - 1 || (part.IsStart && PlainHeadings.BeginsGreat(text, part.At + part.Number.Length)))
            return 0;
        var gap = number - 1 - (sibling ?? 0);
        // Nothing but a part begins with a number in brackets after a full stop; 一、 has a number of other uses.
        var isPart = part.IsStart || part.Number.Style == NumberStyle.BracketedHan;
        return isPart && gap is > 0 and <= WidestGap && (sibling is not null || HasNext(text, candidates, at)) ? gap : null;
    }

    /// <summary>Whether （一） is the next number after 一、: a dump that breaks off may have no 二、.</summary>
    private static bool OpensList(List<Part> candidates, int at) =>
        at + 1 < candidates.Count && candidates[at + 1].Number is { Number: 1, Style: NumberStyle.BracketedHan } && candidates[at].Number.Style == NumberStyle.Han;

    private static bool HasNext(string text, List<Part> candidates, int at)
    {
        for (var i = at + 1; i < candidates.Count; i++)
        {
            if (candidates[i].Number.Style < candidates[at].Number.Style && candidates[i].IsStart)
                return false;
            if (candidates[i].Number.Style == candidates[at].Number.Style && (candidates[i].IsStart || FollowsSentence(text, candidates[i].At, isFirst: false)))
                return candidates[i].Number.Number == candidates[at].Number.Number + 1;
        }
        return false;
    }

    private static bool FollowsSentence(string text, int at, bool isFirst)
    {
        var before = text[at - 1];
        if (Glyphs.Closers.Contains(before, StringComparison.Ordinal) && at >= 2)
            before = text[at - 2];
        return Glyphs.Enders.Contains(before, StringComparison.Ordinal) || (isFirst && before == '：');
    }
}
