using System.Buffers;
using ReportArchive.Diagnostics;

namespace ReportArchive.Yaml;

/// <summary>A Markdown file cut in two: the YAML between the lines of hyphens, and the body after them.</summary>
/// <param name="Yaml">Text between the two lines of hyphens, without them.</param>
/// <param name="Body">Text after the second line of hyphens.</param>
/// <param name="BodyLine">Line of the file the body begins on, counted from 1.</param>
public sealed record FrontMatterText(string Yaml, string Body, int BodyLine)
{
    private const string Fence = "---";
    private const string Example = "begin the file with a line '---', then one key a line, e.g. 'title: …', then '---' again";

    // What a word processor or an input method makes of hyphens, and how many hyphens people type.
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—―－─");

    /// <summary>Cuts the file; null with a diagnostic where there is no front matter to cut.</summary>
    /// <param name="text">The whole file, line feeds only.</param>
    /// <param name="file">Its path, for diagnostics.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static FrontMatterText? Split(string text, string file, ICollection<Diagnostic> diagnostics)
    {
        if (!IsFence(text, 0))
        {
            diagnostics.Add(Missing(text, file));
            return null;
        }

        var start = NextLine(text, 0);
        var line = 2;
        for (var at = start; at < text.Length; at = NextLine(text, at), line++)
        {
            if (IsFence(text, at))
                return new FrontMatterText(text[start..at], text[NextLine(text, at)..], line + 1);
        }
        diagnostics.Add(Diagnostic.Error(
            "RA0002",
            new SourceSpan(file, 1, 1),
            "the front matter is not closed",
            "add a line '---' after the last key and before the text of the report"));
        return null;
    }

    private static Diagnostic Missing(string text, string file)
    {
        var blank = 0;
        var at = 0;
        while (at < text.Length && LineAt(text, at).IsWhiteSpace())
        {
            at = NextLine(text, at);
            blank++;
        }
        var first = LineAt(text, at).Trim();
        var (message, hint) =
            first.IsEmpty ? ("the file is empty", $"{Example}, and the text below")
            : first.SequenceEqual(Fence) ? ("the front matter does not begin on the first line", blank == 0 ? $"remove the spaces before '{Fence}'" : $"remove the {(blank == 1 ? "empty line" : $"{blank} empty lines")} above '{Fence}'")
            : first.ContainsAnyExcept(Dashes) ? ("the file does not begin with front matter", Example)
            : ($"the first line is '{first}', not three hyphens", $"type '{Fence}' with the hyphen key here and below the last key; word processors turn hyphens into dashes");
        return Diagnostic.Error("RA0001", new SourceSpan(file, 1, 1), message, hint);
    }

    private static ReadOnlySpan<char> LineAt(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return text.AsSpan(at, (end < 0 ? text.Length : end) - at);
    }

    private static bool IsFence(string text, int at) => LineAt(text, at).TrimEnd().SequenceEqual(Fence);

    private static int NextLine(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }
}
