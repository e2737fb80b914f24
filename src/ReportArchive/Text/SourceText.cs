namespace ReportArchive.Text;

/// <summary>A text file as people save it, made the same whatever editor and system it came from.</summary>
public static class SourceText
{
    private static readonly string[] ConflictMarkers = ["<<<<<<< ", ">>>>>>> "];

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
