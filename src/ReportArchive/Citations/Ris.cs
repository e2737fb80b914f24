using System.Globalization;
using System.Text;

namespace ReportArchive.Citations;

/// <summary>
/// An RIS record (<c>TY  - RPRT</c>) with the line ends the format asks for. It has no publisher: a program would repeat the author
/// in its place, and the 2025 edition of GB/T 7714 would cut the date to the year.
/// </summary>
public static class Ris
{
    /// <summary>The record, from <c>TY</c> to <c>ER</c>, with a final line end.</summary>
    public static string Write(Citation citation)
    {
        var text = new StringBuilder();
        Line(text, "TY", citation.Work == CitedWork.Report ? "RPRT" : "ELEC");
        Line(text, "ID", citation.Key);
        Line(text, "AU", citation.Author);
        Line(text, "TI", citation.Title);
        Date(text, citation.Issued);
        Line(text, "UR", citation.Url);
        Line(text, "LA", Citation.Language);
        foreach (var keyword in citation.Keywords)
            Line(text, "KW", keyword);
        if (DeliveryNote.Of(citation) is { Length: > 0 } note)
            Line(text, "N1", note);
        Line(text, "ER", "");
        return text.ToString();
    }

    private static void Date(StringBuilder text, Issued issued)
    {
        if (issued.IsUnstated)
            return;
        Line(text, "PY", issued.Year.ToString(CultureInfo.InvariantCulture));
        if (issued.Day is { } day)
            Line(text, "DA", day.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture));
    }

    // A value that held a line end would begin a new tag; RIS has no escape, so it becomes a space.
    private static void Line(StringBuilder text, string tag, string value) =>
        text.Append(tag).Append("  - ").Append(value.ReplaceLineEndings(" ").Replace('\t', ' ')).Append("\r\n");
}
