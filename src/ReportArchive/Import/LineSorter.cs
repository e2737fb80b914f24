using System.Text.RegularExpressions;

namespace ReportArchive.Import;

/// <summary>The lines of a segment, sorted.</summary>
/// <param name="Frame">Compact lines above the report's text that say what it is.</param>
/// <param name="Body">Lines of the report itself.</param>
/// <param name="Doubtful">Lines of <paramref name="Body"/> that may be none.</param>
/// <param name="IsClosed">Whether the report ends as reports end.</param>
internal sealed record SortedLines(List<string> Frame, List<RawLine> Body, List<RawLine> Doubtful, bool IsClosed);

/// <summary>A line and what it was taken for.</summary>
/// <param name="Line">The line.</param>
/// <param name="Compact">Its compact form, of a long line the first 400 characters.</param>
/// <param name="IsFurniture">Whether it belongs to the page and not to the report.</param>
internal sealed record JudgedLine(RawLine Line, string Compact, bool IsFurniture)
{
    /// <summary>Whether it reads like prose of a report beyond doubt.</summary>
    public bool IsProse => !IsFurniture && (Line.Range.Length > LineSorter.LongestHead || (Compact.Length >= 40 && SiteText.ReadsLikeReport(Compact)));
}

/// <summary>
/// Tells the lines of a report from the furniture around and within it. The frame above the opening and the closing
/// words (各位代表！…让我们…奋斗！) are the anchors: above the first only what says title, session and speaker is used; after the
/// second only an annex stays, or what reads like a report and follows directly; between them a line goes only where it is
/// furniture beyond doubt. What might be either is kept and reported.
/// </summary>
internal static partial class LineSorter
{
    /// <summary>How much of a line is looked at.</summary>
    public const int LongestHead = 400;

    private const int RunningHead = 30;

    /// <summary>Sorts.</summary>
    public static SortedLines Sort(string text, Segment segment)
    {
        var compact = segment.Lines.ConvertAll(line => CompactText.Of(line.Range.Of(text)[..Math.Min(line.Range.Length, LongestHead)]));
        var start = segment.Opening >= 0 ? segment.Opening : FirstOfText(compact);
        var heads = RunningHeads(compact.Skip(start));
        var lines = segment.Lines.Zip(compact, (line, words) => new JudgedLine(line, words, IsFurniture(words, heads))).ToList();
        var frame = lines.Take(start).Where(static line => !SiteText.IsFurniture(line.Compact)).Select(static line => line.Compact).ToList();
        return CutTail(text, frame, lines.GetRange(start, lines.Count - start));
    }

    private static bool IsFurniture(string compact, HashSet<string> heads) =>
        SiteText.IsFurniture(compact) || heads.Contains(compact) || (TitleLine.KindOf(compact) is not null && Enumerator.Read(compact, 0) is null);

    /// <summary>Without the opening words a text begins at its first heading or its first prose after the title.</summary>
    private static int FirstOfText(List<string> lines)
    {
        var title = lines.FindLastIndex(Math.Min(lines.Count - 1, 20), static line => TitleLine.KindOf(line) is not null);
        var first = lines.FindIndex(title + 1, static line => Enumerator.Read(line, 0) is not null || (line.Length >= 40 && line.AsSpan().ContainsAny('，', '。') && !SiteText.IsFurniture(line)));
        return first < 0 ? title + 1 : first;
    }

    /// <summary>Short lines that come back at least three times and are no sentence and no number: the heads of pages.</summary>
    private static HashSet<string> RunningHeads(IEnumerable<string> lines) =>
        lines.Where(static line => line.Length is >= 4 and <= RunningHead && line[^1] is not ('。' or '！' or '：' or '？' or '；' or '|') && Enumerator.Read(line, 0) is null)
            .CountBy(static line => line, StringComparer.Ordinal)
            .Where(static pair => pair.Value >= 3)
            .Select(static pair => pair.Key)
            .ToHashSet(StringComparer.Ordinal);

    private static SortedLines CutTail(string text, List<string> frame, List<JudgedLine> lines)
    {
        var end = lines.FindLastIndex(line => !line.IsFurniture && Closing().IsMatch(Last(text, line.Line)));
        var isClosed = end >= 0 && IsEnd(lines, end);
        if (!isClosed)
            end = lines.FindLastIndex(static line => line.IsProse);
        var body = lines.Take(end + 1).Where(static line => !line.IsFurniture).Select(static line => line.Line).ToList();
        var doubtful = lines.Skip(end + 1).TakeWhile(line => IsMore(line, isClosed)).Select(static line => line.Line).ToList();
        body.AddRange(doubtful);
        body.AddRange(Annex(lines.Skip(end + 1 + doubtful.Count)));
        return new SortedLines(frame, body, doubtful.FindAll(line => Enumerator.Read(line.Compact(text), 0) is null), isClosed);
    }

    /// <summary>Closing words close a report unless as much prose follows them as only a report goes on with.</summary>
    private static bool IsEnd(List<JudgedLine> lines, int closing)
    {
        var after = lines.Skip(closing + 1).TakeWhile(static line => !AnnexHeading().IsMatch(line.Compact)).Where(static line => line.IsProse).Sum(static line => line.Line.Range.Length);
        return after * 5 < lines.Take(closing + 1).Sum(static line => line.Line.Range.Length);
    }

    private static bool IsMore(JudgedLine line, bool isClosed) =>
        !line.IsFurniture && !SiteText.HasSiteWord(line.Compact) && !AnnexHeading().IsMatch(line.Compact) && (line.IsProse || !isClosed);

    /// <summary>An annex (名词解释, 附件) and all that follows its heading, furniture left out.</summary>
    private static IEnumerable<RawLine> Annex(IEnumerable<JudgedLine> lines) =>
        lines.SkipWhile(static line => !AnnexHeading().IsMatch(line.Compact)).Where(static line => !line.IsFurniture && !SiteText.HasSiteWord(line.Compact)).Select(static line => line.Line);

    private static string Last(string text, RawLine line)
    {
        var length = Math.Min(line.Range.Length, 300);
        return CompactText.Of(text.AsSpan(line.Range.End - length, length));
    }

    [GeneratedRegex("(让我们|我们要|我们坚信|我们相信|各位代表|同志们).{0,260}(奋斗|努力|前进|篇章|贡献|献礼|辉煌|胜利|未来|明天|新局面|目标|新征程|周年|崛起|跨越|复兴|风采|答卷|业绩)[^。！]{0,12}[！。!]$", Patterns.Options, Patterns.Patience)]
    private static partial Regex Closing();

    [GeneratedRegex("^(附件|附录|附注|附表|注释|名词解释)[0-9一二三四五]?([：].{0,40})?$|^.{0,24}(名词解释|名词注释|用语说明|用语解释|词语解释|有关名词|注释)(（.*）)?$", Patterns.Options, Patterns.Patience)]
    private static partial Regex AnnexHeading();
}
