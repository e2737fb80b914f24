using ReportArchive.Sites;

namespace ReportArchive.Concepts;

/// <summary>Why a concept is never found although its words stand in the reports: a longer name hides it.</summary>
internal static class HiddenSpellings
{
    /// <summary>The concept within whose name one of a concept's spellings stands; none where no report has the words.</summary>
    public static Concept? HiddenBy(Site site, Concept concept)
    {
        var spellings = concept.Spellings.Select(MatchText.Fold).Where(static spelling => spelling.Length > 0).ToList();
        foreach (var (report, occurrences) in site.Reports.Zip(site.Occurrences))
        {
            var blocks = report.Blocks;
            foreach (var occurrence in occurrences)
            {
                var words = MatchText.Fold(occurrence.Range.Of(blocks[occurrence.Block].Text).ToString());
                if (spellings.Exists(spelling => words.Contains(spelling, StringComparison.Ordinal)))
                    return site.Concepts[occurrence.Concept];
            }
        }
        return null;
    }
}
