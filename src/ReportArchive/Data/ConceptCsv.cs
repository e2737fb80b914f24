using ReportArchive.Concepts.Usage;
using ReportArchive.Pages;
using ReportArchive.Reports;

namespace ReportArchive.Data;

/// <summary>
/// <c>data.csv</c> beside a concept: its whole concordance, one occurrence a row. The page reads its lines from it too, where
/// it holds a part of them only.
/// </summary>
public static class ConceptCsv
{
    /// <summary>Writes the table, by plan year, then report, then in reading order.</summary>
    public static void Write(ByteBuffer csv, ConceptPage page)
    {
        csv.Append("report,anchor,year,date,kind,place_code,place,level,section,left,key,right\n");
        foreach (var (item, line) in page.Usage.AllLines)
        {
            var matter = item.Report.Matter;
            Csv.Row(
                csv,
                item.Report.Id.ToString(),
                line.Anchor.ToString(),
                matter.Year.ToString(),
                matter.Date?.ToString("yyyy-MM-dd") ?? "",
                matter.Kind.Key(),
                matter.Place.Code.Value,
                string.Join('/', item.PlacePath),
                matter.Place.Level.ToString().ToLowerInvariant(),
                line.Section.Key(),
                line.Left,
                line.Key,
                line.Right);
        }
    }
}
