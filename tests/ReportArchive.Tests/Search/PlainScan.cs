using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Tests.Search;

/// <summary>The truth the index is held against: reads all the text and looks for the phrase, block by block.</summary>
internal static class PlainScan
{
    /// <summary>Ids of the reports that hold the phrase in their title or in one block.</summary>
    public static SortedSet<string> Find(IEnumerable<Report> reports, string phrase)
    {
        var wanted = Fold(phrase);
        return new SortedSet<string>(
            reports
                .Where(report => Fold(report.Matter.Title).Contains(wanted, StringComparison.Ordinal)
                    || report.Blocks.Any(block => Fold(block.Text).Contains(wanted, StringComparison.Ordinal)))
                .Select(static report => report.Id.ToString()),
            StringComparer.Ordinal);
    }

    private static string Fold(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)).Select(Width.Fold));
}
