using System.Text.RegularExpressions;

namespace ReportArchive.Import;

/// <summary>The lines of a segment, sorted.</summary>
/// <param name="Frame">Compact lines above the report's text that say what it is.</param>
/// <param name="Body">Lines of the report itself.</param>
/// <param name="Doubtful">Lines of <paramref name="Body"/> that may be none.</param>
/// <param name="IsClosed">Whether the report ends as reports end.</param>
internal sealed record SortedLines(List<string> Frame, List<RawLine> Body, List<RawLine> Doubtful, bool IsClosed);

/// <summary>
/// Tells the lines of a report from the furniture around and within it. The frame above the opening and the closing
/// words (各位代表！…让我们…奋斗！) are the anchors: above the first only what says title, session and speaker is used; after the
/// second only what reads like a report or heads an annex stays; between them a line goes only where it is furniture
/// beyond doubt. What might be either is kept and reported.
/// </summary>
internal static partial class LineSorter
{
    private const int LongestHead = 400;
    private const int RunningHead = 30;

    /// <summary>Sorts.</summary>
    public static SortedLines Sort(string text, Segment segment)
    {
        var lines = segment.Lines.ConvertAll(line => (Line: line, Compact: CompactText.Of(line.Range.Of(text)[..Math.Min(line.Range.Length, LongestHead)])));
        var start = segment.Opening >= 0 ? segment.Opening : FirstOfText(lines.ConvertAll(static line => line.Compact));
        var frame = lines.Take(start).Select(static line => line.Compact).Where(static line => !SiteText.IsFurniture(line)).ToList();
        var heads = RunningHeads(lines.Skip(start).Select(static line => line.Compact));
        var body = lines.Skip(start).Where(line => !IsFurniture(line.Compact, heads)).ToList();
        return CutTail(text, frame, body);
    }

    private static bool IsFurniture(string compact, HashSet<string> heads) =>
        SiteText.IsFurniture(compact) || heads.Contains(compact) || (TitleLine.KindOf(compact) is not null && Enumerator.Read(compact, 0) is null);

    /// <summary>Without the opening words a text begins at its first heading or its first prose after the title.</summary>
    private static int FirstOfText(List<string> lines)
    {
        var title = lines.FindLastIndex(Math.Min(lines.Count - 1, 20), static line => TitleLine.KindOf(line) is not null);
        var first = lines.FindIndex(title + 1, static line => Enumerator.Read(line, 0) is not null || (line.Length >= 40 && line.AsSpan().ContainsAny("，。") && !SiteText.IsFurniture(line)));
        return first < 0 ? title + 1 : first;
    }

    /// <summary>Short lines that come back at least three times and are no sentence and no number: the heads of pages.</summary>
    private static HashSet<string> RunningHeads(IEnumerable<string> lines) =>
        lines.Where(static line => line.Length is >= 4 and <= RunningHead && line[^1] is not ('。' or '！' or '：' or '？' or '；' or '|') && Enumerator.Read(line, 0) is null)
            .CountBy(static line => line, StringComparer.Ordinal)
            .Where(static pair => pair.Value >= 3)
            .Select(static pair => pair.Key)
            .ToHashSet(StringComparer.Ordinal);

    private static SortedLines CutTail(string text, List<string> frame, List<(RawLine Line, string Compact)> body)
    {
        var last = body.FindLastIndex(line => IsText(text, line.Line, line.Compact));
        var isClosed = last >= 0 && Closing().IsMatch(Last(text, body[last].Line));
        var end = last + 1;
        var doubtful = new List<RawLine>();
        for (; end < body.Count; end++)
        {
            if (SiteText.HasSiteWord(body[end].Compact) || isClosed)
                break;
            if (Enumerator.Read(body[end].Compact, 0) is null)
                doubtful.Add(body[end].Line);
        }
        return new SortedLines(frame, body.Take(end).Select(static line => line.Line).ToList(), doubtful, isClosed);
    }

    private static bool IsText(string text, RawLine line, string compact) =>
        line.Range.Length > LongestHead || SiteText.ReadsLikeReport(compact) || Closing().IsMatch(Last(text, line));

    private static string Last(string text, RawLine line) =>
        CompactText.Of(text.AsSpan(line.Range.End - Math.Min(line.Range.Length, 300), Math.Min(line.Range.Length, 300)));

    [GeneratedRegex("(让我们|我们要|我们坚信|我们相信|各位代表|同志们).{0,260}(奋斗|努力|前进|篇章|贡献|献礼|辉煌|胜利|未来|明天|新局面|目标|新征程|周年|崛起|跨越|复兴|风采|答卷|业绩)[^。！]{0,12}[！。!]$", Patterns.Options, Patterns.Patience)]
    private static partial Regex Closing();
}
