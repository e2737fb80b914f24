using System.Globalization;
using ReportArchive.Import;
using ReportArchive.Reports;

namespace ReportArchive.Benchmarks.Cleaning;

/// <summary>A clean report: what a perfect importer would give back.</summary>
internal sealed record TruthReport(Report Report)
{
    public ReportId Id => Report.Id;

    public string Bare { get; } = BareText.Of(string.Concat(Report.Blocks.Select(static block => block.Text)));

    /// <summary>The files of every report below a folder, with their text.</summary>
    public static List<(string Path, string Markdown)> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Where(static file => !file.EndsWith(".variants.md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(static file => (file.Replace('\\', '/'), File.ReadAllText(file)))];

    /// <summary>Title, session and speaker, as they stand above a report.</summary>
    public List<string> Frame()
    {
        var matter = Report.Matter;
        var lines = new List<string> { matter.Title };
        var day = matter.Date?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        if (matter.Meeting is not null)
            lines.Add($"——{day}在{matter.Meeting}上");
        if (matter.Speaker is not null)
            lines.Add($"{matter.Office} {matter.Speaker}".Trim());
        return lines;
    }

    /// <summary>The blocks as a publisher sets them, a paragraph a line; a heading that ends with a full stop runs into its text.</summary>
    public List<string> Lines()
    {
        var lines = new List<string>();
        var runsIn = false;
        foreach (var block in Report.Blocks)
        {
            if (block.Kind == BlockKind.Table)
                continue;
            if (runsIn && block.Kind != BlockKind.Heading)
                lines[^1] += block.Text;
            else
                lines.Add(block.Text);
            runsIn = block.Kind == BlockKind.Heading && block.Text[^1] == '。';
        }
        return lines;
    }

    /// <summary>A plain dump, undamaged.</summary>
    public string Dump() => string.Join('\n', Frame().Concat(Lines())) + "\n";
}
