using System.Buffers;
using ReportArchive.Text;
using ReportArchive.Text.Rules;

namespace ReportArchive.Import;

/// <summary>A line of a dump, or a part of one that should have been a line of its own.</summary>
/// <param name="Range">Its characters in the dump's text, without the spaces at both ends.</param>
/// <param name="Indent">How far it is indented: one for a full-width space, a half for any other.</param>
/// <param name="AfterBlank">Whether an empty line stands before it.</param>
/// <param name="Joined">Whether it stands on the same line as the one before it.</param>
internal sealed record RawLine(TextRange Range, double Indent, bool AfterBlank, bool Joined)
{
    /// <summary>Whether several paragraphs were run together in it.</summary>
    public bool IsGlued { get; init; }

    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    /// <summary>Cuts a text into its lines; empty ones are left out.</summary>
    public static List<RawLine> Split(string text)
    {
        var lines = new List<RawLine>();
        var isBlank = false;
        for (var start = 0; start <= text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny(Breaks);
            end = end < 0 ? text.Length : start + end;
            var count = lines.Count;
            Add(lines, text, start, end, isBlank, joined: false);
            isBlank = lines.Count == count;
            start = end < text.Length && text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
        }
        return lines;
    }

    /// <summary>Cuts this line in two; either part may be missing where nothing but spaces would be left.</summary>
    public IEnumerable<RawLine> CutAt(string text, int at)
    {
        var parts = new List<RawLine>(2);
        Add(parts, text, Range.Start, at, AfterBlank, Joined);
        Add(parts, text, at, Range.End, isAfterBlank: false, joined: true);
        if (parts.Count > 0)
            parts[0] = parts[0] with { Indent = Indent };
        return parts;
    }

    /// <summary>The line without spaces and invisible characters, digits and Latin letters half-width, brackets and colons full-width.</summary>
    public string Compact(string text) => CompactText.Of(Range.Of(text));


    private static void Add(List<RawLine> lines, string text, int start, int end, bool isAfterBlank, bool joined)
    {
        var indent = 0.0;
        while (start < end && IsBlank(text[start]))
            indent += text[start++] == '\u3000' ? 1 : 0.5;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        if (end > start)
            lines.Add(new RawLine(new TextRange(start, end - start), indent, isAfterBlank, joined));
    }

    private static bool IsBlank(char c) => Glyphs.IsSpace(c) || InvisibleCharacters.Is(c);
}
