using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// Divides the reports of an archive into segments. The division is a function of which reports there are and of nothing else, so
/// that a clean build and one with a cache write the same bytes, and a report that is added, changed or taken away changes one
/// segment alone and the tables it shares. The newest plan year of a large archive, to which almost every new report belongs, has
/// tables of its own; the settled rest has others. What is too large for one segment is halved, for the memory it takes to build:
/// a reader asks the tables of many segments as it asks those of one.
/// </summary>
internal static class SegmentDivision
{
    /// <summary>
    /// The members of each segment, in their order, by the tables they share.
    /// </summary>
    /// <param name="reports">All reports, sorted.</param>
    /// <param name="options">How many a segment may have, and how many are worth dividing.</param>
    public static IEnumerable<IReadOnlyList<DocumentOrder[]>> Divide(DocumentOrder[] reports, SearchIndexOptions options)
    {
        if (reports.Length < options.DividedFrom || reports.Length == 0)
            return [[.. Halve(reports, options.SegmentReports)]];
        var newest = reports.Max(static report => report.Year);
        DocumentOrder[] settled = [.. reports.Where(report => report.Year < newest)];
        DocumentOrder[] fresh = [.. reports.Where(report => report.Year == newest)];
        return fresh.Length > settled.Length
            ? [[.. Halve(reports, options.SegmentReports)]]
            : [[.. Halve(settled, options.SegmentReports)], [.. Halve(fresh, options.SegmentReports)]];
    }

    /// <summary>
    /// Halves a run until its parts are small enough: not in the very middle, which any new report moves, but before the report
    /// nearby whose id has the lowest hash, which hardly any does.
    /// </summary>
    private static IEnumerable<DocumentOrder[]> Halve(DocumentOrder[] reports, int most)
    {
        if (reports.Length <= most)
            return [reports];
        var (middle, reach) = (reports.Length / 2, reports.Length / 8);
        var cut = Enumerable.Range(middle - reach, (2 * reach) + 1).MinBy(at => GramHash.Place(reports[at].Id));
        return Halve(reports[..cut], most).Concat(Halve(reports[cut..], most));
    }
}
