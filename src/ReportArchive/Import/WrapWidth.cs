using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>Whether a dump's lines were broken at a fixed width, and at which.</summary>
/// <param name="Columns">Width in half-width columns; 0 where lines are paragraphs.</param>
/// <param name="IsIndented">Whether paragraphs are told by their indent.</param>
internal sealed record WrapWidth(int Columns, bool IsIndented)
{
    private const int WidestPage = 140;

    /// <summary>Measures. Lines are wrapped where most of them are about equally long, none is much longer, and many end within a sentence.</summary>
    public static WrapWidth Measure(string text, List<RawLine> lines)
    {
        if (lines.Count < 8)
            return new WrapWidth(0, IsIndented: false);
        var widths = lines.ConvertAll(line => Of(line.Range.Of(text)));
        var sorted = widths.Order().ToList();
        var wide = sorted[sorted.Count * 19 / 20];
        var full = widths.Count(width => width >= wide * 0.85);
        var open = lines.Count(line => !Ends(text, line));
        var isWrapped = sorted[^1] <= Math.Max(wide * 1.3, wide + 8) && wide <= WidestPage && full * 10 >= lines.Count * 4 && open * 10 >= lines.Count * 4;
        return new WrapWidth(isWrapped ? wide : 0, lines.Count(static line => line.Indent >= 1) * 20 >= lines.Count);
    }

    /// <summary>Columns of a line: an ideograph takes two, a Latin letter one.</summary>
    public static int Of(ReadOnlySpan<char> line)
    {
        var width = 0;
        foreach (var c in line)
            width += Glyphs.IsWide(c) ? 2 : 1;
        return width;
    }

    private static bool Ends(string text, RawLine line) =>
        text[line.Range.End - 1] is '。' or '！' or '？' or '：' or '；' or '.' or '!' or '?' or ':' or ';' or '”';
}
