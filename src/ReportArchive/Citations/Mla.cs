namespace ReportArchive.Citations;

/// <summary>
/// MLA, 9th edition: a report stands alone, so its title is in italics; a page of the archive stands in its container, the archive;
/// a work without a date has its day of access at the end (5.111).
/// </summary>
public static class Mla
{
    /// <summary><c>淄博市周村区人民政府. <i>2023年周村区政府工作报告</i>. 7 Jan. 2023, URL.</c></summary>
    public static Reference Edition9(Citation citation)
    {
        Piece url = new(PieceKind.Url, citation.Url);
        return citation.Work == CitedWork.Entry
            ? Reference.From(
                $"“{citation.Title}.” ",
                new Piece(PieceKind.Italic, citation.Author),
                ", ",
                url,
                ". Accessed ",
                new Piece(PieceKind.AccessedMla, ""),
                ".")
            : Reference.From(
                $"{citation.Author}. ",
                new Piece(PieceKind.Italic, citation.Title),
                $". {When(citation.Issued)}, ",
                url,
                ".");
    }

    private static string When(Issued issued) =>
        issued.Day is { } day ? EnglishDate.Mla(day) : $"Circa {issued.Year}";
}
