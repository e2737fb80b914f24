using System.Text.RegularExpressions;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>The paragraphs of a segment, sorted.</summary>
/// <param name="Frame">Compact lines above the report's text that say what it is.</param>
/// <param name="Body">Paragraphs of the report itself.</param>
/// <param name="Doubtful">Those of <paramref name="Body"/> that may be none of its.</param>
/// <param name="IsClosed">Whether the report ends as reports end.</param>
/// <param name="Wraps">How the page broke its lines.</param>
internal sealed record SortedLines(List<string> Frame, List<RawParagraph> Body, List<RawParagraph> Doubtful, bool IsClosed, WrapWidth Wraps);

/// <summary>
/// Tells the lines of a report from the furniture around and within it. The frame above the opening and the closing
/// words (各位代表！…让我们…奋斗！) are the anchors: above the first only what says title, session and speaker is used; after the
/// second only an annex stays, or what reads like a report and follows directly; between them a line goes only where it is
/// furniture beyond doubt. What might be either is kept and reported.
/// </summary>
internal static partial class LineSorter
{
    private const int RunningHead = 40;
    private const int LeastMore = 300;

    /// <summary>Sorts.</summary>
    public static SortedLines Sort(string text, Segment segment)
    {
        var compact = segment.Lines.ConvertAll(line => CompactText.Of(line.Range.Of(text)[..Math.Min(line.Range.Length, RawParagraph.LongestHead)]));
        var start = segment.Opening >= 0 ? segment.Opening : FirstOfText(compact);
        var heads = RunningHeads(compact);
        var frame = compact.Take(start).Where(static line => !SiteText.IsFurniture(line) || DayInWords().IsMatch(line)).ToList();
        var lines = segment.Lines.Skip(start).Zip(compact.Skip(start), (line, words) => new JudgedLine(line, IsPageMark(words, heads) ? LineRole.PageMark : SiteText.IsFurniture(words) ? LineRole.Furniture : LineRole.Text)).ToList();
        var wraps = WrapWidth.Measure(text, lines.FindAll(static line => line.Role == LineRole.Text).ConvertAll(static line => line.Line));
        var paragraphs = LineJoin.Paragraphs(text, lines, wraps)
            .ConvertAll(paragraph => paragraph.IsFurniture ? paragraph : paragraph with { IsFurniture = SiteText.IsFurniture(paragraph.Compact) });
        return CutTail(text, frame, paragraphs, wraps);
    }

    /// <summary>Numbers, heads and titles of pages, which stand between any two lines, within paragraphs too.</summary>
    private static bool IsPageMark(string compact, HashSet<string> heads) =>
        SiteText.IsPageMark(compact) || heads.Contains(compact) || (TitleLine.KindOf(compact) is not null && Enumerator.Read(compact, 0) is null);

    /// <summary>Without the opening words a text begins at its first heading or its first prose after the title.</summary>
    private static int FirstOfText(List<string> lines)
    {
        var title = lines.FindLastIndex(Math.Min(lines.Count - 1, 20), static line => TitleLine.KindOf(line) is not null);
        var first = lines.FindIndex(title + 1, static line => Enumerator.Read(line, 0) is not null || PlainHeadings.IsGreat(line) || (line.Length >= 40 && line.AsSpan().ContainsAny('，', '。') && !SiteText.IsFurniture(line)));
        return first < 0 ? title + 1 : first;
    }

    /// <summary>
    /// Short lines without comma that come back at least three times and are no sentence and no number: the heads of pages. One
    /// without a Chinese character may have a comma: a printer stamps its pages with 11/22/26, 2:08 AM.
    /// </summary>
    private static HashSet<string> RunningHeads(IEnumerable<string> lines) =>
        lines.Where(static line => line.Length is >= 4 and <= RunningHead && line[^1] is not ('。' or '！' or '：' or '？' or '；' or '，' or '|') && (!line.Contains('，', StringComparison.Ordinal) || !line.Any(Han.Is)) && Enumerator.Read(line, 0) is null)
            .CountBy(static line => line, StringComparer.Ordinal)
            .Where(static pair => pair.Value >= 3)
            .Select(static pair => pair.Key)
            .ToHashSet(StringComparer.Ordinal);

