using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportArchive.Concepts.Usage;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Concepts.Discovery;

/// <summary>
/// Gathers what may be a concept: 1. what stands in quotation marks; 2. formulas that a text spells out, marks or not;
/// 3. names of programmes that recur, hold together, stand freely, and whose first part means little without the last
/// (雪亮工程 is a name; in 改造工程 two words met).
/// </summary>
internal static partial class Candidates
{
    private const int FewestOccurrences = 3;
    private const int Longest = 10;
    private const int ShortestProgramme = 6;
    private const int SampledReports = 400;
    private const double LeastCohesion = 2.5;
    private const double LeastFreedom = 0.7;

    // Of all uses of the first part, this share at least is followed by the last.
    private const double LeastAttachment = 0.3;

    private static readonly string[] Endings = ["攻坚战", "保卫战", "工程", "行动", "计划", "战略", "攻势", "革命"];

    /// <summary>The expressions, in ordinal order.</summary>
    public static IEnumerable<string> In(ImmutableArray<Report> reports) => reports
        .AsParallel()
        .SelectMany(static report => report.Blocks.SelectMany(static block => QuotedExpressions.In(block.Text)).Concat(SpelledOut(report)))
        .AsEnumerable()
        .Concat(Programmes(reports))
        .Where(static text => !Streak.IsMatch(text))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>Whether an expression is built like a numeric formula: 四减四增, 六张答卷, 1+3+N.</summary>
    public static bool IsFormula(string text) => !FormulaNumeral.PartsOf(text).IsEmpty || text.Contains('+', StringComparison.Ordinal);

    /// <summary>Whether it says two or more things of a number each: 三提三敢, 一企一策.</summary>
    public static bool IsPairedFormula(string text) => Paired.IsMatch(text);

    /// <summary>Whether an expression ends like the name of something a government carries out.</summary>
    public static bool IsProgramme(string text) => EndsAsProgramme(text);

    private static bool EndsAsProgramme(string text) => Array.Exists(Endings, ending => text.Length > ending.Length + 1 && text.EndsWith(ending, StringComparison.Ordinal));

    private static IEnumerable<string> SpelledOut(Report report) => report.Blocks
        .Where(static block => block.Kind != BlockKind.Heading)
        .SelectMany(static block => Formula.Matches(block.Text).Where(match => Expansions.At(block.Text, new TextRange(match.Index, match.Length)) is not null))
        .Select(static match => match.Value);

    private static IEnumerable<string> Programmes(ImmutableArray<Report> reports)
    {
        var step = Math.Max(1, reports.Length / SampledReports);
        var runs = Enumerable.Range(0, reports.Length).Where(i => i % step == 0)
            .SelectMany(i => reports[i].Blocks.Where(static block => block.Kind != BlockKind.Heading))
            .SelectMany(static block => HanRuns.In(block.Text).Select(run => block.Text.Substring(run.Start, run.Length)))
            .ToList();
        var counts = GramCounts.Of(runs, FewestOccurrences, Longest);
        var around = counts.All
            .Where(gram => gram.Key.Length >= ShortestProgramme && EndsAsProgramme(gram.Key) && !GoverningVerbs.Contains(gram.Key.AsSpan(0, 2)) && counts.Cohesion(gram.Key) > LeastCohesion && Attachment(counts, gram.Key) >= LeastAttachment)
            .ToDictionary(static gram => gram.Key, static _ => new Neighbourhood(), StringComparer.Ordinal);
        Neighbourhood.Observe(runs, around);
        return around.Where(static pair => pair.Value.Freedom > LeastFreedom).Select(static pair => pair.Key);
    }

    private static double Attachment(GramCounts counts, string text)
    {
        var ending = Array.Find(Endings, ending => text.EndsWith(ending, StringComparison.Ordinal))!;
        return (double)counts[text] / counts[text.AsSpan(0, text.Length - ending.Length)];
    }

    [GeneratedRegex("[两三四五六七八九十]{1,2}[大个项张场条种位][\u4e00-\u9fff]{2,4}?(?=[，。；、])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Formula { get; }

    [GeneratedRegex("^(?:[一二两三四五六七八九十百双][^一二两三四五六七八九十百双]{1,3}){2,5}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Paired { get; }

    // 九连冠, 十六连增: feats, not policies; 三年行动: a time, not a name.
    [GeneratedRegex("^[一二三四五六七八九十百]+(?:连|年)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Streak { get; }
}
