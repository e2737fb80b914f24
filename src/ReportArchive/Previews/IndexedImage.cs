using System.Buffers;
using System.Buffers.Binary;

namespace ReportArchive.Previews;

/// <summary>What a preview image paints with; each but the paper has five shades from nearly paper to full.</summary>
internal enum Paint
{
    /// <summary>Titles.</summary>
    Ink,

    /// <summary>Smaller words.</summary>
    Muted,

    /// <summary>The seal and the bar.</summary>
    Accent,
}

/// <summary>A picture of sixteen colours, four bits a pixel.</summary>
/// <param name="width">Pixels across, even.</param>
/// <param name="height">Pixels down.</param>
internal sealed class IndexedImage(int width, int height) : IDisposable
{
    private const int Shades = 5;
    private const int Paper = 0;

    // The byte before a row, which names its filter.
    private const int Stride0 = 1;

    // The colours of the site in daylight: paper, ink, muted, accent.
    private static readonly (int R, int G, int B) s_paper = (0xfc, 0xfa, 0xf5);
    private static readonly (int R, int G, int B)[] s_full = [(0x23, 0x20, 0x1c), (0x6a, 0x63, 0x58), (0x9b, 0x2d, 0x20)];

    // Rented: a picture is too large for the heap's small objects, and there is one a report.
    private readonly byte[] _rows = Cleared(height * (Stride0 + (width / 2)));

    /// <summary>Pixels across.</summary>
    public int Width => width;

    /// <summary>Pixels down.</summary>
    public int Height => height;

    /// <summary>Bytes of a row: a filter byte of zero, then two pixels a byte, as PNG wants them.</summary>
    public int Stride => Stride0 + (width / 2);

    /// <summary>All rows.</summary>
    public ReadOnlySpan<byte> Rows => _rows.AsSpan(0, height * Stride);

    /// <summary>Red, green and blue of each of the sixteen colours.</summary>
    public static byte[] Palette()
    {
        var palette = new List<byte> { (byte)s_paper.R, (byte)s_paper.G, (byte)s_paper.B };
        foreach (var full in s_full)
        {
            for (var shade = 1; shade <= Shades; shade++)
                palette.AddRange([Mix(s_paper.R, full.R, shade), Mix(s_paper.G, full.G, shade), Mix(s_paper.B, full.B, shade)]);
        }
        return [.. palette];
    }

    /// <summary>The colour of a pixel as far as it is covered.</summary>
    /// <param name="paint">With what.</param>
    /// <param name="coverage">0 to 1.</param>
    public static int ColourOf(Paint paint, float coverage)
    {
        var shade = (int)((coverage * Shades) + 0.5f);
        return shade == 0 ? Paper : ((int)paint * Shades) + shade;
    }

    /// <summary>Puts a stamp on the picture; what is outside is cut off, and what the stamp leaves free stays as it was.</summary>
    /// <param name="stamp">The stamp.</param>
    /// <param name="left">Its left edge, even.</param>
    /// <param name="top">Its upper edge.</param>
    public void Put(GlyphStamp stamp, int left, int top)
    {
        var inside = left >= 0 && left + stamp.Width <= width;
        for (var y = Math.Max(0, -top); y < Math.Min(stamp.Height, height - top); y++)
        {
            var row = _rows.AsSpan(((top + y) * Stride) + Stride0, width / 2);
            if (inside)
                PutRow(stamp.Row(y), row[(left / 2)..]);
            else
                CutRow(stamp.Row(y), row, left / 2);
        }
    }

    private static void PutRow(ReadOnlySpan<ulong> words, Span<byte> row)
    {
        foreach (var word in words)
        {
            if (word != 0)
                BinaryPrimitives.WriteUInt64LittleEndian(row, (BinaryPrimitives.ReadUInt64LittleEndian(row) & ~Painted(word)) | word);
            row = row[sizeof(ulong)..];
        }
    }

    private static void CutRow(ReadOnlySpan<ulong> words, Span<byte> row, int at)
    {
        foreach (var word in words)
        {
            for (var i = 0; i < sizeof(ulong); i++, at++)
            {
                if ((uint)at < (uint)row.Length)
                    row[at] = (byte)((row[at] & ~(byte)(Painted(word) >> (8 * i))) | (byte)(word >> (8 * i)));
            }
        }
    }

    /// <summary>All four bits of the pixels that are not paper.</summary>
    private static ulong Painted(ulong word)
    {
        const ulong lowest = 0x1111_1111_1111_1111;
        return ((word | (word >> 1) | (word >> 2) | (word >> 3)) & lowest) * 15;
    }

    /// <summary>Fills a rectangle, its left and right even.</summary>
    public void Fill(int left, int top, int right, int bottom, Paint paint)
    {
        var colour = ColourOf(paint, 1);
        for (var y = top; y < bottom; y++)
            _rows.AsSpan((y * Stride) + Stride0)[(left / 2)..(right / 2)].Fill((byte)((colour << 4) | colour));
    }

    /// <summary>Gives its memory back.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_rows);

    private static byte[] Cleared(int length)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        bytes.AsSpan(0, length).Clear();
        return bytes;
    }

    private static byte Mix(int paper, int full, int shade) => (byte)(paper + ((full - paper) * shade / Shades));
}
