using System.Collections.Immutable;
using ReportArchive.Parallels;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>What the archive's reports have in common word for word: who shares most, the longest passages, the formulas.</summary>
/// <param name="Pairs">The pairs of reports that share most.</param>
/// <param name="PairsInAll">How many pairs share a passage.</param>
/// <param name="Longest">The longest passages.</param>
/// <param name="Formulas">The most widespread formulas.</param>
/// <param name="FormulasInAll">How many formulas there are.</param>
/// <param name="LeastPlaces">In how many prefectures words must stand to be a formula.</param>
public sealed record ParallelsPage(
    ImmutableArray<ComparedPair> Pairs, int PairsInAll, ImmutableArray<LongPassage> Longest, ImmutableArray<FormulaView> Formulas, int FormulasInAll, int LeastPlaces)
    : Page(SiteUrl.Parallels, "互见", "各地报告中逐字相同的段落：谁与谁相同最多，最长的相同文字，各地通用的套语。");

/// <summary>Two reports that share passages.</summary>
/// <param name="Left">The later one.</param>
/// <param name="Right">The other, seen from the left one.</param>
public sealed record ComparedPair(ReportItem Left, SharedReport Right);

/// <summary>A long shared passage.</summary>
public sealed record LongPassage(string Text, ReportItem Left, AnchorId LeftAnchor, ReportItem Right, AnchorId RightAnchor);

/// <summary>A formula and where it stands first.</summary>
public sealed record FormulaView(string Text, int Reports, ReportItem First, AnchorId Anchor);

/// <summary>Makes the page of what reports have in common.</summary>
internal static class ParallelsPages
{
    private const int MostPairs = 40;
    private const int MostPassages = 20;
    private const int MostFormulas = 60;

    public static ParallelsPage Make(Site site, PageViews views, ParallelViews parallels)
    {
        var pairs = Enumerable.Range(0, site.Reports.Length)
            .SelectMany(report => site.Parallels.Of(report).GroupBy(static span => span.Other).Where(group => IsLater(site, report, group.Key)).Select(group => (
                Left: report, Right: group.Key, Share: (double)Coverage.Of(group) / Math.Max(1, site.Reports[report].Length))))
            .OrderByDescending(static pair => pair.Share)
            .ThenBy(static pair => (pair.Left, pair.Right))
            .ToList();
        return new ParallelsPage(
            [.. pairs.Take(MostPairs).Select(pair => new ComparedPair(
                views.Item(pair.Left), parallels.SharedWith(pair.Left).First(shared => shared.Report.Report.Id == site.Reports[pair.Right].Id)))],
            pairs.Count,
            Longest(site, views),
            [.. site.Parallels.Formulas.Take(MostFormulas).Select(formula => View(site, formula, views))],
            site.Parallels.Formulas.Length,
            ParallelPassages.LeastPlaces(site.Reports))
        {
            Trail = PageBuilder.HomeTrail,
        };
    }

    /// <summary>Whether a report is the one that may have taken words over: of a later year, or in one year further down.</summary>
    private static bool IsLater(Site site, int report, int other)
    {
        var (a, b) = (site.Reports[report].Id, site.Reports[other].Id);
        return a.Year != b.Year ? a.Year.Value > b.Year.Value : a.Place.Level != b.Place.Level ? a.Place.Level > b.Place.Level : report > other;
    }

    private static ImmutableArray<LongPassage> Longest(Site site, PageViews views) =>
        [.. Enumerable.Range(0, site.Reports.Length)
            .SelectMany(report => site.Parallels.Of(report).Where(span => span.Other > report).Select(span => (Report: report, Span: span)))
            .OrderByDescending(static pair => pair.Span.Length)
            .ThenBy(static pair => pair.Report)
            .DistinctBy(pair => pair.Span.TextIn(site.Reports[pair.Report]), StringComparer.Ordinal)
            .Take(MostPassages)
            .Select(pair => new LongPassage(
                Trimmed(pair.Span.TextIn(site.Reports[pair.Report])),
                views.Item(pair.Report),
                site.Reports[pair.Report].Body[pair.Span.Block].Anchor,
                views.Item(pair.Span.Other),
                site.Reports[pair.Span.Other].Body[pair.Span.OtherBlock].Anchor))];

    /// <summary>A passage begins where two texts begin to agree, which may be at the mark before its first word.</summary>
    private static string Trimmed(string text) => text.TrimStart('，', '。', '、', '；', '”', '！', '：', '）');

    private static FormulaView View(Site site, Formula formula, PageViews views)
    {
        var report = site.Reports[formula.Reports[0]];
        var block = report.Blocks.First(block => block.Text.Contains(formula.Text, StringComparison.Ordinal));
        return new FormulaView(Trimmed(formula.Text), formula.Reports.Length, views.Item(formula.Reports[0]), block.Anchor);
    }
}
