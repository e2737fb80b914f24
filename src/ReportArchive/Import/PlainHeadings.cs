using System.Buffers;
using System.Text.RegularExpressions;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>
/// Headings without numbers. 2018年工作回顾 and its like head the great parts of a report wherever they stand on a line of
/// their own; other short lines without a full stop are headings where text follows each and there are several.
/// </summary>
internal static partial class PlainHeadings
{
    private static readonly SearchValues<char> GreatLast = SearchValues.Create("顾结排务点标求署议设就释明");

    private const int Longest = 40;
    private const int LeastText = 60;
    private const int LeastAfterGreat = 24;
    private const int LongestIntroduction = 4;

    /// <summary>Marks the paragraphs that are headings.</summary>
    public static List<Draft> Mark(string text, List<Draft> drafts)
    {
        var headings = Enumerable.Range(0, drafts.Count).Where(i => IsShort(text, drafts, i)).ToList();
        var others = headings.Where(i => !IsGreat(text, drafts[i].Range)).ToHashSet();
        var keepsOthers = headings.Count >= 2 || headings.Exists(i => Opens(text, drafts, i) is not null);
        return [.. drafts.Select((draft, i) => (!draft.IsHeading && IsShort(text, drafts, i) && IsGreat(text, draft.Range)) || (keepsOthers && others.Contains(i))
            ? draft with { IsHeading = true }
            : draft)];
    }

    /// <summary>Whether a heading heads one of the great parts of a report.</summary>
    public static bool IsGreat(string text, TextRange range) => IsGreat(range.Of(text));

    /// <summary>Whether a heading heads one of the great parts of a report.</summary>
    public static bool IsGreat(ReadOnlySpan<char> heading) => MayBeGreat(heading) && Great().IsMatch(heading);

    /// <summary>Whether a heading ends, or begins, with a character that the pattern ends or begins with: most do not, and the pattern is slow to say so.</summary>
    private static bool MayBeGreat(ReadOnlySpan<char> heading) => heading.Length > 0 && (GreatLast.Contains(heading[^1]) || heading[0] is '附' or '注');

    /// <summary>Whether such a heading begins at an offset, whatever follows it.</summary>
    public static bool BeginsGreat(string text, int at) => GluedGreat().IsMatch(text.AsSpan(at, Math.Min(40, text.Length - at)));

    private static bool IsShort(string text, List<Draft> drafts, int i)
    {
        var range = drafts[i].Range;
        if (drafts[i].IsHeading || range.Length is < 4 or > Longest || i + 1 >= drafts.Count || text[range.Start] == '|')
            return false;
        var isOpen = text[range.End - 1] is not ('。' or '！' or '？' or '：' or '；' or '，' or '、' or '…');
        return isOpen && Enumerator.Read(text, range.Start) is null && !drafts[i + 1].IsHeading
            ? drafts[i + 1].Range.Length >= (IsGreat(text, range) ? LeastAfterGreat : LeastText)
            : isOpen && Enumerator.Read(text, range.Start) is null && (IsGreat(text, range) || OpensList(text, drafts[i + 1]));
    }

    /// <summary>Whether a heading is the first of its list.</summary>
    public static bool OpensList(string text, Draft heading) => heading.IsHeading && Enumerator.Read(text, heading.Range.Start) is { Number: 1 };

    /// <summary>The style of the list that begins below a short line, a few paragraphs of introduction between them; none where none does.</summary>
    public static NumberStyle? Opens(string text, List<Draft> drafts, int at)
    {
        for (var i = at + 1; i < drafts.Count && i <= at + LongestIntroduction; i++)
        {
            if (drafts[i].IsHeading)
                return OpensList(text, drafts[i]) ? drafts[i].Style : null;
            if (IsShort(text, drafts, i))
                return null;
        }
        return null;
    }

    [GeneratedRegex("^(“[一二三四五六七八九十]+五”(时期|期间|规划)?|过去(一年|五年|的一年|的五年)?|(19|20)[0-9]{2}年|一九[〇零一二三四五六七八九]{2}年|二[〇零][〇零一二三四五六七八九]{2}年|今年|今后[一二三四五]年|未来[一二三四五]年|全面|切实|着力|持续|不断|努力|进一步)?[^，；。]{0,24}(回顾|总结|安排|(主要|重点|目标|工作)任务|工作重点|重点工作|主要目标|总体要求|工作部署|建议|政府自身建设|发展成就|主要成就|名词解释|名词注释|用语说明)$|^(附件|附录|附注|注释|附：.*)[0-9一二三]?$", Patterns.Options, Patterns.Patience)]
    private static partial Regex Great();

    [GeneratedRegex("^((19|20)[0-9]{2}年(全?年)?(政府)?(主要|重点)?工作(回顾|总结|安排|任务|重点|打算|思路|计划)|(19|20)[0-9]{2}年[^，。；：]{0,16}(回顾|总结|安排|任务|目标|要求)|(切实|全面|着力|不断|努力|进一步)?加强政府自身建设)", Patterns.Options, Patterns.Patience)]
    private static partial Regex GluedGreat();
}
