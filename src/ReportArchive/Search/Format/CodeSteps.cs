using System.Globalization;

namespace ReportArchive.Search.Format;

/// <summary>
/// Codes of places as steps between numbers of nine digits: from the place before under the same parent, of the first from the parent.
/// Codes of six digits stand for nine that end in 000; see <see cref="Places.PlaceCode"/>.
/// </summary>
internal static class CodeSteps
{
    private const int TownsOfCounty = 1_000;

    /// <summary>The steps of codes, each place before those below it.</summary>
    public static IEnumerable<int> Of(IReadOnlyList<(string Code, int Depth)> places)
    {
        var last = new List<int>();
        foreach (var (code, depth) in places)
        {
            var number = int.Parse(code, CultureInfo.InvariantCulture) * (code.Length == 6 ? TownsOfCounty : 1);
            yield return number - Take(last, depth);
            last.Add(number);
        }
    }

    /// <summary>The codes again.</summary>
    public static string[] Codes(int[] steps, int[] depths)
    {
        var last = new List<int>();
        var codes = new string[steps.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            var number = Take(last, depths[i]) + steps[i];
            last.Add(number);
            codes[i] = number % TownsOfCounty == 0 ? $"{number / TownsOfCounty:D6}" : $"{number:D9}";
        }
        return codes;
    }

    /// <summary>What a step at a depth counts from; that depth and those below are taken away.</summary>
    private static int Take(List<int> last, int depth)
    {
        var from = last.Count > depth ? last[depth] : depth > 0 ? last[depth - 1] : 0;
        last.RemoveRange(depth, last.Count - depth);
        return from;
    }
}
