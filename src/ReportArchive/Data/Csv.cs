using System.Buffers;
using System.Text;

namespace ReportArchive.Data;

/// <summary>Tables as spreadsheets read them.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\n\r");

    /// <summary>Appends one record of RFC 4180, with a line feed alone at its end.</summary>
    public static void Row(StringBuilder csv, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                csv.Append(',');
            if (cells[i].AsSpan().ContainsAny(NeedQuotes))
                csv.Append('"').Append(cells[i].Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                csv.Append(cells[i]);
        }
        csv.Append('\n');
    }
}
