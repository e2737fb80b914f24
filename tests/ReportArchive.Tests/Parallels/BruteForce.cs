using System.Collections.Immutable;
using ReportArchive.Parallels;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Parallels;

/// <summary>The definition of shared spans and formulas, worked out with no cleverness: the truth for the tests.</summary>
internal static class BruteForce
{
    /// <summary>Every maximal run of thirty or more equal characters in two paragraphs of different reports, formulas left out.</summary>
    public static IEnumerable<(int Report, SharedSpan Span)> Spans(ImmutableArray<Report> reports)
    {
        var prefectures = Prefectures(reports);
        var least = Math.Max(3, (int)Math.Ceiling(Math.Sqrt(reports.Select(static report => Prefecture(report.Id.Place)).Distinct().Count())));
        for (var report = 0; report < reports.Length; report++)
        {
            var spans = new List<SharedSpan>();
            for (var other = 0; other < reports.Length; other++)
            {
                if (other != report)
                    spans.AddRange(Spans(reports[report], reports[other], other));
            }
            foreach (var span in spans.OrderBy(static span => (span.Block, span.Start, span.Other, span.OtherBlock, span.OtherStart)))
            {
                var text = reports[report].Blocks[span.Block].Text;
                var customary = CustomaryWords.In(text).ToList();
                var formulas = Enumerable.Range(span.Start, span.Length - 29)
                    .Where(start => prefectures[text.Substring(start, 30)].Count >= least || customary.Exists(words => start >= words.Start && start + 30 <= words.End))
                    .ToList();
                if (Enumerable.Range(span.Start, span.Length).Count(at => !formulas.Exists(start => at >= start && at < start + 30)) >= 10)
                    yield return (report, span);
            }
        }
    }

    /// <summary>Looks every thirty characters of one report up in the other, and lengthens those that nothing stands before.</summary>
    private static IEnumerable<SharedSpan> Spans(Report report, Report other, int index)
    {
        var places = Windows(other).ToLookup(static window => window.Text, static window => (window.Block, window.Start), StringComparer.Ordinal);
        foreach (var (window, a, i) in Windows(report))
        {
            foreach (var (b, j) in places[window])
            {
                var (left, right) = (report.Blocks[a].Text, other.Blocks[b].Text);
                if (i > 0 && j > 0 && left[i - 1] == right[j - 1])
                    continue;
                var length = 30;
                while (i + length < left.Length && j + length < right.Length && left[i + length] == right[j + length])
                    length++;
                yield return new SharedSpan(a, i, length, index, b, j);
            }
        }
    }

    private static IEnumerable<(string Text, int Block, int Start)> Windows(Report report) =>
        from block in Enumerable.Range(0, report.Blocks.Length)
        where report.Blocks[block].Kind != BlockKind.Heading
        from start in Enumerable.Range(0, Math.Max(0, report.Blocks[block].Text.Length - 29))
        select (report.Blocks[block].Text.Substring(start, 30), block, start);

    /// <summary>For every thirty characters the prefectures they stand in.</summary>
    private static Dictionary<string, HashSet<PlaceCode>> Prefectures(ImmutableArray<Report> reports)
    {
        var prefectures = new Dictionary<string, HashSet<PlaceCode>>(StringComparer.Ordinal);
        foreach (var report in reports)
        {
            foreach (var (window, _, _) in Windows(report))
            {
                if (!prefectures.TryGetValue(window, out var known))
                    prefectures[window] = known = [];
                known.Add(Prefecture(report.Id.Place));
            }
        }
        return prefectures;
    }

    private static PlaceCode Prefecture(PlaceCode place) => place.Level > PlaceLevel.Prefecture ? Prefecture(place.Parent!.Value) : place;
}
