using System.Collections.Immutable;
using ReportArchive.Concepts;
using ReportArchive.Reports;
using ReportArchive.Sites;
using ReportArchive.Text;

namespace ReportArchive.Pages;

/// <summary>
/// Sentences for the home page, one each of slogans and formulas, the language that needs explaining. Those that several reports
/// use, but not all, come first, for they show how such language travels.
/// </summary>
internal static class HomePassages
{
    private const int Most = 3;
    private const int Shortest = 30;
    private const int Longest = 110;

    public static ImmutableArray<HomePassage> Choose(Site site, PageViews views)
    {
        var passages = ImmutableArray.CreateBuilder<HomePassage>();
        var reports = new HashSet<int>();
        var concepts = Enumerable.Range(0, site.Concepts.Length)
            .Where(i => site.Concepts[i].Kind is ConceptKind.Formula or ConceptKind.Slogan && site.Uses[i].Length >= 2)
            .OrderByDescending(i => site.Uses[i].Length * views.Rarity(i))
            .ThenBy(static i => i);
        foreach (var concept in concepts)
        {
            if (passages.Count == Most)
                break;
            var passage = site.Uses[concept]
                .Where(use => !reports.Contains(use.Report))
                .Select(use => Passage(site, concept, use, views))
                .FirstOrDefault(static passage => passage is not null);
            if (passage is null)
                continue;
            reports.Add(site.ReportById[passage.Report.Report.Id]);
            passages.Add(passage);
        }
        return passages.ToImmutable();
    }

    private static HomePassage? Passage(Site site, int concept, ConceptUse use, PageViews views)
    {
        foreach (var occurrence in site.OccurrencesOf(concept, use))
        {
            var block = site.Reports[use.Report].Body[occurrence.Block];
            var sentence = Sentences.Around(block.Text, occurrence.Range);
            if (block.Kind == BlockKind.Paragraph && sentence.Length is >= Shortest and <= Longest)
            {
                return new HomePassage(
                    site.Concepts[concept],
                    block.Text[sentence.Start..occurrence.Range.Start],
                    block.Text[occurrence.Range.Start..occurrence.Range.End],
                    block.Text[occurrence.Range.End..sentence.End],
                    views.Item(use.Report),
                    block.Anchor);
            }
        }
        return null;
    }
}
