using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace ReportArchive.Places;

/// <summary>
/// The divisions of the National Bureau of Statistics as of 30 June 2023, read from the resource <c>places.br</c>.
/// Its form and its making are described in <c>Data/README.md</c>: one division a line in code order, the step from the
/// code before (nothing when it is one), the name, then former names, each after <c>|</c>; UTF-16, packed with brotli.
/// </summary>
internal static class NationalPlaces
{
    // Room for the whole resource, so that reading it never grows an array; more than this still works.
    private const int ExpectedRows = 46_000;
    private const int ExpectedBytes = 512_000;

    // Runs once, over 44,678 lines: left to the tiers of the JIT it would be done before it was ever optimised (30 ms for 10).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static Place[] Read()
    {
        var text = Unpack().AsSpan();
        var places = new List<Place>(ExpectedRows);
        var above = new Ancestors();
        var number = 0;
        while (!text.IsEmpty)
        {
            number += TakeStep(ref text);
            var end = text.IndexOf('\n');
            var code = PlaceCode.FromNineDigits(number);
            places.Add(New(code, text[..end], above.Enter(code)));
            text = text[(end + 1)..];
        }
        return [.. places];
    }

    private static Place New(PlaceCode code, ReadOnlySpan<char> names, PlaceCode? parent)
    {
        var end = names.IndexOf('|');
        return end < 0
            ? new Place(code, names.ToString(), parent, [])
            : new Place(code, names[..end].ToString(), parent, [.. names[(end + 1)..].ToString().Split('|')]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int TakeStep(ref ReadOnlySpan<char> text)
    {
        var (step, digits) = (0, 0);
        for (; char.IsAsciiDigit(text[digits]); digits++)
            step = (step * 10) + text[digits] - '0';
        text = text[digits..];
        return digits == 0 ? 1 : step;
    }

    private static string Unpack()
    {
        using var packed = typeof(NationalPlaces).Assembly.GetManifestResourceStream("places.br")
            ?? throw new InvalidOperationException("The assembly was built without the resource places.br.");
        using var unpacked = new MemoryStream(ExpectedBytes);
        using (var brotli = new BrotliStream(packed, CompressionMode.Decompress))
            brotli.CopyTo(unpacked);
        return Encoding.Unicode.GetString(unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length));
    }

    /// <summary>The last division read at each level; some are missing above what follows (Xiantao has no prefecture).</summary>
    private struct Ancestors
    {
        private PlaceCode? _province;
        private PlaceCode? _prefecture;
        private PlaceCode? _county;

        /// <summary>The nearest of them above <paramref name="code"/>, which becomes one of them itself.</summary>
        internal PlaceCode? Enter(PlaceCode code)
        {
            switch (code.Level)
            {
                case PlaceLevel.Town:
                    return _county is { } county && code.Parent == county ? county
                        : _prefecture is { } city && city.IsAbove(code) ? city
                        : _province;
                case PlaceLevel.County:
                    _county = code;
                    return _prefecture is { } prefecture && code.Parent == prefecture ? prefecture : _province;
                case PlaceLevel.Prefecture:
                    _prefecture = code;
                    return _province;
                default:
                    _province = code;
                    return null;
            }
        }
    }
}
