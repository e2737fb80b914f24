namespace ReportArchive.Search.Writing;

/// <summary>Lengths of Huffman codes.</summary>
internal static class Huffman
{
    /// <summary>The length of each symbol's code, none over a limit: counts are levelled until that is so.</summary>
    public static byte[] Lengths(int[] counts, int longest)
    {
        for (var least = 1; ; least *= 2)
        {
            var lengths = Unlimited([.. counts.Select(count => (long)Math.Max(count, least))]);
            if (lengths.Max() <= longest)
                return lengths;
        }
    }

    private static byte[] Unlimited(long[] counts)
    {
        if (counts.Length == 1)
            return [1];
        var parents = new int[(counts.Length * 2) - 1];
        var queue = new PriorityQueue<int, (long Count, int Node)>();
        for (var i = 0; i < counts.Length; i++)
            queue.Enqueue(i, (counts[i], i));
        for (var node = counts.Length; node < parents.Length; node++)
        {
            queue.TryDequeue(out var a, out var first);
            queue.TryDequeue(out var b, out var second);
            parents[a] = parents[b] = node;
            queue.Enqueue(node, (first.Count + second.Count, node));
        }
        var depths = new byte[parents.Length];
        for (var node = parents.Length - 2; node >= 0; node--)
            depths[node] = (byte)(depths[parents[node]] + 1);
        return depths[..counts.Length];
    }
}
