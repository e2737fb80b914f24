using System.Buffers;
using ReportArchive.Diagnostics;

namespace ReportArchive.Text;

/// <summary>A text file as people save it, made the same whatever editor and system it came from.</summary>
public static class SourceText
{
    private static readonly string[] ConflictMarkers = ["<<<<<<< ", ">>>>>>> "];

    // What XML 1.0 (and so the feed) cannot hold: control characters but tab and line feed, and the two non-characters.
    private static readonly SearchValues<char> Unprintable =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static c => (char)c).Where(static c => c is not ('\t' or '\n')), '\uFFFE', '\uFFFF']);

    /// <summary>Whether a file can be read at all; where not, an error says why.</summary>
    /// <param name="text">The whole file, as <see cref="Normalise"/> leaves it.</param>
    /// <param name="file">Its path, for diagnostics.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static bool IsReadable(string text, string file, ICollection<Diagnostic> diagnostics)
    {
        if (FindConflict(text) is { } line)
        {
            diagnostics.Add(Diagnostic.Error(
                "RA0013", new SourceSpan(file, line, 1), "a merge conflict was left in the file", "keep one of the two versions and delete the lines of '<<<<<<<', '=======' and '>>>>>>>'"));
            return false;
        }
        var control = text.AsSpan().IndexOfAny(Unprintable);
        if (control < 0)
            return true;
        var before = text.AsSpan(0, control);
        diagnostics.Add(Diagnostic.Error(
            "RA0017",
            new SourceSpan(file, before.Count('\n') + 1, control - before.LastIndexOf('\n')),
            $"the control character U+{(int)text[control]:X4} stands in the file, which no page can show",
            "delete it: place the cursor before it and press Delete"));
        return false;
    }

    /// <summary>Without byte order mark, with line feeds only.</summary>
    public static string Normalise(string text)
    {
        if (text.StartsWith('\uFEFF'))
            text = text[1..];
        return text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;
    }

    /// <summary>The first line that a merge conflict left, counted from 1; null where there is none.</summary>
    public static int? FindConflict(string text)
    {
        if (!text.Contains(ConflictMarkers[0], StringComparison.Ordinal) && !text.Contains(ConflictMarkers[1], StringComparison.Ordinal))
            return null;
        var line = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            line++;
            foreach (var marker in ConflictMarkers)
            {
                if (text.AsSpan(range).StartsWith(marker, StringComparison.Ordinal))
                    return line;
            }
        }
        return null;
    }
}
