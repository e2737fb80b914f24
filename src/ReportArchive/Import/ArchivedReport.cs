using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Text;
using ReportArchive.Yaml;

namespace ReportArchive.Import;

/// <summary>A report that is in the archive already.</summary>
/// <param name="Path">Its file below the reports folder, forward slashes.</param>
/// <param name="Markdown">The file's text, line feeds only.</param>
/// <param name="Report">The report read from it.</param>
/// <param name="Variants">Text of the variants file beside it; empty where there is none.</param>
public sealed record ArchivedReport(string Path, string Markdown, Report Report, string Variants)
{
    /// <summary>Its letters, digits and ideographs.</summary>
    internal string Bare => field ??= BareText.Of(string.Concat(Report.Blocks.Select(static block => block.Text)));

    /// <summary>Its text as collation wants it, a block a line.</summary>
    internal string Text => field ??= string.Join('\n', Report.Blocks.Select(static block => block.Text));

    /// <summary>Reads a file of the archive; null where it cannot be read, which <c>check</c> reports.</summary>
    /// <param name="path">The file below the reports folder, forward slashes.</param>
    /// <param name="markdown">Its text.</param>
    /// <param name="variants">Text of the variants file beside it; empty where there is none.</param>
    /// <param name="places">The table of places.</param>
    public static ArchivedReport? Read(string path, string markdown, string variants, PlaceTable places)
    {
        var text = SourceText.Normalise(markdown);
        return ReportReader.Read(text, "reports/" + path, places, new List<Diagnostic>()) is { } report ? new ArchivedReport(path, text, report, variants) : null;
    }

    /// <summary>Whether a dump is among its witnesses.</summary>
    public bool Knows(string sha256) => Report.Matter.Sources.Any(source => string.Equals(source.Sha256, sha256, StringComparison.Ordinal));

    /// <summary>The file with further witnesses; nothing else in it changes.</summary>
    public string WithSources(IEnumerable<Source> sources)
    {
        var parts = FrontMatterText.Split(Markdown, Path, new List<Diagnostic>())!;
        var end = EndOfSources(parts.Yaml);
        var added = MarkdownWriter.SourcesOf(sources);
        var yaml = end < 0 ? parts.Yaml + "source:\n" + added : parts.Yaml[..end] + added + parts.Yaml[end..];
        return "---\n" + yaml + "---\n" + parts.Body;
    }

    /// <summary>Where the entries of the key <c>source</c> end in the YAML; -1 where it has none.</summary>
    private static int EndOfSources(string yaml)
    {
        var lines = yaml.Split('\n');
        var at = 0;
        var isIn = false;
        foreach (var line in lines)
        {
            if (isIn && line.Length > 0 && line[0] is not (' ' or '-' or '#'))
                return at;
            isIn |= line.StartsWith("source:", StringComparison.Ordinal);
            at += line.Length + 1;
        }
        return isIn ? yaml.Length : -1;
    }
}
