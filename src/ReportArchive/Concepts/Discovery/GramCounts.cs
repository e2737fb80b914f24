using System.Runtime.InteropServices;

namespace ReportArchive.Concepts.Discovery;

/// <summary>
/// How often each string of one to a few characters occurs in a text. A longer string is counted only where its two shorter
/// ones are frequent enough (the Apriori principle: Agrawal and Srikant 1994), so that the table stays small.
/// </summary>
public sealed class GramCounts
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private GramCounts() => _bySpan = _counts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Number of characters counted.</summary>
    public long Characters { get; private set; }

    /// <summary>The strings that occur often enough, in no order.</summary>
    public IEnumerable<KeyValuePair<string, int>> All => _counts;

    /// <summary>Counts the runs of a text.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="least">Fewest occurrences of a string of two or more characters that is kept.</param>
    /// <param name="longest">Characters of the longest strings.</param>
    public static GramCounts Of(IReadOnlyCollection<string> runs, int least, int longest)
    {
        var counts = new GramCounts { Characters = runs.Sum(static run => (long)run.Length) };
        for (var length = 1; length <= longest; length++)
        {
            foreach (var run in runs)
                counts.Count(run, length, least);
            if (length > 1)
                counts.Drop(length, least);
        }
        return counts;
    }

    /// <summary>How often a string occurs; 0 for one that was rarer than asked for.</summary>
    public int this[ReadOnlySpan<char> gram] => _bySpan.TryGetValue(gram, out var count) ? count : 0;

    /// <summary>
    /// The least pointwise mutual information over all ways to cut a string in two: ln(n(xy) · N / (n(x) · n(y))). High where
    /// no cut falls between two things that merely met.
    /// </summary>
    public double Cohesion(string gram)
    {
        var least = double.PositiveInfinity;
        for (var cut = 1; cut < gram.Length; cut++)
        {
            var expected = (double)this[gram.AsSpan(0, cut)] * this[gram.AsSpan(cut)];
            least = Math.Min(least, Math.Log(this[gram] * (double)Characters / expected));
        }
        return least;
    }

    private void Count(string run, int length, int least)
    {
        for (var at = 0; at + length <= run.Length; at++)
        {
            var gram = run.AsSpan(at, length);
            if (length > 2 && (this[gram[..^1]] < least || this[gram[1..]] < least))
                continue;
            CollectionsMarshal.GetValueRefOrAddDefault(_bySpan, gram, out _)++;
        }
    }

    private void Drop(int length, int least)
    {
        foreach (var (gram, count) in _counts)
        {
            if (gram.Length == length && count < least)
                _counts.Remove(gram);
        }
    }
}
