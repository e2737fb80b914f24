using System.Collections.Frozen;

namespace ReportArchive.Import;

/// <summary>
/// N-grams that tell headings and paragraphs apart, drawn from 70 reports that kept their line breaks; digits count as 0.
/// The resource has lines <c>start</c>, <c>end</c> (tenths of the log ratio between their share among beginnings of
/// paragraphs or ends of headings and their share anywhere) and <c>pair</c> (twice the logarithm of a pair's count).
/// </summary>
internal static class HeadingGrams
{
    /// <summary>What an n-gram is worth that was never seen in that place.</summary>
    private const double Unseen = -1.5;

    private static readonly Lazy<FrozenDictionary<string, FrozenDictionary<string, int>>> Tables = new(static () => GramTables.Read("heading-grams.txt"));

    /// <summary>Log ratio of the likeliest beginning of a paragraph among the first two to four characters.</summary>
    public static double Start(ReadOnlySpan<char> text) => Best("start", text, fromEnd: false);

    /// <summary>Log ratio of the likeliest end of a heading among the last two to four characters.</summary>
    public static double End(ReadOnlySpan<char> text) => Best("end", text, fromEnd: true);

    /// <summary>Natural logarithm of one plus the count of a pair of characters, where it is one of the 6,000 most frequent; else 0.</summary>
    public static double Common(ReadOnlySpan<char> pair) =>
        Tables.Value["pair"].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(pair, out var value) ? value / 2.0 : 0;

    private static double Best(string table, ReadOnlySpan<char> text, bool fromEnd)
    {
        var lookup = Tables.Value[table].GetAlternateLookup<ReadOnlySpan<char>>();
        var best = double.MinValue;
        for (var n = 2; n <= 4 && n <= text.Length; n++)
        {
            if (lookup.TryGetValue(fromEnd ? text[^n..] : text[..n], out var value))
                best = Math.Max(best, value / 10.0);
        }
        return best == double.MinValue ? Unseen : best;
    }
}
