using System.Runtime.InteropServices;

namespace ReportArchive.Concepts.Discovery;

/// <summary>What stands directly before and after a string, and how often.</summary>
public sealed class Neighbourhood
{
    private readonly Dictionary<char, int> _before = [];
    private readonly Dictionary<char, int> _after = [];
    private int _atStart;
    private int _atEnd;

    /// <summary>Notes every occurrence of the given strings in the given runs.</summary>
    internal static void Observe(IEnumerable<string> runs, Dictionary<string, Neighbourhood> strings)
    {
        if (strings.Count == 0)
            return;
        var bySpan = strings.GetAlternateLookup<ReadOnlySpan<char>>();
        var (shortest, longest) = (strings.Keys.Min(static text => text.Length), strings.Keys.Max(static text => text.Length));
        foreach (var run in runs)
        {
            for (var start = 0; start < run.Length; start++)
            {
                for (var length = shortest; length <= Math.Min(longest, run.Length - start); length++)
                {
                    if (bySpan.TryGetValue(run.AsSpan(start, length), out var around))
                        around.Add(run, start, length);
                }
            }
        }
    }

    /// <summary>Notes one occurrence within a run.</summary>
    public void Add(string run, int start, int length)
    {
        if (start > 0)
            CollectionsMarshal.GetValueRefOrAddDefault(_before, run[start - 1], out _)++;
        else
            _atStart++;
        if (start + length < run.Length)
            CollectionsMarshal.GetValueRefOrAddDefault(_after, run[start + length], out _)++;
        else
            _atEnd++;
    }

    /// <summary>
    /// The lesser of the two branching entropies in nats (Jin and Tanaka-Ishii 2006): how little the neighbours on the more
    /// predictable side say about where the string ends. Each end of a run counts as a neighbour of its own.
    /// </summary>
    public double Freedom => Math.Min(Entropy(_before.Values, _atStart), Entropy(_after.Values, _atEnd));

    private static double Entropy(Dictionary<char, int>.ValueCollection counts, int ends)
    {
        var total = (double)ends;
        foreach (var count in counts)
            total += count;
        if (total <= 0)
            return 0;
        var entropy = ends / total * Math.Log(total);
        // Summed in the order of size: the order of a dictionary must not reach the last digit.
        foreach (var count in counts.Order())
            entropy -= count / total * Math.Log(count / total);
        return entropy;
    }
}
