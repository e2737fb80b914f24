using System.Buffers;
using System.Collections.Immutable;
using ReportArchive.Citations;
using ReportArchive.Pages;
using ReportArchive.Previews;
using ReportArchive.Rdf;
using ReportArchive.Sites;

namespace ReportArchive.Data;

/// <summary>The files published beside a page.</summary>
public static class PageFiles
{
    /// <summary>The machine-readable forms of a page; none for most. All are written into one buffer: a file's bytes are valid until the next is asked for.</summary>
    public static IEnumerable<OutputFile> Beside(Page page, ByteBuffer buffer)
    {
        foreach (var (name, write) in Files(page))
        {
            buffer.Clear();
            write(buffer);
            yield return new OutputFile(page.Url.File(name).FilePath, buffer.Written);
        }
    }

    private static IEnumerable<(string Name, Action<ByteBuffer> Write)> Files(Page page) => page switch
    {
        ReportPage report =>
        [
            ("data.json", buffer => Json.WriteLine(buffer, json => ReportJson.Write(json, report))),
            (PreviewCard.FileName, buffer => buffer.Write(PreviewCard.Draw(report.Metadata))),
            .. Citations("cite", [report.Metadata.Citation]),
        ],
        ConceptPage concept =>
        [
            ("data.json", buffer => Json.WriteLine(buffer, json => ConceptJson.Write(json, concept))),
            ("data.csv", buffer => ConceptCsv.Write(buffer, concept)),
            ("skos.ttl", buffer => Turtle.Write(buffer, [concept.Skos])),
            .. Citations("reports", concept.ReportCitations),
        ],
        _ => [],
    };

    private static IEnumerable<(string Name, Action<ByteBuffer> Write)> Citations(string name, ImmutableArray<Citation> works) =>
        works.IsEmpty ? [] : CitationForms.Files.Select(form => (name + form.Extension, (Action<ByteBuffer>)(buffer => buffer.Append(form.Write(works)))));
}
