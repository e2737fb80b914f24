using System.Text;
using AngleSharp.Dom;

namespace ReportArchive.Import;

/// <summary>Tells tables of data from tables that only lay a page out, and writes the rows of the former.</summary>
internal static class HtmlTable
{
    private const int LongestCell = 200;
    private const int MostCells = 20_000;

    /// <summary>Rows between upright bars; null where the table lays out a page: it has one column, another table, or prose in its cells.</summary>
    public static List<string>? Rows(IElement table)
    {
        var rows = new List<string>();
        var (columns, cells) = (0, 0);
        foreach (var row in RowsOf(table))
        {
            var words = new List<string>();
            foreach (var cell in row.Children)
            {
                if (cell.LocalName is not ("td" or "th") || ++cells > MostCells)
                    return null;
                var text = Words(cell);
                if (text is null)
                    return null;
                words.Add(text);
            }
            columns = Math.Max(columns, words.Count);
            if (words.Exists(static word => word.Length > 0))
                rows.Add("| " + string.Join(" | ", words) + " |");
        }
        return rows.Count >= 2 && columns >= 2 ? rows : null;
    }

    private static IEnumerable<IElement> RowsOf(IElement table) =>
        table.Children.SelectMany(static child => child.LocalName is "thead" or "tbody" or "tfoot" ? child.Children : (IEnumerable<IElement>)[child])
            .Where(static child => child.LocalName == "tr");

    private static string? Words(IElement cell)
    {
        if (cell.QuerySelector("table, p + p + p") is not null)
            return null;
        var text = new StringBuilder();
        foreach (var c in cell.TextContent)
            text.Append(char.IsWhiteSpace(c) ? ' ' : c == '|' ? '｜' : c);
        var words = string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length > LongestCell ? null : words;
    }
}
