using ReportArchive.Concepts.Usage;
using ReportArchive.Pages;
using ReportArchive.Reports;

namespace ReportArchive.Data;

/// <summary>
/// <c>lines/2023.json</c> beside a concept whose page does not hold all of its concordance: the lines of a plan year, each a
/// list of report, title, place, anchor, section, left context, words, right context.
/// </summary>
public static class ConcordanceJson
{
    /// <summary>The files of a concept; none where its page holds everything.</summary>
    public static IEnumerable<(string Name, Action<ByteBuffer> Write)> Files(ConceptPage page) => !page.Usage.IsCut
        ? []
        : page.Usage.AllLines
            .GroupBy(static view => view.Report.Report.Id.Year)
            .Select(static group => ($"lines/{group.Key}.json", (Action<ByteBuffer>)(buffer => Write(buffer, group))));

    private static void Write(ByteBuffer buffer, IEnumerable<LineView> lines) => Json.WriteLine(buffer, json =>
    {
        json.WriteStartArray();
        foreach (var (item, line) in lines)
        {
            json.WriteStartArray();
            json.WriteStringValue(item.Report.Id.ToString());
            json.WriteStringValue(item.Report.Matter.Title);
            json.WriteStringValue(item.PlacePath[^1]);
            json.WriteStringValue(line.Anchor.ToString());
            json.WriteStringValue(line.Section.Key());
            json.WriteStringValue(line.Left);
            json.WriteStringValue(line.Key);
            json.WriteStringValue(line.Right);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    });
}
