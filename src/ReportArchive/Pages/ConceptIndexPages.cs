using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>All concepts: by kind, and by level, first year, reach, rise and fall.</summary>
/// <param name="Rows">The described concepts, on the first page only, and this page's part of the others.</param>
/// <param name="AllUndescribed">How many concepts nobody has described.</param>
/// <param name="Reports">Reports of the archive.</param>
/// <param name="Turn">The plan year that rise and fall are measured at; none where the archive has one year only.</param>
/// <param name="Paging">Which part of those without a definition this is.</param>
public sealed record ConceptIndexPage(ImmutableArray<ConceptRow> Rows, int AllUndescribed, int Reports, PlanYear? Turn, Paging Paging) : Page(
    Paging.Url, "提法" + Paging.Suffix, "各地报告中反复出现的政策提法：含义、出处与流传。")
{
    private const int MostMoving = 10;
    private const int FewestReports = 3;

    /// <summary>The concepts whose share of reports grew most.</summary>
    public IEnumerable<ConceptRow> Rising => Moving(static row => row.Trend!.Value);

    /// <summary>The concepts whose share of reports fell most.</summary>
    public IEnumerable<ConceptRow> Falling => Moving(static row => -row.Trend!.Value);

    private IEnumerable<ConceptRow> Moving(Func<ConceptRow, double> by) => Rows
        .Where(row => row.Trend is not null && row.Item.Reports >= FewestReports && by(row) > 0.005)
        .OrderByDescending(by)
        .ThenBy(static row => row.Item.Concept.Slug)
        .Take(MostMoving);
}

/// <summary>A concept in the index.</summary>
/// <param name="Item">The concept.</param>
/// <param name="Places">How many places use it.</param>
/// <param name="Highest">The highest level of government that uses it.</param>
/// <param name="Trend">Share of the reports from the turn on that use it, less the share of those before it; −1 to 1.</param>
public sealed record ConceptRow(ConceptItem Item, int Places, PlaceLevel? Highest, double? Trend);

/// <summary>Makes the index of concepts.</summary>
internal static class ConceptIndexPages
{
    // The described ones fill most of the first page.
    private const int MostUndescribed = 100;

    /// <summary>Those with a definition on one page; those without, which grow with the archive, in parts, most used first.</summary>
    public static IEnumerable<PlannedPage> Plan(Site site, PageViews views)
    {
        var turn = TurnOf(site);
        var described = Enumerable.Range(0, site.Concepts.Length).Where(concept => site.Concepts[concept].IsCurated).ToImmutableArray();
        ImmutableArray<int> undescribed =
        [
            .. Enumerable.Range(0, site.Concepts.Length)
                .Where(concept => !site.Concepts[concept].IsCurated)
                .OrderByDescending(concept => views.Concept(concept).Reports)
                .ThenByDescending(concept => views.Concept(concept).Occurrences)
                .ThenBy(concept => site.Concepts[concept].Slug),
        ];
        return Paging.Cut(SiteUrl.Concepts, new SiteUrl("/c/all/"), undescribed, MostUndescribed).Select(part => new PlannedPage(part.Paging.Url, () => new ConceptIndexPage(
            [.. (part.Paging.Number == 1 ? described : []).Concat(part.Rows).Select(concept => Row(site, concept, views, turn))],
            undescribed.Length,
            site.Reports.Length,
            turn?.Year,
            part.Paging)
        {
            Trail = part.Paging.Number == 1 ? PageBuilder.HomeTrail : [.. PageBuilder.HomeTrail, new PageLink("提法", SiteUrl.Concepts)],
        }));
    }

    private static ConceptRow Row(Site site, int concept, PageViews views, Turn? turn)
    {
        var places = site.Uses[concept].Select(use => site.Reports[use.Report].Id.Place).Distinct().ToList();
        return new ConceptRow(
            views.Concept(concept),
            places.Count,
            places.Count == 0 ? null : places.Min(static place => place.Level),
            turn is null ? null : Trend(site, concept, turn));
    }

    /// <summary>The plan year that cuts the archive most evenly: about as many reports before it as from it on, the earlier of equals.</summary>
    private static Turn? TurnOf(Site site) => site.Years.Length < 2
        ? null
        : site.Years.SkipLast(1).Reverse()
            .Select(year => new Turn(year, site.Reports.Count(report => report.Id.Year.Value < year.Value)))
            .MinBy(turn => Math.Abs(site.Reports.Length - 2 * turn.Before));

    private static double Trend(Site site, int concept, Turn turn)
    {
        var usedBefore = site.Uses[concept].Count(use => site.Reports[use.Report].Id.Year.Value < turn.Year.Value);
        var usedAfter = site.Uses[concept].Length - usedBefore;
        return (double)usedAfter / Math.Max(1, site.Reports.Length - turn.Before) - (double)usedBefore / Math.Max(1, turn.Before);
    }

    /// <summary>A plan year that parts the archive, and how many reports are of years before it.</summary>
    private sealed record Turn(PlanYear Year, int Before);
}
