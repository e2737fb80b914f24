using System.Collections.Immutable;

namespace ReportArchive.Citations;

/// <summary>A style that writes a reference for a reference list.</summary>
/// <param name="Key">Name in markup and stored preferences, ASCII.</param>
/// <param name="Name">Name shown to readers.</param>
/// <param name="Write">Writes the reference.</param>
public sealed record ReferenceForm(string Key, string Name, Func<Citation, Reference> Write);

/// <summary>A format that other programs read, published as a file beside each report.</summary>
/// <param name="Key">Name in markup, ASCII.</param>
/// <param name="Name">Name shown to readers.</param>
/// <param name="Extension">End of the file's name: <c>cite.bib</c> beside a report, <c>reports.bib</c> beside a list of them.</param>
/// <param name="MediaType">Media type it is served and linked with.</param>
/// <param name="Write">Writes a file of one or more works.</param>
public sealed record FileForm(string Key, string Name, string Extension, string MediaType, Func<IEnumerable<Citation>, string> Write)
{
    /// <summary>The file of one work inside its address (RFC 2397), for pages that have none beside them: an archive has many small ones.</summary>
    public string DataUri(Citation work) => $"data:{MediaType};charset=utf-8,{Uri.EscapeDataString(Write([work]))}";
}

/// <summary>Every form a work can be cited in, in the order shown; the first is the default.</summary>
public static class CitationForms
{
    /// <summary>The styles.</summary>
    public static ImmutableArray<ReferenceForm> References { get; } =
    [
        new("gbt2025", "GB/T 7714—2025", GbT7714.Edition2025),
        new("gbt2015", "GB/T 7714—2015", GbT7714.Edition2015),
        new("apa", "APA 7", Apa.Edition7),
        new("chicago", "Chicago 17", Chicago.Edition17),
        new("mla", "MLA 9", Mla.Edition9),
    ];

    /// <summary>The file formats.</summary>
    public static ImmutableArray<FileForm> Files { get; } =
    [
        new("bib", "BibTeX", ".bib", "application/x-bibtex", static works => string.Join('\n', works.Select(BibTeX.Write))),
        new("ris", "RIS", ".ris", "application/x-research-info-systems", static works => string.Concat(works.Select(Ris.Write))),
        new("csl", "CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json", static works => CslJson.Write(works)),
    ];
}
