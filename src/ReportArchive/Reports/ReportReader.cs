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
        if (!SourceText.IsReadable(text, file, diagnostics) || FrontMatterText.Split(text, file, diagnostics) is not { } parts)
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
        if (!IsPathOf(matter.Id, file))
        {
            diagnostics.Add(Diagnostic.Warning(
                "RA0008", new SourceSpan(file, 1, 1), $"the front matter says {matter.Id}, the path does not", $"move the file to {PathOf(matter.Id)}, or correct place, year or kind"));
        }
    }

    /// <summary>Whether a report of that identity belongs at the path.</summary>
    internal static bool IsPathOf(ReportId id, string file) => file.EndsWith("/" + PathOf(id), StringComparison.Ordinal);

    /// <summary>The path of a report below the reports folder: <c>370306/2023-gwr.md</c>.</summary>
    public static string PathOf(ReportId id) => $"{id.Place}/{id.Year}-{id.Kind.Key()}.md";
}
