using System.Buffers;

namespace ReportArchive.Data;

/// <summary>Tables as spreadsheets read them.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\n\r");

    /// <summary>Appends one record of RFC 4180, with a line feed alone at its end.</summary>
    public static void Row(ByteBuffer csv, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                csv.Append(',');
            if (cells[i].AsSpan().ContainsAny(NeedQuotes))
                Quoted(csv, cells[i]);
            else
                csv.Append(cells[i]);
        }
        csv.Append('\n');
    }

    private static void Quoted(ByteBuffer csv, string cell)
    {
        csv.Append('"');
        csv.Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        csv.Append('"');
    }
}
