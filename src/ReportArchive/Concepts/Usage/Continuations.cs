using System.Collections.Immutable;
using ReportArchive.Text;

namespace ReportArchive.Concepts.Usage;

/// <summary>What follows a concept directly, again and again: “放管服”改革, “双招双引”工作.</summary>
public static class Continuations
{
    private const int Shortest = 2;
    private const int Longest = 6;
    private const int Least = 2;
    private const int Most = 8;

    /// <summary>
    /// The strings of two to six Chinese characters that follow at least twice, most frequent first. Of strings that begin
    /// alike, a longer one stands for a shorter one that occurs no more often.
    /// </summary>
    public static ImmutableArray<WordCount> Of(IEnumerable<ConcordanceLine> lines)
    {
        var counts = new Dictionary<string, (int Count, HashSet<int> Reports)>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var right = line.Right.AsSpan().TrimStart("”’」』\"");
            for (var length = 1; length <= Math.Min(Longest, right.Length) && Han.Is(right[length - 1]); length++)
            {
                if (length < Shortest)
                    continue;
                var text = right[..length].ToString();
                var (count, reports) = counts.TryGetValue(text, out var known) ? known : (0, []);
                reports.Add(line.Report);
                counts[text] = (count + 1, reports);
            }
        }
        var covered = Covered(counts);
        return [.. counts
            .Where(pair => pair.Value.Count >= Least && !covered.Contains(pair.Key))
            .Select(static pair => new WordCount(pair.Key, pair.Value.Count, pair.Value.Reports.Count))
            .OrderByDescending(static word => word.Count)
            .ThenByDescending(static word => word.Reports)
            .ThenBy(static word => word.Word, StringComparer.Ordinal)
            .Take(Most)];
    }

    /// <summary>The strings that a longer one stands for.</summary>
    private static HashSet<string> Covered(Dictionary<string, (int Count, HashSet<int> Reports)> counts)
    {
        var covered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (text, (count, _)) in counts)
        {
            for (var length = Shortest; count >= Least && length < text.Length; length++)
            {
                var shorter = text[..length];
                if (counts[shorter].Count == count)
                    covered.Add(shorter);
            }
        }
        return covered;
    }
}
