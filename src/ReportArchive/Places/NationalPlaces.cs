using System.IO.Compression;
using System.Text;

namespace ReportArchive.Places;

/// <summary>
/// The divisions of the National Bureau of Statistics as of 30 June 2023, read from the resource <c>places.br</c>.
/// Its form and its making are described in <c>Data/README.md</c>: one division a line in code order, the step from the
/// code before (nothing when it is one), then the name; packed with brotli.
/// </summary>
internal static class NationalPlaces
{
    // Room for the whole resource, so that reading it never grows an array; more rows than this still work.
    private const int ExpectedRows = 46_000;
    private const int ExpectedBytes = 600_000;

    internal static Place[] Read()
    {
        var text = Unpack();
        var places = new List<Place>(ExpectedRows);
        // The division above at each level, so far; empty levels keep none.
        Span<PlaceCode?> above = [null, null, null];
        var number = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            if (line.IsEmpty)
                continue;
            number += TakeStep(ref line);
            places.Add(Next(PlaceCode.FromNineDigits(number), line.ToString(), above));
        }
        return [.. places];
    }

    private static Place Next(PlaceCode code, string name, Span<PlaceCode?> above)
    {
        var level = (int)code.Level;
        // What lies under 460400 follows it directly; a county of the prefecture before must not become its parent.
        above[level..].Clear();
        PlaceCode? parent = null;
        for (var upper = level - 1; upper >= 0 && parent is null; upper--)
            parent = above[upper] is { } candidate && candidate.IsAbove(code) ? candidate : null;
        if (level < above.Length)
            above[level] = code;
        return new Place(code, name, parent, []);
    }

    private static int TakeStep(ref ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        var step = digits == 0 ? 1 : int.Parse(line[..digits]);
        line = line[digits..];
        return step;
    }

    private static string Unpack()
    {
        using var packed = typeof(NationalPlaces).Assembly.GetManifestResourceStream("places.br")
            ?? throw new InvalidOperationException("The assembly was built without the resource places.br.");
        using var unpacked = new MemoryStream(ExpectedBytes);
        using (var brotli = new BrotliStream(packed, CompressionMode.Decompress))
            brotli.CopyTo(unpacked);
        return Encoding.UTF8.GetString(unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length));
    }
}
