using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Concepts.Usage;

/// <summary>
/// The archive as a body of text to count in: how long each report is, where its sections lie, who was when before whom.
/// Made once; every concept is measured against it.
/// </summary>
public sealed class Corpus
{
    private const int MostYears = 40;

    private readonly FrozenDictionary<(PlanYear, PlaceLevel), UsageCell> _totals;
    private readonly int[] _paragraphs;

    /// <summary>Measures the site.</summary>
    public Corpus(Site site)
    {
        Site = site;
        Lengths = [.. site.Reports.Select(static report => report.Body.Figures.Characters)];
        Sections = [.. site.Reports.AsParallel().AsOrdered().Select(ReportSections.Of)];
        Years = TimeLine(site);
        Levels = [.. site.Reports.Select(static report => report.Id.Place.Level).Distinct().Order()];
        PlacesWithReports = [.. site.PlaceTree.Values.Where(static node => !node.Reports.IsEmpty)];
        Paragraphs = site.Reports.Sum(static report => report.Body.Figures.Blocks);
        _paragraphs = CountParagraphs(site);
        _totals = Enumerable.Range(0, site.Reports.Length)
            .GroupBy(i => (site.Reports[i].Id.Year, site.Reports[i].Id.Place.Level))
            .ToFrozenDictionary(static group => group.Key, group => new UsageCell(0, group.Count(), 0, group.Sum(i => (long)Lengths[i])));
    }

    /// <summary>The site.</summary>
    public Site Site { get; }

    /// <summary>For each report its characters (UTF-16 units), headings included.</summary>
    public ImmutableArray<int> Lengths { get; }

    /// <summary>For each report the section of each of its blocks.</summary>
    public ImmutableArray<ImmutableArray<ReportSection>> Sections { get; }

    /// <summary>The plan years from the first to the last, oldest first; where they are too many for a picture, those that have reports.</summary>
    public ImmutableArray<PlanYear> Years { get; }

    /// <summary>The levels that have reports, province first.</summary>
    public ImmutableArray<PlaceLevel> Levels { get; }

    /// <summary>The places that have reports of their own, by code.</summary>
    public ImmutableArray<PlaceNode> PlacesWithReports { get; }

    /// <summary>Number of blocks of all reports.</summary>
    public int Paragraphs { get; }

    /// <summary>Number of blocks a concept stands in.</summary>
    public int ParagraphsOf(int concept) => _paragraphs[concept];

    /// <summary>All reports of a year and a level; nothing used yet.</summary>
    public UsageCell Total(PlanYear year, PlaceLevel level) => _totals.GetValueOrDefault((year, level));

    /// <summary>A report as a group of one.</summary>
    /// <param name="report">Index of the report.</param>
    /// <param name="count">How often it uses the concept.</param>
    public UsageCell Cell(int report, int count) => new(count > 0 ? 1 : 0, 1, count, Lengths[report]);

    /// <summary>
    /// Whether one report came before another: an earlier plan year, or the same and both days known and the first earlier.
    /// Reports of one plan year whose days are not both known are neither before nor after each other.
    /// </summary>
    public bool IsBefore(int report, int other)
    {
        var (a, b) = (Site.Reports[report].Matter, Site.Reports[other].Matter);
        return a.Year.Value != b.Year.Value
            ? a.Year.Value < b.Year.Value
            : a.Date is { } first && b.Date is { } second && first < second;
    }

    private static ImmutableArray<PlanYear> TimeLine(Site site)
    {
        if (site.Years.IsEmpty)
            return [];
        var (first, last) = (site.Years[^1].Value, site.Years[0].Value);
        return last - first < MostYears ? [.. Enumerable.Range(first, last - first + 1).Select(static year => new PlanYear(year))] : [.. site.Years.Reverse()];
    }

    private static int[] CountParagraphs(Site site)
    {
        var counts = new int[site.Concepts.Length];
        foreach (var occurrences in site.Occurrences)
        {
            foreach (var (concept, _) in occurrences.Select(static occurrence => (occurrence.Concept, occurrence.Block)).Distinct())
                counts[concept]++;
        }
        return counts;
    }
}
