using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReportArchive.Pages;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Data;

/// <summary>The downloads of <c>/data/</c>: tables for a spreadsheet, lines for a program, and their checksums.</summary>
public static class BulkData
{
    /// <summary>The files and what is in each; the last one holds the SHA-256 of the others in the format of <c>sha256sum</c>.</summary>
    public static ImmutableArray<(OutputFile File, string Description)> Files(Site site)
    {
        var files = ImmutableArray.Create(
            (Make("reports.csv", ReportsCsv(site)), "报告目录，一行一篇（CSV，UTF-8）"),
            (Make("concepts.csv", ConceptsCsv(site)), "提法目录，一行一条（CSV，UTF-8）"),
            (Make("occurrences.csv", OccurrencesCsv(site)), "提法在报告中的每一处出现，一行一处（CSV，UTF-8）"),
            (Make("text.tsv", TextTsv(site)), "全部正文，一行一段：编号、段号、文字（TSV，UTF-8）"));
        var sums = string.Concat(files.Select(static file => $"{Hash(file.Item1)}  {Path.GetFileName(file.Item1.Path)}\n"));
        return files.Add((Make("SHA256SUMS", sums), "以上文件的 SHA-256 校验和"));
    }

    /// <summary>The entry of a file on the data page.</summary>
    public static DataFile Describe(OutputFile file, string description) =>
        new(new SiteUrl("/" + file.Path), description, file.Bytes.Length, Hash(file));

    private static OutputFile Make(string name, string text) => new("data/" + name, Encoding.UTF8.GetBytes(text));

    private static string Hash(OutputFile file) => Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));

    private static string ReportsCsv(Site site)
    {
        var csv = new StringBuilder("id,url,title,place_code,place,year,kind,date,meeting,speaker,office,characters,paragraphs,complete\n");
        foreach (var report in site.Reports)
        {
            var matter = report.Matter;
            Csv.Row(
                csv,
                report.Id.ToString(),
                site.Settings.Absolute(SiteUrl.Of(report.Id)),
                matter.Title,
                matter.Place.Code.Value,
                string.Concat(ReportPlace.PathOf(report, site.Places)),
                matter.Year.ToString(),
                matter.Kind.Key(),
                matter.Date?.ToString("yyyy-MM-dd") ?? "",
                matter.Meeting ?? "",
                matter.Speaker ?? "",
                matter.Office ?? "",
                $"{report.Length}",
                $"{report.Blocks.Count(static block => block.Kind != BlockKind.Heading)}",
                matter.Sources.Any(static source => source.Complete == true) ? "true" : matter.Sources.Any(static source => source.Complete == false) ? "false" : "");
        }
        return csv.ToString();
    }

    private static string ConceptsCsv(Site site)
    {
        var csv = new StringBuilder("slug,url,label,aliases,kind,reports,occurrences,first_year,first_report,definition\n");
        for (var i = 0; i < site.Concepts.Length; i++)
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
        return csv.ToString();
    }

    private static string OccurrencesCsv(Site site)
    {
        var csv = new StringBuilder("concept,label,report,anchor,offset,length\n");
        for (var i = 0; i < site.Reports.Length; i++)
        {
            var report = site.Reports[i];
            foreach (var occurrence in site.Occurrences[i])
            {
                var concept = site.Concepts[occurrence.Concept];
                Csv.Row(csv, concept.Slug.Value, concept.Label, report.Id.ToString(), report.Blocks[occurrence.Block].Anchor.ToString(), $"{occurrence.Range.Start}", $"{occurrence.Range.Length}");
            }
        }
        return csv.ToString();
    }

    private static string TextTsv(Site site)
    {
        var tsv = new StringBuilder("id\tanchor\ttext\n");
        foreach (var report in site.Reports)
        {
            foreach (var block in report.Blocks)
                tsv.Append(report.Id.ToString()).Append('\t').Append(block.Anchor.ToString()).Append('\t').Append(block.Text.Replace('\n', ' ').Replace('\t', ' ')).Append('\n');
        }
        return tsv.ToString();
    }
}
