using System.Globalization;
using System.Text;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>
/// Writes a clean report as the contract says: front matter, then CommonMark with <c>##</c> for 一、, <c>###</c> for （一） and so on,
/// a blank line between blocks. The body is written by edits of the text, so that what the writer adds is on record too.
/// </summary>
public static class MarkdownWriter
{
    private const string Rule = "markdown";

    /// <summary>The front matter with both its lines of hyphens and the blank line after it. What is not known stays empty.</summary>
    /// <param name="matter">What to write.</param>
    /// <param name="placePath">Names of the place from the province down, joined by slashes.</param>
    public static string FrontMatterOf(FrontMatter matter, string placePath)
    {
        var text = new StringBuilder("---\n");
        Line(text, "title", matter.Title);
        Line(text, "place", placePath);
        Line(text, "year", matter.Year.ToString());
        Line(text, "kind", matter.Kind.Key());
        Line(text, "date", Day(matter.Date));
        Line(text, "meeting", matter.Meeting);
        Line(text, "speaker", matter.Speaker);
        Line(text, "office", matter.Office);
        if (!matter.Concepts.IsEmpty)
            Line(text, "concepts", $"[{string.Join(", ", matter.Concepts)}]", quote: false);
        text.Append("source:\n").Append(SourcesOf(matter.Sources));
        return text.Append("---\n\n").ToString();
    }

    /// <summary>Entries of the key <c>source</c>, one a witness.</summary>
    public static string SourcesOf(IEnumerable<Source> sources)
    {
        var text = new StringBuilder();
        foreach (var source in sources)
            Write(text, source);
        return text.ToString();
    }

    /// <summary>The edits that turn normalised text into the body of a Markdown file.</summary>
    internal static IEnumerable<TextEdit> BodyEdits(string text, List<DraftBlock> blocks)
    {
        var at = 0;
        foreach (var block in blocks)
        {
            var before = (at == 0 ? "" : "\n\n") + (block.Level > 0 ? new string('#', block.Level) + " " : "");
            yield return TextEdit.Replace(at, block.Range.Start - at, before, Rule);
            foreach (var edit in block.Kind == BlockKind.Table ? TableEdits(text, block.Range) : MarkdownEscape.Edits(text, block.Range))
                yield return edit;
            at = block.Range.End;
        }
        yield return TextEdit.Replace(at, text.Length - at, "\n", Rule);
    }

    /// <summary>The row of hyphens that makes the first row of a table its head.</summary>
    private static IEnumerable<TextEdit> TableEdits(string text, TextRange table)
    {
        var end = text.IndexOf('\n', table.Start, table.Length);
        end = end < 0 ? table.End : end;
        var cells = text.AsSpan(table.Start, end - table.Start).Count('|') - 1;
        yield return TextEdit.Insert(end, "\n|" + string.Concat(Enumerable.Repeat(" --- |", Math.Max(cells, 1))), Rule);
    }

    private static void Write(StringBuilder text, Source source)
    {
        text.Append("  - name: ").Append(Yaml(source.Name)).Append('\n');
        Line(text, "    url", source.Url);
        Line(text, "    retrieved", Day(source.Retrieved));
        Line(text, "    sha256", source.Sha256);
        Line(text, "    complete", source.Complete switch { true => "true", false => "false", null => "" }, quote: false);
    }

    private static string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static void Line(StringBuilder text, string key, string? value, bool quote = true)
    {
        text.Append(key).Append(':');
        if (!string.IsNullOrEmpty(value))
            text.Append(' ').Append(quote ? Yaml(value) : value);
        text.Append('\n');
    }

    /// <summary>A YAML scalar: plain where it can be, else in double quotation marks (YAML 1.2, 7.3).</summary>
    internal static string Yaml(string value)
    {
        var isPlain = value.Length > 0
            && !value.AsSpan().ContainsAny("\"'\\\n\t")
            && !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal)
            && !"-?:,[]{}#&*!|>%@` ".Contains(value[0], StringComparison.Ordinal)
            && value[^1] is not (':' or ' ')
            && value is not ("true" or "false" or "null" or "~" or "yes" or "no");
        return isPlain
            ? value
            : "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + "\"";
    }
}
