using System.Collections.Immutable;
using ReportArchive.Parallels;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>What a report has in common with others, for its page.</summary>
/// <param name="Blocks">By index of its block: where the same words stand, nearest and longest first.</param>
/// <param name="Reports">The reports it shares most with.</param>
/// <param name="ReportsInAll">With how many reports it shares a passage.</param>
/// <param name="FormulaCharacters">Characters of it that are formulas.</param>
public sealed record ReportParallels(
    ImmutableDictionary<int, BlockParallels> Blocks, ImmutableArray<SharedReport> Reports, int ReportsInAll, int FormulaCharacters);

/// <summary>Where the words of a paragraph stand elsewhere.</summary>
/// <param name="Places">The reports to show, with the paragraph of each.</param>
/// <param name="InAll">In how many reports they stand.</param>
public sealed record BlockParallels(ImmutableArray<BlockParallel> Places, int InAll);

/// <summary>Another report that has words of a paragraph.</summary>
/// <param name="Report">The report.</param>
/// <param name="Anchor">Its paragraph with the longest shared span.</param>
/// <param name="Characters">Characters in common.</param>
public sealed record BlockParallel(ReportItem Report, AnchorId Anchor, int Characters);

/// <summary>A report that shares passages with another.</summary>
/// <param name="Report">The report.</param>
/// <param name="Characters">Characters of the one it is looked at from that stand in it too, formulas left out.</param>
/// <param name="Share">Their share of that report's text, 0 to 1.</param>
/// <param name="Comparison">The page that sets both side by side; none where it has no room for them.</param>
public sealed record SharedReport(ReportItem Report, int Characters, double Share, SiteUrl? Comparison)
{
    // Sections come and go as the archive grows, and a publication may stop half-way: words are looked for, an id would break.
    /// <summary>What follows the page's address in a link to the section of this report: its heading as a text fragment.</summary>
    public string Fragment => "#:~:text=" + Uri.EscapeDataString($"与{Report.Report.Matter.Title}").Replace("-", "%2D", StringComparison.Ordinal);
}

/// <summary>Looks parallel passages up for pages.</summary>
internal sealed class ParallelViews(Site site, PageViews views)
{
    private const int MostPlaces = 2;
    private const int MostReports = 6;

    /// <summary>The reports that a report is set beside, with the passages.</summary>
    public ImmutableArray<ComparedReport> Compared(int report) => ComparedReport.Choose(site, report);

    public ReportParallels Of(int report)
    {
        var spans = site.Parallels.Of(report);
        var reports = SharedWith(report);
        return new ReportParallels(
            spans.GroupBy(static span => span.Block).ToImmutableDictionary(static group => group.Key, group => OfBlock(report, group)),
            [.. reports.Take(MostReports)],
            reports.Length,
            Coverage.Of(site.Parallels.FormulasIn(report)));
    }

    /// <summary>The reports that a report shares passages with, most characters first.</summary>
    public ImmutableArray<SharedReport> SharedWith(int report) => SharedWith(report, Compared(report));

    /// <summary>The same, where the reports that it is set beside are known.</summary>
    public ImmutableArray<SharedReport> SharedWith(int report, ImmutableArray<ComparedReport> beside)
    {
        var compared = beside.Select(static pair => pair.Other).ToHashSet();
        return [.. site.Parallels.Of(report)
            .GroupBy(static span => span.Other)
            .Select(group => Shared(report, group.Key, Coverage.Of(group), compared.Contains(group.Key)))
            .OrderByDescending(static shared => shared.Characters)
            .ThenBy(static shared => shared.Report.Report.Id)];
    }

    /// <summary>A report seen from another one, on the page that sets both side by side.</summary>
    public SharedReport Shared(int report, int other) =>
        Shared(report, other, Coverage.Of(site.Parallels.Of(report).Where(span => span.Other == other)), isCompared: true);

    private SharedReport Shared(int report, int other, int characters, bool isCompared) => new(
        views.Item(other),
        characters,
        (double)characters / Math.Max(1, site.Reports[report].Length),
        isCompared ? SiteUrl.ComparisonsOf(site.Reports[report].Id) : null);

    /// <summary>The same place in other years first, then places above and below, then by length.</summary>
    private BlockParallels OfBlock(int report, IEnumerable<SharedSpan> spans)
    {
        var place = site.Reports[report].Id.Place;
        var byReport = spans.GroupBy(static span => span.Other).ToList();
        var places = byReport
            .OrderBy(group => Distance(place, site.Reports[group.Key].Id.Place))
            .ThenByDescending(static group => Coverage.Of(group))
            .ThenBy(static group => group.Key)
            .Take(MostPlaces)
            .Select(group =>
            {
                var longest = group.MaxBy(static span => span.Length);
                return new BlockParallel(views.Item(group.Key), site.Reports[group.Key].Body[longest.OtherBlock].Anchor, Coverage.Of(group));
            });
        return new BlockParallels([.. places], byReport.Count);
    }

    private static int Distance(Places.PlaceCode a, Places.PlaceCode b) => a == b ? 0 : a.IsAbove(b) || b.IsAbove(a) ? 1 : 2;
}
