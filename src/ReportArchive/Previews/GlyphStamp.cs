using System.Collections.Concurrent;

namespace ReportArchive.Previews;

/// <summary>
/// A character as it is put on a picture: its colours, four bits a pixel, in rows of whole words. Titles of reports are written with few
/// characters, so most are drawn once a build and put on thousands of pictures.
/// </summary>
internal sealed class GlyphStamp
{
    // Stamps of the largest size take 4 KB, so all that are kept 16 MB at most.
    private const int MostKept = 4096;

    private const int PenSteps = 4;
    private const int PixelsPerWord = 16;

    // What is left of the pen: a curve may swing out a little there.
    private const int Margin = 2;

    private static readonly ConcurrentDictionary<(int Character, float Size, int Pen, float Baseline, Paint Paint), GlyphStamp> s_kept = [];

    private readonly ulong[] _words;

    private GlyphStamp(int width, int height)
    {
        (WordsPerRow, Height) = ((width + PixelsPerWord - 1) / PixelsPerWord, height);
        _words = new ulong[WordsPerRow * Height];
    }

    /// <summary>Words of a row.</summary>
    public int WordsPerRow { get; }

    /// <summary>Pixels across.</summary>
    public int Width => WordsPerRow * PixelsPerWord;

    /// <summary>Pixels down.</summary>
    public int Height { get; }

    /// <summary>A row; the first pixel of a word is in the upper half of its lowest byte, as in the rows of a PNG.</summary>
    public ReadOnlySpan<ulong> Row(int y) => _words.AsSpan(y * WordsPerRow, WordsPerRow);

    /// <summary>The stamp of a character where the pen is, to the next quarter of a pixel.</summary>
    /// <param name="character">Its code point.</param>
    /// <param name="size">Pixels to the em.</param>
    /// <param name="x">Pen position in pixels.</param>
    /// <param name="baseline">Baseline in pixels from the top.</param>
    /// <param name="paint">With what.</param>
    /// <returns>The stamp, and where its upper left corner goes: an even pixel, and a row.</returns>
    public static (GlyphStamp Stamp, int Left, int Top) Of(int character, float size, float x, float baseline, Paint paint)
    {
        var (left, top) = (((int)x - Margin) & ~1, (int)(baseline - size));
        var key = (character, size, (int)(((x - left) * PenSteps) + 0.5f), baseline - top, paint);
        if (!s_kept.TryGetValue(key, out var stamp))
        {
            stamp = Draw(character, size, (float)key.Item3 / PenSteps, baseline - top, paint);
            if (s_kept.Count < MostKept)
                s_kept.TryAdd(key, stamp);
        }
        return (stamp, left, top);
    }

    private static GlyphStamp Draw(int character, float size, float x, float baseline, Paint paint)
    {
        var side = (int)MathF.Ceiling(size * 1.5f);
        var coverage = new OutlineCoverage(side, side);
        GlyphFont.Bold.Draw(character, coverage, size, x, baseline);
        var (width, height) = coverage.Size;
        var stamp = new GlyphStamp(width, height);
        coverage.Take((column, row, covered) =>
        {
            var place = (column % PixelsPerWord) ^ 1;
            stamp._words[(row * stamp.WordsPerRow) + (column / PixelsPerWord)] |= (ulong)IndexedImage.ColourOf(paint, covered) << (4 * place);
        });
        return stamp;
    }
}
