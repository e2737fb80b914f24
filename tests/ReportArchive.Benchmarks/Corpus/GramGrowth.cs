using System.Collections.Immutable;

namespace ReportArchive.Benchmarks.Corpus;

/// <summary>
/// How many different runs of characters texts have: what an index costs depends on little else. Of generated reports the numbers are to be those
/// of as many characters of real ones.
/// </summary>
/// <param name="Length">Characters (UTF-16 units) of a run.</param>
/// <param name="Characters">Characters of all texts.</param>
/// <param name="Distinct">Different runs in all texts.</param>
/// <param name="Postings">Different runs in each text, summed.</param>
/// <param name="Once">Runs that are in one text alone.</param>
internal sealed record GramGrowth(int Length, long Characters, long Distinct, long Postings, long Once)
{
    /// <summary>The lengths that are compared.</summary>
    public static readonly ImmutableArray<int> Lengths = [1, 2, 3, 4, 5, 6, 8];

    /// <summary>Counts runs within a block, never across two.</summary>
    /// <param name="texts">A text's blocks.</param>
    /// <param name="length">Characters of a run, at most eight.</param>
    public static GramGrowth Of(IEnumerable<IEnumerable<string>> texts, int length)
    {
        var found = new Dictionary<UInt128, (int Text, bool Again)>();
        var (characters, postings, number) = (0L, 0L, 0);
        foreach (var text in texts)
        {
            number++;
            foreach (var block in text)
            {
                characters += block.Length;
                for (var i = 0; i + length <= block.Length; i++)
                {
                    var key = Key(block.AsSpan(i, length));
                    if (found.TryGetValue(key, out var last) && last.Text == number)
                        continue;
                    postings++;
                    found[key] = (number, last.Text > 0);
                }
            }
        }
        return new GramGrowth(length, characters, found.Count, postings, found.Values.Count(static run => !run.Again));
    }

    /// <summary>A line of a table.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Length} of {Characters:N0} characters: {Distinct:N0} distinct, {(double)Distinct / Characters:F3} a character; {(double)Postings / Characters:F3} a character and text; {(double)Once / Distinct:P0} in one text");

    private static UInt128 Key(ReadOnlySpan<char> run)
    {
        UInt128 key = 0;
        foreach (var c in run)
            key = (key << 16) | c;
        return key;
    }
}
