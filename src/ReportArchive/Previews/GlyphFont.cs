using System.Collections.Frozen;
using System.IO.Compression;

namespace ReportArchive.Previews;

/// <summary>
/// The outlines of the characters that preview images are drawn with, read once from the resource <c>glyphs.br</c>; its form is
/// described in <c>Data/README.md</c>.
/// </summary>
internal sealed class GlyphFont
{
    /// <summary>Units to the em.</summary>
    public const float UnitsPerEm = 500;

    private const byte End = 0;
    private const byte Move = 1;
    private const byte Straight = 2;

    private static readonly Lazy<GlyphFont> s_bold = new(() => new GlyphFont(Unpack()));

    private readonly byte[] _bytes;
    private readonly FrozenDictionary<int, (int Advance, int Outline)> _glyphs;

    private GlyphFont(byte[] bytes)
    {
        _bytes = bytes;
        _glyphs = Index().ToFrozenDictionary();
    }

    public static GlyphFont Bold => s_bold.Value;

    /// <summary>How far a character moves the pen, in ems; one em for a character without an outline.</summary>
    public float AdvanceOf(int character) => _glyphs.TryGetValue(character, out var glyph) ? glyph.Advance / UnitsPerEm : 1;

    /// <summary>Draws a character's outline.</summary>
    /// <param name="character">Its code point.</param>
    /// <param name="into">Takes the outline.</param>
    /// <param name="size">Pixels to the em.</param>
    /// <param name="x">Pen position in pixels.</param>
    /// <param name="baseline">Baseline in pixels from the top.</param>
    public void Draw(int character, OutlineCoverage into, float size, float x, float baseline)
    {
        if (!_glyphs.TryGetValue(character, out var glyph))
            return;
        var at = glyph.Outline;
        var scale = size / UnitsPerEm;
        var (px, py) = (0, 0);
        (float X, float Y) Next()
        {
            px += Signed(ref at);
            py += Signed(ref at);
            return (x + (px * scale), baseline - (py * scale));
        }
        for (var op = _bytes[at++]; op != End; op = _bytes[at++])
        {
            if (op == Move)
                into.MoveTo(Next());
            else if (op == Straight)
                into.LineTo(Next());
            else
                into.CurveTo(Next(), Next(), Next());
        }
        into.Close();
    }

    private Dictionary<int, (int Advance, int Outline)> Index()
    {
        var glyphs = new Dictionary<int, (int Advance, int Outline)>();
        var character = 0;
        for (var at = 0; at < _bytes.Length;)
        {
            character += Unsigned(ref at);
            var advance = Unsigned(ref at);
            glyphs[character] = (advance, at);
            Skip(ref at);
        }
        return glyphs;
    }

    private void Skip(ref int at)
    {
        for (var op = _bytes[at++]; op != End; op = _bytes[at++])
        {
            for (var numbers = op <= Straight ? 2 : 6; numbers > 0; numbers--)
                Unsigned(ref at);
        }
    }

    private int Unsigned(ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = _bytes[at++];
            value |= (b & 127) << shift;
            if (b < 128)
                return value;
        }
    }

    private int Signed(ref int at)
    {
        var value = Unsigned(ref at);
        return (value & 1) == 0 ? value >> 1 : -((value + 1) >> 1);
    }

    private static byte[] Unpack()
    {
        using var resource = typeof(GlyphFont).Assembly.GetManifestResourceStream("glyphs.br")!;
        using var unpacked = new BrotliStream(resource, CompressionMode.Decompress);
        using var bytes = new MemoryStream(1 << 20);
        unpacked.CopyTo(bytes);
        return bytes.ToArray();
    }
}
