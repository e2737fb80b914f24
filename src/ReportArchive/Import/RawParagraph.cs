using System.Text;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>A paragraph of a dump: one line, or several that the page broke.</summary>
/// <param name="Lines">Its lines in order; furniture between them is not among them.</param>
/// <param name="Compact">The compact form of its beginning, at most 400 characters of it.</param>
/// <param name="IsFurniture">Whether it belongs to the page and not to the report.</param>
internal sealed record RawParagraph(List<RawLine> Lines, string Compact, bool IsFurniture)
{
    /// <summary>How much of a paragraph is looked at.</summary>
    public const int LongestHead = 400;

    private const int LongestTail = 300;

    /// <summary>Characters of the dump in it.</summary>
    public int Length => Lines.Sum(static line => line.Range.Length);

    /// <summary>Whether it reads like prose of a report beyond doubt.</summary>
    public bool IsProse => !IsFurniture && (Length > LongestHead || (Compact.Length >= 40 && SiteText.ReadsLikeReport(Compact)));

    /// <summary>A paragraph of lines.</summary>
    public static RawParagraph Of(string text, List<RawLine> lines)
    {
        if (lines is [var only])
            return new RawParagraph(lines, Head(text, only.Range), IsFurniture: false);
        var head = new StringBuilder();
        foreach (var line in lines.TakeWhile(_ => head.Length < LongestHead))
            head.Append(Head(text, line.Range));
        return new RawParagraph(lines, head.ToString(), IsFurniture: false);
    }

    /// <summary>The compact form of its end.</summary>
    public string Tail(string text)
    {
        var tail = "";
        for (var i = Lines.Count - 1; i >= 0 && tail.Length < LongestTail; i--)
        {
            var range = Lines[i].Range;
            var length = Math.Min(range.Length, LongestTail);
            tail = CompactText.Of(text.AsSpan(range.End - length, length)) + tail;
        }
        return tail;
    }

    private static string Head(string text, TextRange range) => CompactText.Of(text.AsSpan(range.Start, Math.Min(range.Length, LongestHead)));
}