    private static SortedLines CutTail(string text, List<string> frame, List<RawParagraph> paragraphs, WrapWidth wraps)
    {
        var end = paragraphs.FindLastIndex(paragraph => !paragraph.IsFurniture && Closing().IsMatch(paragraph.Tail(text)));
        var isClosed = end >= 0 && IsEnd(paragraphs, end);
        if (!isClosed)
            end = paragraphs.FindLastIndex(static paragraph => paragraph.IsProse);
        var body = paragraphs.Take(end + 1).Where(static paragraph => !paragraph.IsFurniture).ToList();
        var more = paragraphs.Skip(end + 1).TakeWhile(paragraph => IsMore(paragraph, isClosed)).ToList();
        body.AddRange(more);
        body.AddRange(Annex(paragraphs.Skip(end + 1 + more.Count)));
        return new SortedLines(frame, body, more.FindAll(static paragraph => Enumerator.Read(paragraph.Compact, 0) is null), isClosed, wraps);
    }

    /// <summary>
    /// Closing words close a report unless prose follows them directly, or as much of it after furniture as only a report
    /// goes on with. An annex does not count.
    /// </summary>
    private static bool IsEnd(List<RawParagraph> paragraphs, int closing)
    {
        var after = paragraphs.Skip(closing + 1).TakeWhile(static paragraph => !AnnexHeading().IsMatch(paragraph.Compact)).ToList();
        return !after.TakeWhile(static paragraph => !paragraph.IsFurniture).Any(static paragraph => paragraph.IsProse)
            && after.Where(static paragraph => SiteText.IsReportBeyondDoubt(paragraph.Compact)).Sum(static paragraph => paragraph.Length) < LeastMore;
    }

    private static bool IsMore(RawParagraph paragraph, bool isClosed) =>
        !paragraph.IsFurniture && !SiteText.HasSiteWord(paragraph.Compact) && !AnnexHeading().IsMatch(paragraph.Compact) && (paragraph.IsProse || (!isClosed && !SiteText.IsScrap(paragraph.Compact)));

    /// <summary>An annex (名词解释, 附件) and all that follows its heading, furniture left out.</summary>
    private static IEnumerable<RawParagraph> Annex(IEnumerable<RawParagraph> paragraphs) =>
        paragraphs.SkipWhile(static paragraph => !AnnexHeading().IsMatch(paragraph.Compact)).Where(static paragraph => !paragraph.IsFurniture);

    // Above a report a day written out is the day of delivery; sites stamp theirs in digits, with the hour.
    [GeneratedRegex("^[0-9〇零一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日$", Patterns.Options, Patterns.Patience)]
    private static partial Regex DayInWords();

    [GeneratedRegex("(各位代表|同志们)[！，：、].*让我们.*！$|让我们.{20,280}！$|(让我们|我们要|我们坚信|我们相信|各位代表|同志们).{0,260}(奋斗|努力|前进|篇章|贡献|献礼|辉煌|胜利|未来|明天|新局面|目标|新征程|周年|崛起|跨越|复兴|风采|答卷|业绩)[^。！]{0,12}[！。!]$", Patterns.Options, Patterns.Patience)]
    private static partial Regex Closing();

    [GeneratedRegex("^(附件|附录|附注|附表|注释|名词解释)[0-9一二三四五]?([：].{0,40})?$|^.{0,24}(名词解释|名词注释|用语说明|用语解释|词语解释|有关名词|注释)(（.*）)?$", Patterns.Options, Patterns.Patience)]
    private static partial Regex AnnexHeading();
}
