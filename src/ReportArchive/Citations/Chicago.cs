namespace ReportArchive.Citations;

/// <summary>
/// The Chicago Manual of Style, 17th edition, bibliography entry: the title of a report in italics with its year (14.220), an
/// inferred year as <c>[2020?]</c> (14.44); the title of a web page in quotation marks with a day of access (14.207).
/// </summary>
public static class Chicago
{
    /// <summary><c>淄博市周村区人民政府. <i>2023年周村区政府工作报告</i>. 2023. URL.</c></summary>
    public static Reference Edition17(Citation citation)
    {
        Piece url = new(PieceKind.Url, citation.Url);
        if (citation.Work == CitedWork.Entry)
        {
            var opening = $"{citation.Author}. “{citation.Title}.” Accessed ";
            return Reference.From(opening, new Piece(PieceKind.AccessedLong, ""), ". ", url, ".");
        }
        var year = citation.Issued.IsEstimate ? $"[{citation.Issued.Year}?]" : $"{citation.Issued.Year}";
        return Reference.From($"{citation.Author}. ", new Piece(PieceKind.Italic, citation.Title), $". {year}. ", url, ".");
    }
}
