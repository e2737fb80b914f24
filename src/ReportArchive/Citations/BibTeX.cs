using System.Globalization;
using System.Text;

namespace ReportArchive.Citations;

/// <summary>
/// A BibTeX entry that both the classic program and biblatex read: <c>year</c> and <c>month</c> for the one, <c>date</c> for the
/// other. The author stands in double braces, so that no program takes an institution for a person's name.
/// </summary>
public static class BibTeX
{
    private static readonly string[] s_months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The entry, with a final line feed.</summary>
    public static string Write(Citation citation)
    {
        var text = new StringBuilder();
        text.Append('@').Append(citation.Work == CitedWork.Report ? "techreport" : "misc").Append('{').Append(citation.Key);
        Field(text, "author", $"{{{Escape(citation.Author)}}}");
        Field(text, "title", $"{{{Escape(citation.Title)}}}");
        if (citation.Work == CitedWork.Report)
            Field(text, "institution", Escape(citation.Author));
        Date(text, citation.Issued);
        Field(text, "url", UrlField(citation.Url));
        Field(text, "langid", "chinese");
        Field(text, "language", Citation.Language);
        if (!citation.Keywords.IsEmpty)
            Field(text, "keywords", Escape(string.Join(", ", citation.Keywords)));
        if (DeliveryNote.Of(citation) is { Length: > 0 } note)
            Field(text, "note", Escape(note));
        return text.Append("\n}\n").ToString();
    }

    private static void Date(StringBuilder text, Issued issued)
    {
        if (issued.IsUnstated)
            return;
        // biblatex marks an inferred year with a tilde (ISO 8601-2); the classic program has no mark for it.
        Field(text, "date", issued.IsEstimate ? $"{issued.Year}~" : issued.IsoDay);
        Field(text, "year", issued.Year.ToString(CultureInfo.InvariantCulture));
        if (issued.Day is { } day)
            text.Append(",\n  month = ").Append(s_months[day.Month - 1]);
    }

    private static void Field(StringBuilder text, string name, string value) =>
        text.Append(",\n  ").Append(name).Append(" = {").Append(value).Append('}');

    /// <summary>Text with the ten characters that TeX takes as commands written out.</summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            _ = c switch
            {
                '\\' => text.Append(@"\textbackslash{}"),
                '~' => text.Append(@"\textasciitilde{}"),
                '^' => text.Append(@"\textasciicircum{}"),
                '{' or '}' or '#' or '$' or '%' or '&' or '_' => text.Append('\\').Append(c),
                '\r' or '\n' or '\t' => text.Append(' '),
                _ => text.Append(c),
            };
        }
        return text.ToString();
    }

    // The field is read verbatim, but braces must balance and a backslash would escape one.
    private static string UrlField(string url) => url
        .Replace("\\", "%5C", StringComparison.Ordinal)
        .Replace("{", "%7B", StringComparison.Ordinal)
        .Replace("}", "%7D", StringComparison.Ordinal);
}
