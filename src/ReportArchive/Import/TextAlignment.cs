namespace ReportArchive.Import;

/// <summary>A run of one bare text that is the same in another.</summary>
/// <param name="Left">Where it begins in the first text.</param>
/// <param name="Right">Where it begins in the second.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct CommonRun(int Left, int Right, int Length);

/// <summary>
/// Aligns two bare texts that are mostly the same: runs of twelve characters that occur once in each are anchors, the
/// longest chain of anchors in the same order is kept (patience), and every anchor is drawn out as far as the texts agree.
/// Linear in the length of the texts but for the sorting of anchors.
/// </summary>
internal static class TextAlignment
{
    private const int Anchor = 12;

    /// <summary>The common runs in order, without overlap in either text.</summary>
    public static List<CommonRun> Align(string left, string right)
    {
        var runs = new List<CommonRun>();
        var (atLeft, atRight) = (0, 0);
        foreach (var (l, r) in Chain(Anchors(left, right)))
        {
            if (l < atLeft || r < atRight)
                continue;
            var run = Extend(left, right, l, r, atLeft, atRight);
            runs.Add(run);
            (atLeft, atRight) = (run.Left + run.Length, run.Right + run.Length);
        }
        return runs;
    }

    private static CommonRun Extend(string left, string right, int l, int r, int leastLeft, int leastRight)
    {
        var end = Anchor;
        while (l + end < left.Length && r + end < right.Length && left[l + end] == right[r + end])
            end++;
        var before = 0;
        while (l - before > leastLeft && r - before > leastRight && left[l - before - 1] == right[r - before - 1])
            before++;
        return new CommonRun(l - before, r - before, end + before);
    }

    private static List<(int Left, int Right)> Anchors(string left, string right)
    {
        var places = Unique(left);
        var inRight = Unique(right);
        return [.. places.Where(pair => pair.Value >= 0 && inRight.GetValueOrDefault(pair.Key, -1) >= 0)
            .Select(pair => (Left: pair.Value, Right: inRight[pair.Key]))
            .OrderBy(static pair => pair.Left)];
    }

    /// <summary>Where each run of the anchor's length begins; -1 where it begins more than once.</summary>
    private static Dictionary<string, int> Unique(string text)
    {
        var places = new Dictionary<string, int>(text.Length, StringComparer.Ordinal);
        for (var i = 0; i + Anchor <= text.Length; i++)
        {
            var gram = text.Substring(i, Anchor);
            places[gram] = places.ContainsKey(gram) ? -1 : i;
        }
        return places;
    }

    /// <summary>The longest chain whose places rise in both texts (longest increasing subsequence).</summary>
    private static Stack<(int Left, int Right)> Chain(List<(int Left, int Right)> anchors)
    {
        var tails = new List<int>();
        var before = new int[anchors.Count];
        for (var i = 0; i < anchors.Count; i++)
        {
            var place = tails.BinarySearch(i, Comparer<int>.Create((a, b) => anchors[a].Right.CompareTo(anchors[b].Right)));
            place = place < 0 ? ~place : place;
            before[i] = place == 0 ? -1 : tails[place - 1];
            if (place == tails.Count)
                tails.Add(i);
            else
                tails[place] = i;
        }
        var chain = new Stack<(int, int)>();
        for (var i = tails.Count == 0 ? -1 : tails[^1]; i >= 0; i = before[i])
            chain.Push(anchors[i]);
        return chain;
    }
}
