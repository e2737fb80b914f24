using System.Text;

namespace ReportArchive.Import;

/// <summary>
/// The variants of a report as a Markdown file beside it, <c>370306/2023-gwr.variants.md</c>: a table an editor can read,
/// with the heading, the base's wording, the other's, and whose it is.
/// </summary>
public static class VariantsFile
{
    /// <summary>The file beside a report's file.</summary>
    public static string PathFor(string reportPath) => reportPath[..^".md".Length] + ".variants.md";

    /// <summary>The file's text; empty where there are no variants.</summary>
    /// <param name="title">The report's title.</param>
    /// <param name="baseWitness">Name of the witness the text was taken from.</param>
    /// <param name="variants">The variants.</param>
    public static string Write(string title, string baseWitness, IReadOnlyList<Variant> variants)
    {
        if (variants.Count == 0)
            return "";
        var text = new StringBuilder();
        text.Append("# 版本异文：").Append(Cell(title)).Append("\n\n底本：").Append(Cell(baseWitness)).Append("\n\n");
        text.Append("| 所在 | 底本 | 异文 | 见于 |\n| --- | --- | --- | --- |\n");
        foreach (var variant in variants)
        {
            text.Append("| ").Append(Cell(variant.Heading)).Append(" | ").Append(Cell(variant.Base)).Append(variant.IsRestored ? "（据异文补）" : "")
                .Append(" | ").Append(Cell(variant.Other)).Append(" | ").Append(Cell(variant.Witness)).Append(" |\n");
        }
        return text.ToString();
    }

    private static string Cell(string text)
    {
        var cell = new StringBuilder(text.Length);
        foreach (var c in text)
            cell.Append("\\`*_[]<&|".Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c == '\n' ? ' ' : c);
        return cell.ToString();
    }
}
