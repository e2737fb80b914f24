using ReportArchive.Diagnostics;
using ReportArchive.Text;
using ReportArchive.Yaml;

namespace ReportArchive.Reports;

/// <summary>Finds half-width commas, semicolons, colons, question and exclamation marks between Chinese characters, and those and stops after one at the end of a line.</summary>
internal static class PunctuationCheck
{
    private const string Narrow = ",;:?!.";
    private const string Wide = "，；：？！。";

    /// <summary>Warns once a file, at the first such mark, and says how many there are.</summary>
    public static void Run(FrontMatterText text, string file, ICollection<Diagnostic> diagnostics)
    {
        var body = text.Body;
        var first = -1;
        var count = 0;
        for (var i = 1; i < body.Length; i++)
        {
            if (!Narrow.Contains(body[i], StringComparison.Ordinal) || !Han.Is(body[i - 1]) || !IsFollowed(body, i))
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
            $"half-width '{body[first]}' after a Chinese character ({count} such marks in this file)",
            $"write '{Wide[Narrow.IndexOf(body[first], StringComparison.Ordinal)]}'"));
    }

    /// <summary>By the end of a line or, unless it is a stop, which also joins the parts of a number, by a Chinese character.</summary>
    private static bool IsFollowed(string body, int at) =>
        at + 1 == body.Length || body[at + 1] == '\n' || (body[at] != '.' && Han.Is(body[at + 1]));
}
