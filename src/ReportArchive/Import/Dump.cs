namespace ReportArchive.Import;

/// <summary>The text of a raw file: what was decoded from a text file, or drawn out of HTML, DOCX or PDF.</summary>
/// <param name="Name">Name of the raw file.</param>
/// <param name="Sha256">Hash of the raw file's bytes.</param>
/// <param name="Encoding">The encoding it was read with, e.g. <c>utf-8</c> or <c>gb18030</c>.</param>
/// <param name="Text">The text; offsets of the edit log count its UTF-16 units. Rows of tables are lines of cells between upright bars.</param>
public sealed record Dump(string Name, string Sha256, string Encoding, string Text)
{
    /// <summary>Who published it, where whoever brought it says so.</summary>
    public string? SourceName { get; init; }

    /// <summary>Where it was published, where whoever brought it says so.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The last part of <see cref="Name"/>.</summary>
    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];
}
