namespace ReportArchive.Text;

/// <summary>How far apart two short words are, to suggest what was meant.</summary>
public static class EditDistance
{
    /// <summary>
    /// Number of insertions, deletions, substitutions and swaps of neighbours that turn one word into the other
    /// (optimal string alignment), in UTF-16 units.
    /// </summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, beforeLast[j - 2] + 1);
                current[j] = best;
            }
            (beforeLast, last, current) = (last, current, beforeLast);
        }
        return last[b.Length];
    }

    /// <summary>The candidate nearest to <paramref name="word"/>, if one is near enough to be meant (at most a third of its length, at least one edit).</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, word.Length / 3);
        return candidates
            .Select(candidate => (candidate, distance: Between(word, candidate)))
            .Where(pair => pair.distance <= limit)
            .OrderBy(static pair => pair.distance)
            .ThenBy(static pair => pair.candidate, StringComparer.Ordinal)
            .Select(static pair => pair.candidate)
            .FirstOrDefault();
    }
}
