using System.Collections.Immutable;
using System.Text;

namespace ReportArchive.Reports;

/// <summary>
/// The variants of a report as a Markdown file beside it, <c>370306/2023-gwr.variants.md</c>: a table an editor can read,
/// with the heading, the base's wording, the other's, and whose it is.
/// </summary>
/// <param name="Title">The report's title.</param>
/// <param name="Base">Name of the witness the text was taken from.</param>
/// <param name="Variants">The variants.</param>
public sealed record VariantsFile(string Title, string Base, ImmutableArray<Variant> Variants)
{
    private const string TitleMark = "# 版本异文：";
    private const string BaseMark = "底本：";
    private const string Restored = "（据异文补）";

    /// <summary>The file beside a report's file.</summary>
    public static string PathFor(string reportPath) => reportPath[..^".md".Length] + ".variants.md";

    /// <summary>Reads what <see cref="Write"/> wrote, corrections by hand included; lines that are no rows of the table are passed over.</summary>
    public static VariantsFile Read(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var rows = lines.Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2).Select(Cells).Where(static cells => cells.Count == 4);
        return new VariantsFile(
            After(lines, TitleMark),
            After(lines, BaseMark),
            [.. rows.Select(static cells => new Variant(cells[0], Unmarked(cells[1]), cells[2], cells[3], cells[1].EndsWith(Restored, StringComparison.Ordinal)))]);
    }

    /// <summary>The file's text; empty where there are no variants.</summary>
    public string Write()
    {
        if (Variants.IsEmpty)
            return "";
        var text = new StringBuilder();
        text.Append(TitleMark).Append(Cell(Title)).Append("\n\n").Append(BaseMark).Append(Cell(Base)).Append("\n\n");
        text.Append("| 所在 | 底本 | 异文 | 见于 |\n| --- | --- | --- | --- |\n");
        foreach (var variant in Variants)
        {
            text.Append("| ").Append(Cell(variant.Heading)).Append(" | ").Append(Cell(variant.Base)).Append(variant.IsRestored ? Restored : "")
                .Append(" | ").Append(Cell(variant.Other)).Append(" | ").Append(Cell(variant.Witness)).Append(" |\n");
        }
        return text.ToString();
    }

    private static string Unmarked(string cell) => cell.EndsWith(Restored, StringComparison.Ordinal) ? cell[..^Restored.Length] : cell;

    private static string After(string[] lines, string mark) =>
        Array.Find(lines, line => line.StartsWith(mark, StringComparison.Ordinal)) is { } line ? Plain(line[mark.Length..]) : "";

    private static List<string> Cells(string row)
    {
        var cells = new List<string>();
        var start = 1;
        for (var i = 1; i < row.Length; i++)
        {
            if (row[i] == '\\')
            {
                i++;
            }
            else if (row[i] == '|')
            {
                cells.Add(Plain(row[start..i].Trim(' ')));
                start = i + 1;
            }
        }
        return cells;
    }

    private static string Plain(string cell)
    {
        var text = new StringBuilder(cell.Length);
        for (var i = 0; i < cell.Length; i++)
            text.Append(cell[i] == '\\' && i + 1 < cell.Length ? cell[++i] : cell[i]);
        return text.ToString();
    }

    private static string Cell(string text)
    {
        var cell = new StringBuilder(text.Length);
        var words = text.Trim(' ');
        for (var i = 0; i < words.Length; i++)
            cell.Append(IsMarkup(words, i) ? "\\" : "").Append(words[i] == '\n' ? ' ' : words[i]);
        return cell.ToString();
    }

    /// <summary>An underscore within a name, as file names have, is none.</summary>
    private static bool IsMarkup(string words, int at) => words[at] == '_'
        ? at == 0 || at + 1 == words.Length || !char.IsAsciiLetterOrDigit(words[at - 1]) || !char.IsAsciiLetterOrDigit(words[at + 1])
        : "\\`*[]<&|".Contains(words[at], StringComparison.Ordinal);
}
