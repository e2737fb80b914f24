using System.Buffers;

namespace ReportArchive.Reports;

/// <summary>A part of a body between blank lines.</summary>
/// <param name="Text">Its lines.</param>
/// <param name="Line">Line of the body it begins on, counted from 0.</param>
/// <param name="IsPlain">Whether it is one line that is a heading or a paragraph of nothing but its characters.</param>
internal readonly record struct BodyPart(ReadOnlyMemory<char> Text, int Line, bool IsPlain);

/// <summary>
/// Cuts a body at its blank lines. Nearly all of a report is paragraphs of one line each, without any mark that means
/// something in Markdown; they need no parser. Whatever else stands side by side stays together, for the items of a list
/// may have blank lines between them. What may reach further (fenced code, raw HTML, link definitions) keeps the body whole.
/// </summary>
internal static class BodyParts
{
    // Any of these anywhere, and the whole body goes to the parser.
    private static readonly SearchValues<string> FarReaching = SearchValues.Create(["<", "[", "```", "~~~"], StringComparison.Ordinal);

    // Any of these in a line, and it goes to the parser; C0 controls too, the tab among them.
    private static readonly SearchValues<char> Marks = SearchValues.Create([.. "\\`*_&|", .. Enumerable.Range(0, 32).Select(static code => (char)code), '\u007F']);

    private static readonly SearchValues<char> Openers = SearchValues.Create(" >-+=~＃");

    /// <summary>The parts in order.</summary>
    public static IEnumerable<BodyPart> Of(string body) => body.AsSpan().ContainsAny(FarReaching) ? [new BodyPart(body.AsMemory(), 0, IsPlain: false)] : Cut(body);

    private static IEnumerable<BodyPart> Cut(string body)
    {
        var pending = default(BodyPart?);
        foreach (var group in Groups(body))
        {
            if (!group.IsPlain)
            {
                pending = pending is { } first ? Joined(body, first, group) : group;
                continue;
            }
            if (pending is { } marked)
                yield return marked;
            pending = null;
            yield return group;
        }
        if (pending is { } last)
            yield return last;
    }

    private static BodyPart Joined(string body, BodyPart first, BodyPart last)
    {
        var start = StartOf(body, first);
        return first with { Text = body.AsMemory(start, StartOf(body, last) + last.Text.Length - start) };
    }

    private static int StartOf(string body, BodyPart part) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetString(part.Text, out _, out var start, out _) ? start : throw new ArgumentException("not a part of the body", nameof(body));

    /// <summary>Lines without a blank one between them.</summary>
    private static IEnumerable<BodyPart> Groups(string body)
    {
        var (start, first, lines) = (-1, 0, 0);
        var line = 0;
        for (var at = 0; at <= body.Length; line++)
        {
            var end = EndOfLine(body, at);
            if (!IsBlank(body.AsSpan(at, end - at)))
                (start, first, lines) = start < 0 ? (at, line, 1) : (start, first, lines + 1);
            else if (start >= 0)
            {
                yield return Group(body, start, at - 1, first, lines);
                start = -1;
            }
            at = end + 1;
        }
        if (start >= 0)
            yield return Group(body, start, body.Length, first, lines);
    }

    private static BodyPart Group(string body, int start, int end, int line, int lines) =>
        new(body.AsMemory(start, end - start), line, lines == 1 && IsPlain(body.AsSpan(start, end - start)));

    private static int EndOfLine(string body, int at)
    {
        var end = body.IndexOf('\n', at);
        return end < 0 ? body.Length : end;
    }

    private static bool IsBlank(ReadOnlySpan<char> line) => line.Trim(" \t").IsEmpty;

    private static bool IsPlain(ReadOnlySpan<char> line)
    {
        if (line[0] == '#')
            line = HeadingText(line);
        return !line.IsEmpty && !Openers.Contains(line[0]) && line[0] != '#' && !line.ContainsAny(Marks) && !IsItem(line);
    }

    /// <summary>The words of a heading of level 2 to 6; nothing where it is none, or ends with number signs.</summary>
    private static ReadOnlySpan<char> HeadingText(ReadOnlySpan<char> line)
    {
        var level = line.Length - line.TrimStart('#').Length;
        return level is >= 2 and <= 6 && line.Length > level && line[level] == ' ' && line.LastIndexOf('#') < level ? line[level..].Trim(' ') : [];
    }

    /// <summary>Whether the line begins an ordered list: up to nine digits, then a full stop or a bracket.</summary>
    private static bool IsItem(ReadOnlySpan<char> line)
    {
        var rest = line.TrimStart("0123456789");
        return rest.Length < line.Length && !rest.IsEmpty && rest[0] is '.' or ')';
    }
}
