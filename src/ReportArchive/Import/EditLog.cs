using System.Text;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>One change between a dump and what was made of it.</summary>
/// <param name="Report">The report whose Markdown holds what came in its place, <c>370306/2023/gwr</c>; none where a part of the dump is in no report.</param>
/// <param name="Rule">The rule that made it; several are joined by a plus sign.</param>
/// <param name="Offset">Where it stood in the dump's text, in UTF-16 units.</param>
/// <param name="Before">What stood there; empty where something was inserted.</param>
/// <param name="After">What stands in the Markdown instead; empty where it was dropped.</param>
public readonly record struct LoggedEdit(string? Report, string Rule, int Offset, string Before, string After);

/// <summary>
/// Everything that was done to one dump, in the order of its text. Whatever lies between two edits was taken over as it
/// was, so that the dump's text can be rebuilt from the Markdown files and the log alone.
/// </summary>
/// <param name="Dump">Name of the dump.</param>
/// <param name="Sha256">Hash of its bytes.</param>
/// <param name="Encoding">The encoding it was read with.</param>
/// <param name="Characters">Length of its text, in UTF-16 units.</param>
/// <param name="Edits">The edits.</param>
public sealed record EditLog(string Dump, string Sha256, string Encoding, int Characters, IReadOnlyList<LoggedEdit> Edits)
{
    /// <summary>Where the dump says what stands in the front matter of each report made of it.</summary>
    public IReadOnlyList<(string Report, FieldEvidence Evidence)> Fields { get; init; } = [];

    /// <summary>The log of a dump.</summary>
    /// <param name="dump">The dump.</param>
    /// <param name="made">The Markdown made of its parts, in any order.</param>
    /// <param name="putAside">Parts that are of a report whose text was taken from elsewhere, and why.</param>
    internal static EditLog Of(Dump dump, IEnumerable<(ReportId Id, TextRange Segment, TracedText Markdown)> made, IEnumerable<(ReportId Id, TextRange Segment, string Rule)> putAside)
    {
        var parts = made.Select(part => (part.Segment, Edits: Logged(part.Id, part.Segment, part.Markdown)))
            .Concat(putAside.Select(part => (part.Segment, Edits: Dropped(dump, part.Segment.Start, part.Segment.End, part.Rule, part.Id.ToString()))))
            .OrderBy(static part => part.Segment.Start);
        var edits = new List<LoggedEdit>();
        var at = 0;
        foreach (var part in parts)
        {
            edits.AddRange(Dropped(dump, at, part.Segment.Start, "boilerplate", report: null));
            edits.AddRange(part.Edits);
            at = part.Segment.End;
        }
        edits.AddRange(Dropped(dump, at, dump.Text.Length, "boilerplate", report: null));
        return new EditLog(dump.Name, dump.Sha256, dump.Encoding, dump.Text.Length, edits);
    }

    /// <summary>The dump's text, from the Markdown files and the log.</summary>
    /// <param name="markdown">The Markdown of a report, as the import wrote it.</param>
    /// <exception cref="FormatException">The Markdown is not what the log says it is.</exception>
    public string Rebuild(Func<string, string> markdown)
    {
        var raw = new StringBuilder(Characters);
        var (open, text, at) = ((string?)null, "", 0);
        foreach (var edit in Edits)
        {
            at += Take(raw, text, at, edit.Offset - raw.Length);
            if (edit.After.Length > 0 && !string.Equals(edit.Report, open, StringComparison.Ordinal))
                (open, text, at) = (edit.Report, markdown(edit.Report!), 0);
            if (!text.AsSpan(at).StartsWith(edit.After, StringComparison.Ordinal))
                throw new FormatException($"the Markdown of {edit.Report} does not have '{edit.After}' at {at}");
            at += edit.After.Length;
            raw.Append(edit.Before);
        }
        Take(raw, text, at, Characters - raw.Length);
        return raw.ToString();
    }

    private static int Take(StringBuilder raw, string text, int at, int length)
    {
        if (at + length > text.Length)
            throw new FormatException($"the Markdown ends before the {length} characters that the log says are the dump's");
        raw.Append(text, at, length);
        return length;
    }

    private static IEnumerable<LoggedEdit> Logged(ReportId id, TextRange segment, TracedText markdown) =>
        markdown.Patches.Select(patch => new LoggedEdit(
            id.ToString(), patch.Rule, patch.Raw.Start + segment.Start, patch.Raw.Of(markdown.Raw).ToString(), patch.Text.Of(markdown.Text).ToString()));

    private static IEnumerable<LoggedEdit> Dropped(Dump dump, int start, int end, string rule, string? report)
    {
        if (end > start)
            yield return new LoggedEdit(report, rule, start, dump.Text[start..end], "");
    }
}
