using ReportArchive.Diagnostics;
using ReportArchive.Text;
using ReportArchive.Yaml;

namespace ReportArchive.Reports;

/// <summary>Finds half-width commas, semicolons, colons, question and exclamation marks and brackets between Chinese characters.</summary>
internal static class PunctuationCheck
{
    private const string Narrow = ",;:?!";
    private const string Wide = "，；：？！";

    /// <summary>Warns once a file, at the first such mark, and says how many there are.</summary>
    public static void Run(FrontMatterText text, string file, ICollection<Diagnostic> diagnostics)
    {
        var body = text.Body;
        var first = -1;
        var count = 0;
        for (var i = 1; i < body.Length - 1; i++)
        {
            if (!Narrow.Contains(body[i], StringComparison.Ordinal) || !Han.Is(body[i - 1]) || !Han.Is(body[i + 1]))
                continue;
            first = first < 0 ? i : first;
            count++;
        }
        if (first < 0)
            return;
        var before = body.AsSpan(0, first);
        var line = text.BodyLine + before.Count('\n');
        var column = first - before.LastIndexOf('\n');
        diagnostics.Add(Diagnostic.Warning(
            "RA0015",
            new SourceSpan(file, line, column),
            $"half-width '{body[first]}' between Chinese characters ({count} such marks in this file)",
            $"write '{Wide[Narrow.IndexOf(body[first], StringComparison.Ordinal)]}'"));
    }
}
