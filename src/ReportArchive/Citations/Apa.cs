namespace ReportArchive.Citations;

/// <summary>
/// APA, 7th edition: year only for a report (10.4), <c>ca.</c> before an inferred one; a page that goes on changing has
/// <c>n.d.</c> and a day of retrieval (9.16). No final stop after an address (9.35).
/// </summary>
public static class Apa
{
    /// <summary><c>淄博市周村区人民政府. (2023). <i>2023年周村区政府工作报告</i>. URL</c></summary>
    public static Reference Edition7(Citation citation)
    {
        Piece title = new(PieceKind.Italic, citation.Title);
        Piece url = new(PieceKind.Url, citation.Url);
        var opening = $"{citation.Author}. ({Year(citation.Issued)}). ";
        return citation.Issued.IsUnstated
            ? Reference.From(opening, title, ". Retrieved ", new Piece(PieceKind.AccessedLong, ""), ", from ", url)
            : Reference.From(opening, title, ". ", url);
    }

    private static string Year(Issued issued) =>
        issued.IsUnstated ? "n.d." : issued.IsEstimate ? $"ca. {issued.Year}" : $"{issued.Year}";
}
