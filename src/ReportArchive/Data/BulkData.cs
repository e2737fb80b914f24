using System.Collections.Immutable;
using System.Text;
using ReportArchive.Pages;
using ReportArchive.Rdf;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Data;

/// <summary>The downloads of <c>/data/</c>: tables for a spreadsheet, lines for a program, and their checksums.</summary>
public static class BulkData
{
    private const string Folder = "data/";

    /// <summary>The files and what is in each.</summary>
    public static ImmutableArray<(StreamedFile File, string Description)> Files(Site site) =>
    [
        (Table("reports.csv", "id,url,title,place_code,place,year,kind,date,meeting,speaker,office,characters,paragraphs,complete\n", site.Reports.Length, (csv, i) => ReportRow(csv, site, site.Reports[i])), "报告目录，一行一篇（CSV，UTF-8）"),
        (Table("concepts.csv", "slug,url,label,aliases,kind,reports,occurrences,first_year,first_report,definition\n", site.Concepts.Length, (csv, i) => ConceptRow(csv, site, i)), "提法目录，一行一条（CSV，UTF-8）"),
        (Table("occurrences.csv", "concept,label,report,anchor,offset,length\n", site.Reports.Length, (csv, i) => OccurrenceRows(csv, site, i)), "提法在报告中的每一处出现，一行一处（CSV，UTF-8）"),
        (Graph("concepts.ttl", site, Turtle.Write), "提法及其关系（SKOS，Turtle）"),
        (Graph("concepts.jsonld", site, JsonLdDocument.Write), "提法及其关系（SKOS，JSON-LD）"),
        (Table("text.tsv", "id\tanchor\ttext\n", site.Reports.Length, (tsv, i) => TextRows(tsv, site.Reports[i])), "全部正文，一行一段：编号、段号、文字（TSV，UTF-8）"),
    ];

    /// <summary>The checksums of the files, in the format of <c>sha256sum</c>.</summary>
    public static OutputFile Sums(IEnumerable<DataFile> files) => new(
        Folder + "SHA256SUMS", Encoding.UTF8.GetBytes(string.Concat(files.Select(static file => $"{file.Sha256}  {file.Url.Value.Split('/')[^1]}\n"))));

    private static StreamedFile Graph(string name, Site site, Action<ByteBuffer, IReadOnlyList<RdfResource>> write) =>
        new(Folder + name, [buffer => write(buffer, new ConceptGraph(site).All())]);

    private static StreamedFile Table(string name, string head, int rows, Action<ByteBuffer, int> write) => new(
        Folder + name, [buffer => buffer.Append(head), .. Enumerable.Range(0, rows).Select(i => (Action<ByteBuffer>)(buffer => write(buffer, i)))]);

    private static void ReportRow(ByteBuffer csv, Site site, Report report)
    {
        var matter = report.Matter;
        Csv.Row(
                csv,
                report.Id.ToString(),
                site.Settings.Absolute(SiteUrl.Of(report.Id)),
                matter.Title,
                matter.Place.Code.Value,
                string.Join('/', ReportPlace.PathOf(report, site.Places)),
                matter.Year.ToString(),
                matter.Kind.Key(),
                matter.Date?.ToString("yyyy-MM-dd") ?? "",
                matter.Meeting ?? "",
                matter.Speaker ?? "",
                matter.Office ?? "",
                $"{report.Length}",
                $"{report.Body.Figures.Paragraphs}",
                matter.Sources.Any(static source => source.Complete == true) ? "true" : matter.Sources.Any(static source => source.Complete == false) ? "false" : "");
    }

    private static void ConceptRow(ByteBuffer csv, Site site, int i)
    {
        var concept = site.Concepts[i];
        var first = site.Uses[i].IsEmpty ? null : site.Reports[site.Uses[i][0].Report];
        Csv.Row(
            csv,
            concept.Slug.Value,
            site.Settings.Absolute(SiteUrl.Of(concept.Slug)),
            concept.Label,
            string.Join('|', concept.Aliases),
            concept.Kind?.ToString().ToLowerInvariant() ?? "",
            $"{site.Uses[i].Length}",
            $"{site.Uses[i].Sum(static use => use.Count)}",
            first?.Id.Year.ToString() ?? "",
            first?.Id.ToString() ?? "",
            string.Join(' ', concept.Definition));
    }

    private static void OccurrenceRows(ByteBuffer csv, Site site, int i)
    {
        var report = site.Reports[i];
        var id = report.Id.ToString();
        var blocks = report.Blocks;
        foreach (var occurrence in site.Occurrences[i])
        {
            var concept = site.Concepts[occurrence.Concept];
            Csv.Row(csv, concept.Slug.Value, concept.Label, id, blocks[occurrence.Block].Anchor.ToString(), $"{occurrence.Range.Start}", $"{occurrence.Range.Length}");
        }
    }

    private static void TextRows(ByteBuffer tsv, Report report)
    {
        var id = report.Id.ToString();
        foreach (var block in report.Blocks)
        {
            tsv.Append(id);
            tsv.Append('\t');
            tsv.Append(block.Anchor.ToString());
            tsv.Append('\t');
            tsv.Append(block.Text.Replace('\n', ' ').Replace('\t', ' '));
            tsv.Append('\n');
        }
    }
}
