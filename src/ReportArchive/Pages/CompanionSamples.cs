using System.Runtime.InteropServices;
using ReportArchive.Concepts.Usage;
using ReportArchive.Sites;
using ReportArchive.Text;

namespace ReportArchive.Pages;

/// <summary>For concepts that stand with a concept, the earliest place where both stand in one paragraph.</summary>
internal static class CompanionSamples
{
    // Beyond this many reports a companion that was not met yet is too rare beside a concept this frequent to be worth the search.
    private const int MostReports = 400;
    private const int WidestTogether = 60;
    private const int Room = 16;

    /// <summary>Looks through the reports that use a concept, earliest first, until every companion was met.</summary>
    public static Dictionary<int, CompanionSample> Find(Site site, int concept, IEnumerable<int> companions, PageViews views)
    {
        var wanted = companions.ToHashSet();
        var found = new Dictionary<int, CompanionSample>();
        var end = site.Uses[concept].Length > MostReports ? site.Uses[concept][MostReports].Report : -1;
        foreach (var (report, occurrences) in Companions.ParagraphsWith(site, concept))
        {
            if (wanted.Count == 0 || report == end)
                break;
            var paragraph = MemoryMarshal.ToEnumerable(occurrences);
            var own = paragraph.First(occurrence => occurrence.Concept == concept);
            foreach (var other in paragraph.Where(occurrence => wanted.Remove(occurrence.Concept)))
                found[other.Concept] = Sample(site, report, own, other, views);
        }
        return found;
    }

    private static CompanionSample Sample(Site site, int report, Occurrence own, Occurrence other, PageViews views)
    {
        var block = site.Reports[report].Body[own.Block];
        var start = Math.Min(own.Range.Start, other.Range.Start);
        var both = new TextRange(start, Math.Max(own.Range.End, other.Range.End) - start);
        return new CompanionSample(views.Item(report), block.Anchor, both.Length <= WidestTogether ? Snippet.Of(block.Text, both, Room) : Snippet.Of(block.Text, other.Range, WidestTogether / 2));
    }
}
