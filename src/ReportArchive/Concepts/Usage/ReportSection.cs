using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportArchive.Reports;

namespace ReportArchive.Concepts.Usage;

/// <summary>What a part of a report does: look back, set goals, or lay out the work.</summary>
public enum ReportSection : byte
{
    /// <summary>开头, and whatever stands before the first heading.</summary>
    Other,

    /// <summary>回顾: what was done.</summary>
    Review,

    /// <summary>目标: general requirements and expected figures.</summary>
    Goals,

    /// <summary>工作安排: what will be done.</summary>
    Tasks,
}

/// <summary>
/// Tells the sections of a report by its headings. Chinese work reports have had the same three parts since the 1980s, but
/// the words of the headings vary, and 二、2023年目标任务和工作重点 holds two of the parts.
/// </summary>
public static partial class ReportSections
{
    /// <summary>All sections in reading order.</summary>
    public static IReadOnlyList<ReportSection> All { get; } = Enum.GetValues<ReportSection>();

    /// <summary>The word used in data files.</summary>
    public static string Key(this ReportSection section) => section.ToString().ToLowerInvariant();

    /// <summary>The Chinese name shown to readers.</summary>
    public static string Name(this ReportSection section) => section switch
    {
        ReportSection.Review => "回顾",
        ReportSection.Goals => "目标",
        ReportSection.Tasks => "工作安排",
        _ => "其他",
    };

    /// <summary>The section of each block of a report.</summary>
    public static ImmutableArray<ReportSection> Of(Report report)
    {
        var blocks = report.Blocks;
        var sections = ImmutableArray.CreateBuilder<ReportSection>(blocks.Length);
        var part = new Part(ReportSection.Other, IsMixed: false, Below: null);
        foreach (var block in blocks)
        {
            if (block is { Kind: BlockKind.Heading, Level: 2 })
                part = PartOf(block.Text, report.Matter.Year);
            else if (block is { Kind: BlockKind.Heading, Level: 3 } && part.IsMixed)
                part = part with { Below = Goal.IsMatch(block.Text) ? ReportSection.Goals : ReportSection.Tasks };
            sections.Add(!part.IsMixed ? part.Section : part.Below ?? (SaysGoals(block) ? ReportSection.Goals : ReportSection.Tasks));
        }
        return sections.MoveToImmutable();
    }

    /// <summary>
    /// What a first-level heading says of the part below it. A year before the plan year makes a review, unless goals are
    /// named; goals of a plan period (“十四五”时期) are goals throughout; whatever is left is work, goals perhaps among it.
    /// </summary>
    private static Part PartOf(string heading, PlanYear year)
    {
        if (Back.IsMatch(heading))
            return new Part(ReportSection.Review, IsMixed: false, Below: null);
        if (Goal.IsMatch(heading) && (heading.Contains("时期", StringComparison.Ordinal) || !Work.IsMatch(heading)))
            return new Part(ReportSection.Goals, IsMixed: false, Below: null);
        var years = Year.Matches(heading).Select(static match => int.Parse(match.Value)).ToList();
        return years.Count > 0 && years.TrueForAll(named => named < year.Value)
            ? new Part(ReportSection.Review, IsMixed: false, Below: null)
            : new Part(ReportSection.Tasks, IsMixed: true, Below: null);
    }

    private static bool SaysGoals(Block block) => block.Kind == BlockKind.Paragraph && GoalWords.IsMatch(block.Text);

    /// <summary>A first-level part of a report.</summary>
    /// <param name="Section">What it is.</param>
    /// <param name="IsMixed">Whether it holds goals and work, so that its sub-headings and paragraphs decide.</param>
    /// <param name="Below">What the last sub-heading says; none before the first.</param>
    private readonly record struct Part(ReportSection Section, bool IsMixed, ReportSection? Below);

    [GeneratedRegex("回顾|执行情况|完成情况|过去[一五]年|主要成[绩就]|取得的成[绩就]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Back { get; }

    [GeneratedRegex("(?:主要|预期|发展|奋斗|总体|工作|年度)目标|目标(?:任务|和|与|及)|总体要求|总体思路|指导思想", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Goal { get; }

    [GeneratedRegex("重点|任务|安排|措施|部署|工作", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Work { get; }

    [GeneratedRegex("(?:预期|奋斗|发展|主要)目标|总体要求|总的要求|指导思想|总体思路", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex GoalWords { get; }

    [GeneratedRegex("(?:19|20)[0-9]{2}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Year { get; }
}
