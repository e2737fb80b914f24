using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Reports;

namespace ReportArchive.Sites;

/// <summary>One identity, one report; one text, one report.</summary>
internal static class Duplicates
{
    /// <summary>The reports by id, one of each identity, if possible the one whose path says so too; the others are errors that name both files.</summary>
    public static ImmutableArray<Report> Reject(IEnumerable<Report> reports, ICollection<Diagnostic> diagnostics)
    {
        var kept = ImmutableArray.CreateBuilder<Report>();
        foreach (var group in InOrder(reports).GroupBy(static report => report.Id).OrderBy(static group => group.Key))
        {
            var first = group.First();
            kept.Add(first);
            foreach (var second in group.Skip(1))
            {
                diagnostics.Add(Diagnostic.Error(
                    "RA0202",
                    new SourceSpan(second.File, 1, 1),
                    $"{second.Id} is in the archive already: {first.File}",
                    "delete one of the two files; if both are witnesses of one report, list the second under 'source:' of the first"));
            }
        }
        RejectSameText(kept, diagnostics);
        return kept.ToImmutable();
    }

    private static IOrderedEnumerable<Report> InOrder(IEnumerable<Report> reports) =>
        reports.OrderByDescending(static report => ReportReader.IsPathOf(report.Id, report.File)).ThenBy(static report => report.File, StringComparer.Ordinal);

    private static void RejectSameText(IEnumerable<Report> reports, ICollection<Diagnostic> diagnostics)
    {
        var byText = new Dictionary<UInt128, Report>();
        foreach (var report in reports)
        {
            var text = report.Body.Figures.Hash;
            if (byText.TryAdd(text, report))
                continue;
            diagnostics.Add(Diagnostic.Error(
                "RA0204",
                new SourceSpan(report.File, 1, 1),
                $"the text is the same as that of {byText[text].File}",
                "one of the two has the wrong text or the wrong front matter: correct or delete it"));
        }
    }
}
