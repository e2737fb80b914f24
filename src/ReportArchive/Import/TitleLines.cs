using System.Buffers;

namespace ReportArchive.Import;

/// <summary>Puts titles together again that a page broke over two or three lines.</summary>
internal static class TitleLines
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("。，；！？：");

    /// <summary>The lines, those that make a title only together joined.</summary>
    public static IEnumerable<string> Join(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var taken = Taken(lines, i);
            yield return string.Concat(lines.Skip(i).Take(taken));
            i += taken - 1;
        }
    }

    private static int Taken(IReadOnlyList<string> lines, int at)
    {
        if (TitleLine.KindOf(lines[at]) is not null || !MayBegin(lines[at]))
            return 1;
        var joined = lines[at];
        for (var n = 1; n <= 3 && at + n < lines.Count; n++)
        {
            if (lines[at + n].Contains("各位", StringComparison.Ordinal) || lines[at + n].Contains("会议", StringComparison.Ordinal))
                return 1;
            joined += lines[at + n];
            if (TitleLine.KindOf(joined) is not null)
                return n + 1;
        }
        return 1;
    }

    private static bool MayBegin(string line) =>
        line.Length is >= 4 and <= 50 && !line.AsSpan().ContainsAny(Marks) && !line.Contains("会议", StringComparison.Ordinal)
        && (line.Contains("关于", StringComparison.Ordinal) || line.Contains("国民经济", StringComparison.Ordinal) || line.Contains("预算", StringComparison.Ordinal)
            || line.Contains("政府工作", StringComparison.Ordinal) || line.EndsWith("人民政府", StringComparison.Ordinal));
}
