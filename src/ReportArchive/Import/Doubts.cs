using System.Collections.Immutable;
using ReportArchive.Diagnostics;

namespace ReportArchive.Import;

/// <summary>What an editor should look at in a cleaned report, and how whole it is.</summary>
internal static class Doubts
{
    /// <summary>The code of a report that ends before its closing words.</summary>
    public const string BreaksOff = "RA0305";

    /// <summary>The code of a report whose numbered parts are not all there.</summary>
    public const string Missing = "RA0308";

    private const int Excerpt = 16;

    /// <summary>Warnings about missing parts, an abrupt end and lines that may not belong to the report.</summary>
    public static ImmutableArray<Diagnostic> Of(Dump dump, string text, SortedLines sorted, Outline outline)
    {
        var doubts = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var gap in outline.Gaps)
            doubts.Add(Diagnostic.Warning(Missing, new SourceSpan(dump.Name), $"a part is missing before '{Cut(text, gap.At)}'", "look for another copy of the report"));
        if (!sorted.IsClosed)
            doubts.Add(Diagnostic.Warning(BreaksOff, new SourceSpan(dump.Name), $"the report breaks off at '{Last(text)}'", "look for a complete copy"));
        foreach (var line in sorted.Doubtful.Select(static paragraph => paragraph.Lines[0]))
            doubts.Add(Diagnostic.Warning("RA0306", WordFinder.SpanOf(dump, line.Range.Start), $"'{Cut(dump.Text, line.Range.Start)}' may not belong to the report", "delete it from the Markdown file if it does not"));
        return doubts.ToImmutable();
    }

    /// <summary>Damaged where a part is missing or characters are lost, truncated where the end is, complete otherwise.</summary>
    public static Grade GradeOf(string text, SortedLines sorted, Outline outline)
    {
        if (!sorted.IsClosed)
            return Grade.Truncated;
        return outline.Gaps.Count > 0 || text.Contains('\uFFFD', StringComparison.Ordinal) ? Grade.Damaged : Grade.Complete;
    }

    private static string Cut(string text, int at)
    {
        var excerpt = text.AsSpan(at, Math.Min(Excerpt, text.Length - at));
        var end = excerpt.IndexOf('\n');
        return (end < 0 ? excerpt : excerpt[..end]).ToString();
    }

    private static string Last(string text) => text[Math.Max(0, text.Length - Excerpt)..].Replace('\n', ' ');
}
