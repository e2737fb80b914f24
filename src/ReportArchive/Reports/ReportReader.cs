using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Text;
using ReportArchive.Yaml;

namespace ReportArchive.Reports;

/// <summary>One Markdown file in, one report out.</summary>
public static class ReportReader
{
    /// <summary>Reads a report; null where it cannot be published, with a diagnostic that says why.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="file">Its path, forward slashes, for diagnostics and for the check that path and front matter agree.</param>
    /// <param name="places">The table that names and codes are looked up in.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static Report? Read(string text, string file, PlaceTable places, ICollection<Diagnostic> diagnostics)
    {
        text = SourceText.Normalise(text);
        if (SourceText.FindConflict(text) is { } line)
        {
            diagnostics.Add(Diagnostic.Error(
                "RA0013", new SourceSpan(file, line, 1), "a merge conflict was left in the file", "keep one of the two versions and delete the lines of '<<<<<<<', '=======' and '>>>>>>>'"));
            return null;
        }
        if (FrontMatterText.Split(text, file, diagnostics) is not { } parts)
            return null;

        var matter = FrontMatterReader.Read(parts, file, places, diagnostics);
        var blocks = MarkdownBody.Parse(parts.Body, file, parts.BodyLine, diagnostics);
        if (blocks.IsEmpty)
            diagnostics.Add(Diagnostic.Error("RA0010", new SourceSpan(file, parts.BodyLine, 1), "the report has no text", "write the report below the second '---'"));
        if (matter is null || blocks.IsEmpty)
            return null;
        PunctuationCheck.Run(parts, file, diagnostics);
        CheckPath(matter, file, diagnostics);
        return new Report(matter, blocks, file);
    }

    /// <summary>A report is found by its path; a path that says otherwise than the front matter would mislead whoever looks for it.</summary>
    private static void CheckPath(FrontMatter matter, string file, ICollection<Diagnostic> diagnostics)
    {
        var expected = PathOf(matter.Id);
        if (!file.EndsWith("/" + expected, StringComparison.Ordinal))
        {
            diagnostics.Add(Diagnostic.Warning(
                "RA0008", new SourceSpan(file), $"the front matter says {matter.Id}, the path does not", $"move the file to {expected}, or correct place, year or kind"));
        }
    }

    /// <summary>The path of a report below the reports folder: <c>370306/2023-gwr.md</c>.</summary>
    public static string PathOf(ReportId id) => $"{id.Place}/{id.Year}-{id.Kind.Key()}.md";
}
