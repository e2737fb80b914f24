using System.Text;
using ReportArchive.Citations;
using ReportArchive.Reports;

namespace ReportArchive.Previews;

/// <summary>
/// The picture that other sites show beside a link to a report: its title, place, year and kind, drawn at build. 1200 by 630 pixels,
/// as Open Graph readers expect.
/// </summary>
public static class PreviewCard
{
    /// <summary>Name of the file beside the report.</summary>
    public const string FileName = "card.png";

    private const int Left = 96;
    private const int Right = 1104;

    // So many characters of the largest size fill nine tenths of a line.
    private const int LongestName = 10;

    private const string NotAtStart = "，。、；：？！”’）》〉…·％%";
    private const string NotAtEnd = "“‘（《〈";

    /// <summary>The PNG file.</summary>
    public static byte[] Draw(PageMetadata page)
    {
        var (width, height) = OpenGraph.ImageSize;
        using var image = new IndexedImage(width, height);
        image.Fill(0, 0, 24, height, Paint.Accent);
        Text(image, page.Archive.Name, 34, Left, 104, Paint.Accent);
        var (lines, size) = Fit(page.Citation.Title, [OwnName(page), page.Kind.Name()]);
        var baseline = 350f - ((lines.Count - 1) * size * 0.66f);
        foreach (var line in lines)
        {
            Text(image, line, size, Left, baseline, Paint.Ink);
            baseline += size * 1.32f;
        }
        Text(image, Shortened($"{page.PlaceName}　{page.Year}年　{page.Kind.Name()}", 36), 36, Left, 506, Paint.Muted);
        if (page.Citation.Issued.Day is { } day)
            Text(image, Shortened($"{day.Year}年{day.Month}月{day.Day}日{(page.Citation.Meeting is { } meeting ? "　" + meeting : "")}", 30), 30, Left, 560, Paint.Muted);
        return Png.Write(image);
    }

    /// <summary>The lines that a title is drawn in.</summary>
    /// <param name="title">The title.</param>
    /// <param name="names">What stays on one line, where it is no longer than a line; an empty one is none.</param>
    internal static IReadOnlyList<string> Lines(string title, params ReadOnlySpan<string> names) => Fit(title, names).Lines;

    /// <summary>The title in as few lines as its size allows, the size as large as the lines allow.</summary>
    private static (List<string> Lines, float Size) Fit(string title, ReadOnlySpan<string> names)
    {
        foreach (var (size, most) in ((float, int)[])[(92, 1), (84, 2), (68, 3), (54, 4)])
        {
            var lines = Break(title, names, size);
            if (lines.Count <= most)
                return (lines, size);
        }
        return ([.. Break(title, names, 54).Take(4)], 54);
    }

    /// <summary>What the title calls the place, the end of its whole name: 东城街道 of 湖北省荆州市荆州区东城街道.</summary>
    private static string OwnName(PageMetadata page) =>
        Enumerable.Range(0, page.PlaceName.Length).Select(start => page.PlaceName[start..]).FirstOrDefault(end => page.Citation.Title.Contains(end, StringComparison.Ordinal)) ?? "";

    /// <summary>Lines of about equal length; digits stay together and so do names, no mark stands where it may not.</summary>
    private static List<string> Break(string text, ReadOnlySpan<string> names, float size)
    {
        var total = WidthOf(text, size);
        var target = total / MathF.Ceiling(total / (Right - Left));
        var lines = new List<string>();
        var line = new StringBuilder();
        var width = 0f;
        foreach (var word in Words(text, names))
        {
            var wordWidth = WidthOf(word, size);
            if (line.Length > 0 && (width + wordWidth > Right - Left || width + (wordWidth / 2) > target))
            {
                lines.Add(line.ToString());
                line.Clear();
                width = 0;
            }
            line.Append(word);
            width += wordWidth;
        }
        lines.Add(line.ToString());
        return lines;
    }

    private static List<string> Words(string text, ReadOnlySpan<string> names)
    {
        var words = new List<string>();
        var (at, nameEnds) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var character = rune.ToString();
            var glued = words.Count > 0
                && (at < nameEnds
                    || NotAtStart.Contains(character, StringComparison.Ordinal)
                    || NotAtEnd.Contains(words[^1][^1], StringComparison.Ordinal)
                    || (rune.IsAscii && words[^1][^1] < 128)
                    || (character is "年" && char.IsAsciiDigit(words[^1][^1])));
            if (glued)
                words[^1] += character;
            else
                words.Add(character);
            foreach (var name in names)
            {
                if (name.Length is > 0 and <= LongestName && string.CompareOrdinal(text, at, name, 0, name.Length) == 0)
                    nameEnds = Math.Max(nameEnds, at + name.Length);
            }
            at += rune.Utf16SequenceLength;
        }
        return words;
    }

    private static string Shortened(string text, float size)
    {
        if (WidthOf(text, size) <= Right - Left)
            return text;
        while (WidthOf(text + "…", size) > Right - Left)
            text = text[..^1];
        return text + "…";
    }

    private static float WidthOf(string text, float size) => text.EnumerateRunes().Sum(rune => GlyphFont.Bold.AdvanceOf(rune.Value)) * size;

    private static void Text(IndexedImage image, string text, float size, float x, float baseline, Paint paint)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var (stamp, left, top) = GlyphStamp.Of(rune.Value, size, x, baseline, paint);
            image.Put(stamp, left, top);
            x += GlyphFont.Bold.AdvanceOf(rune.Value) * size;
        }
    }
}
