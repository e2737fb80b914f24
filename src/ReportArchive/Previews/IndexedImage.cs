using System.Buffers;

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

    /// <summary>Paints a pixel as far as it is covered.</summary>
    /// <param name="x">From the left.</param>
    /// <param name="y">From the top.</param>
    /// <param name="paint">With what.</param>
    /// <param name="coverage">0 to 1.</param>
    public void Set(int x, int y, Paint paint, float coverage)
    {
        if (x < 0 || y < 0 || x >= width || y >= height)
            return;
        var shade = (int)((coverage * Shades) + 0.5f);
        var colour = shade == 0 ? 0 : ((int)paint * Shades) + shade;
        ref var pair = ref _rows[(y * Stride) + Stride0 + (x / 2)];
        pair = (byte)(x % 2 == 0 ? (pair & 0x0f) | (colour << 4) : (pair & 0xf0) | colour);
    }

    /// <summary>Fills a rectangle.</summary>
    public void Fill(int left, int top, int right, int bottom, Paint paint)
    {
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
                Set(x, y, paint, 1);
        }
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
