using System.Collections.Immutable;
using ReportArchive.Concepts.Usage;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>
/// Concepts side by side over years and places. The page holds a table of the most widespread ones; the browser draws up to four
/// that a reader chooses, from their own data files.
/// </summary>
/// <param name="Matrix">How many reports each place has from each plan year.</param>
/// <param name="Shown">The concepts of the table, by plan year.</param>
/// <param name="Choice">The concepts a reader can choose from.</param>
/// <param name="Example">The concepts that are drawn when nothing is chosen.</param>
public sealed record ComparePage(
    ReportMatrix Matrix, ImmutableArray<ComparedConcept> Shown, ImmutableArray<ConceptItem> Choice, ImmutableArray<ConceptItem> Example) : Page(
    SiteUrl.Compare, "比较提法", "把至多四条提法放在一张图里，比较各年度、各地方的使用。");

/// <summary>A concept in the table of comparison.</summary>
/// <param name="Item">The concept.</param>
/// <param name="ByYear">Its use in each plan year of the matrix.</param>
public sealed record ComparedConcept(ConceptItem Item, ImmutableArray<UsageCell> ByYear);

/// <summary>Makes the page that compares concepts.</summary>
internal static class ComparePages
{
    private const int MostShown = 40;
    private const int MostToChoose = 1200;
    private const int Examples = 3;

    public static ComparePage Make(Site site, PageViews views)
    {
        var matrix = ReportMatrix.Of(site, Enumerable.Range(0, site.Reports.Length));
        var used = Enumerable.Range(0, site.Concepts.Length)
            .Where(concept => !site.Uses[concept].IsEmpty)
            .OrderByDescending(concept => site.Uses[concept].Length)
            .ThenBy(static concept => concept)
            .ToList();
        return new ComparePage(
            matrix,
            [.. used.Take(MostShown).Select(concept => new ComparedConcept(views.Concept(concept), ByYear(site, concept, matrix.Years)))],
            [.. used.OrderBy(concept => site.Concepts[concept].IsCurated ? 0 : 1).Take(MostToChoose).Select(views.Concept)],
            [.. used.Where(concept => site.Concepts[concept].IsCurated).OrderByDescending(concept => site.Uses[concept].Length * views.Rarity(concept)).ThenBy(static concept => concept).Take(Examples).Select(views.Concept)])
        {
            Trail = [.. PageBuilder.HomeTrail, new PageLink("提法", SiteUrl.Concepts)],
        };
    }

    private static ImmutableArray<UsageCell> ByYear(Site site, int concept, ImmutableArray<PlanYear> years)
    {
        var uses = site.Uses[concept].ToLookup(use => site.Reports[use.Report].Id.Year);
        var all = site.Reports.CountBy(static report => report.Id.Year).ToDictionary();
        return [.. years.Select(year => new UsageCell(uses[year].Count(), all[year], uses[year].Sum(static use => use.Count), 0))];
    }
}
