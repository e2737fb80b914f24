using System.Collections.Immutable;
using System.Text;
using ReportArchive.Citations;
using ReportArchive.Pages;
using ReportArchive.Sites;

namespace ReportArchive.Data;

/// <summary>The files published beside a page.</summary>
public static class PageFiles
{
    /// <summary>The machine-readable forms of a page; none for most.</summary>
    public static IEnumerable<OutputFile> Beside(Page page)
    {
        switch (page)
        {
            case ReportPage report:
                yield return File(page, "data.json", Json.Write(json => ReportJson.Write(json, report)));
                foreach (var file in Citations(page, "cite", [report.Metadata.Citation]))
                    yield return file;
                break;
            case ConceptPage concept:
                yield return File(page, "data.json", Json.Write(json => ConceptJson.Write(json, concept)));
                yield return File(page, "data.csv", ConceptCsv.Write(concept));
                foreach (var file in ConcordanceJson.Write(concept))
                    yield return file;
                foreach (var file in Citations(page, "cite", [concept.Citation]).Concat(Citations(page, "reports", concept.ReportCitations)))
                    yield return file;
                break;
        }
    }

    private static IEnumerable<OutputFile> Citations(Page page, string name, ImmutableArray<Citation> works) =>
        works.IsEmpty ? [] : CitationForms.Files.Select(form => File(page, name + form.Extension, Encoding.UTF8.GetBytes(form.Write(works))));

    private static OutputFile File(Page page, string name, byte[] bytes) => new(page.Url.File(name).FilePath, bytes);
}
