using System.Text.RegularExpressions;
using ReportArchive.Reports;

namespace ReportArchive.Import;

/// <summary>Recognises the title of a report among the lines of a dump.</summary>
internal static partial class TitleLine
{
    /// <summary>Longest title seen is 58 characters (a plan report of an autonomous county); nothing longer is one.</summary>
    private const int LongestTitle = 80;

    /// <summary>The kind of report whose title a compact line is; none where it is no title.</summary>
    public static ReportKind? KindOf(string compact)
    {
        if (compact.Length is < 6 or > LongestTitle || !compact.Contains("报告", StringComparison.Ordinal))
            return null;
        var title = Bare(compact);
        if (NotTitle().IsMatch(title))
            return null;
        if (Plan().IsMatch(title))
            return ReportKind.Plan;
        if (Budget().IsMatch(title))
            return ReportKind.Budget;
        return GovernmentWork().IsMatch(title) ? ReportKind.GovernmentWork : null;
    }

    /// <summary>The title without bullets, labels of the list it stood in (【历城区招商】), dates and remarks after it.</summary>
    public static string Bare(string compact) => After().Replace(Before().Replace(compact, ""), "");

    [GeneratedRegex(@"^[\s•·●◆■▪▶►★☆*#>\-—_.。、\d]*?(?=【|[\u4E00-\u9FFF]|(19|20)\d\d)(【[^】]{0,30}】)*[•·：:]?", Patterns.Options, Patterns.Patience)]
    private static partial Regex Before();

    [GeneratedRegex(@"(（[^）]{0,40}）|【[^】]{0,20}】|VIP|免费|全文|原文|下载|\.docx?|\.pdf|\.txt|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|[-_—|].{0,30})*$", Patterns.Options, Patterns.Patience)]
    private static partial Regex After();

    [GeneratedRegex(@"[，。；？！]|解释|注释|解读|决议|决定|起草|学习|贯彻|审议|图解|讨论|分工|分解|督查|点击|查阅|更多|上一|下一|相关|名词|宣讲|辅导|问答|速览|摄$|记者", Patterns.Options, Patterns.Patience)]
    private static partial Regex NotTitle();

    [GeneratedRegex(@"^.{0,30}政府工作的?报告(摘要|草案|讨论稿|征求意见稿|书面)?$|^.{2,20}(人民政府|行政公署|行署).{0,12}工作报告$", Patterns.Options, Patterns.Patience)]
    private static partial Regex GovernmentWork();

    [GeneratedRegex(@"国民经济.{0,4}社会发展.*(计划|规划).*报告|^.{0,30}计划执行情况.*计划(草案)?.*报告$", Patterns.Options, Patterns.Patience)]
    private static partial Regex Plan();

    [GeneratedRegex(@"^.{0,40}预算.{0,40}报告|^.{0,30}(财政|决算).{0,40}预算.{0,30}报告$", Patterns.Options, Patterns.Patience)]
    private static partial Regex Budget();
}
