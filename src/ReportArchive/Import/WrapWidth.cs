using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>Whether a dump's lines were broken at a fixed width, and at which.</summary>
/// <param name="Columns">Width in half-width columns, or in characters where all count alike; 0 where lines are paragraphs.</param>
/// <param name="IsByCharacter">Whether the width counts characters: a program cut the text, not a page.</param>
/// <param name="IsIndented">Whether paragraphs are told by their indent.</param>
internal sealed record WrapWidth(int Columns, bool IsByCharacter, bool IsIndented)
{
    private const int WidestPage = 140;
    private const int LeastLines = 8;
    private const int OutlierShare = 25;

    /// <summary>Measures. Lines are wrapped where most of them are about equally long, none is much longer, and many end within a sentence.</summary>
    public static WrapWidth Measure(string text, List<RawLine> lines)
    {
        var isIndented = lines.Count(static line => line.Indent >= 1) * 20 >= lines.Count;
        if (lines.Count < LeastLines || lines.Count(line => !Ends(text, line)) * 10 < lines.Count * 4)
            return new WrapWidth(0, IsByCharacter: false, isIndented);
        // A few lines may be longer than the page: furniture that was not broken.
        var usual = lines.Count - (lines.Count / OutlierShare);
        var longest = lines.ConvertAll(static line => Characters(line)).Order().ElementAt(usual - 1);
        if (longest <= WidestPage && lines.Count(line => Characters(line) is var length && length >= longest - 1 && length <= longest) * 2 >= lines.Count)
            return new WrapWidth(longest, IsByCharacter: true, isIndented);
        var sorted = lines.ConvertAll(line => ColumnsOf(text, line)).Order().Take(usual).ToList();
        var wide = sorted[sorted.Count * 19 / 20];
        var isWrapped = wide <= WidestPage && sorted[^1] <= Math.Max(wide * 1.3, wide + 8) && sorted.Count(width => width >= wide * 0.85) * 10 >= lines.Count * 4;
        return new WrapWidth(isWrapped ? wide : 0, IsByCharacter: false, isIndented);
    }

    /// <summary>Whether a line is as long as lines can be, so that the next may belong to its paragraph.</summary>
    public bool IsFull(string text, RawLine line) =>
        IsByCharacter ? Characters(line) >= Columns - 1 && Characters(line) <= Columns + 1 : ColumnsOf(text, line) is var width && width >= Columns * 0.85 && width <= Columns * 1.3;

    /// <summary>Whether a line reaches the very edge.</summary>
    public bool IsToEdge(string text, RawLine line) =>
        IsByCharacter ? Characters(line) >= Columns - 1 : ColumnsOf(text, line) >= Columns - 4;

    private static int Characters(RawLine line) => line.Range.Length + (int)Math.Ceiling(line.Indent);

    /// <summary>Columns of a line: an ideograph takes two, a Latin letter one.</summary>
    private static int ColumnsOf(string text, RawLine line)
    {
        var width = (int)(line.Indent * 2);
        foreach (var c in line.Range.Of(text))
            width += Glyphs.IsWide(c) ? 2 : 1;
        return width;
    }

    private static bool Ends(string text, RawLine line) =>
        text[line.Range.End - 1] is '。' or '！' or '？' or '：' or '；' or '.' or '!' or '?' or ':' or ';' or '”';
}
