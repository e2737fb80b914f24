using ReportArchive.Reports;
using ReportArchive.Text;
using ReportArchive.Yaml;

namespace ReportArchive.Import;

/// <summary>Draws the text out of a Markdown file, a block a line: what somebody wrote by hand is imported like any dump.</summary>
public static class MarkdownText
{
    /// <summary>The text of a file. A title of its front matter becomes its first line, day, session and speaker the next ones.</summary>
    public static string Of(string markdown)
    {
        var source = SourceText.Normalise(markdown);
        var parts = source.StartsWith("---\n", StringComparison.Ordinal) ? FrontMatterText.Split(source, "", []) : null;
        var lines = parts is null ? [] : Frame(parts.Yaml).ToList();
        foreach (var block in MarkdownBody.Parse(parts?.Body ?? source, "", 1, []))
        {
            if (block.Kind == BlockKind.Table)
                lines.AddRange(block.Rows.Select(row => "| " + string.Join(" | ", row.Select(cell => cell.Of(block.Text).ToString())) + " |"));
            else
                lines.AddRange(block.Text.Split('\n'));
        }
        return string.Join('\n', lines);
    }

    private static string Day(Dictionary<string, string> values) =>
        values.TryGetValue("date", out var text) && ChineseDate.Find(text) is { } date ? $"{date.Year}年{date.Month}月{date.Day}日" : "";

    private static IEnumerable<string> Frame(string yaml)
    {
        var values = yaml.Split('\n').Select(static line => line.Split(": ", 2)).Where(static pair => pair.Length == 2).DistinctBy(static pair => pair[0], StringComparer.Ordinal).ToDictionary(static pair => pair[0], static pair => pair[1].Trim('"', ' '), StringComparer.Ordinal);
        if (values.TryGetValue("title", out var title))
            yield return title;
        if (values.TryGetValue("meeting", out var meeting))
            yield return $"——{Day(values)}在{meeting}上";
        if (values.TryGetValue("speaker", out var speaker))
            yield return values.GetValueOrDefault("office") + " " + speaker;
    }
}
