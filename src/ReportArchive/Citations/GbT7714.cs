namespace ReportArchive.Citations;

/// <summary>
/// GB/T 7714, the Chinese national standard, in the edition of 2025 (in force since 2026-07-01) and that of 2015. The shapes are
/// those that the styles of zotero-chinese print for an online report and were compared with them to the character.
/// A day of delivery that is not known is replaced by the plan year in square brackets, as the standard asks for an estimated year
/// of publication (7714—2015, 7.4.3.3).
/// </summary>
public static class GbT7714
{
    /// <summary>2025: <c>淄博市周村区人民政府. 2023年周村区政府工作报告[R/OL]. 2023-01-07. URL.</c></summary>
    public static Reference Edition2025(Citation citation) => citation.Work == CitedWork.Entry
        ? Entry(citation)
        : Reference.From($"{Opening(citation)}[R/OL]. {DayOrYear(citation.Issued)}. ", Url(citation), ".");

    /// <summary>2015: <c>淄博市周村区人民政府. 2023年周村区政府工作报告[R/OL]. (2023-01-07)[2026-11-21]. URL.</c></summary>
    public static Reference Edition2015(Citation citation)
    {
        if (citation.Work == CitedWork.Entry)
            return Entry(citation);
        var issued = citation.Issued.IsEstimate ? DayOrYear(citation.Issued) : $"({citation.Issued.IsoDay})";
        return Reference.From($"{Opening(citation)}[R/OL]. {issued}[", new Piece(PieceKind.AccessedIso, ""), "]. ", Url(citation), ".");
    }

    /// <summary>A page that goes on changing has only its day of access, alike in both editions.</summary>
    private static Reference Entry(Citation citation) =>
        Reference.From($"{Opening(citation)}[EB/OL]. [", new Piece(PieceKind.AccessedIso, ""), "]. ", Url(citation), ".");

    private static string Opening(Citation citation) => $"{citation.Author}. {citation.Title}";

    private static string DayOrYear(Issued issued) => issued.IsEstimate ? $"[{issued.Year}]" : issued.IsoDay;

    private static Piece Url(Citation citation) => new(PieceKind.Url, citation.Url);
}
