namespace ReportArchive.Parallels;

/// <summary>The fingerprints of an archive, equal ones together, each group in the order of the text.</summary>
internal sealed class Fingerprints
{
    private const int Buckets = 256;

    private readonly ulong[] _sorted;
    private readonly int[] _bucketStarts;

    private Fingerprints(ulong[] sorted, int[] bucketStarts) => (_sorted, _bucketStarts) = (sorted, bucketStarts);

    /// <summary>The parts that can be worked on side by side: no group reaches from one to another.</summary>
    public static IEnumerable<int> Parts => Enumerable.Range(0, Buckets);

    /// <summary>Chooses and sorts the fingerprints of all paragraphs.</summary>
    public static Fingerprints Of(Paragraphs paragraphs)
    {
        var perReport = Enumerable.Range(0, paragraphs.FirstOf.Length - 1).AsParallel().AsOrdered().Select(report =>
        {
            var chosen = new List<ulong>();
            for (var paragraph = paragraphs.FirstOf[report]; paragraph < paragraphs.FirstOf[report + 1]; paragraph++)
                Winnowing.Choose(paragraphs.Texts[paragraph], paragraphs.StartOf(paragraph), chosen);
            return chosen;
        }).ToList();
        var starts = new int[Buckets + 1];
        foreach (var fingerprint in perReport.SelectMany(static list => list))
            starts[(int)(fingerprint >> 56) + 1]++;
        for (var i = 0; i < Buckets; i++)
            starts[i + 1] += starts[i];
        var sorted = new ulong[starts[^1]];
        var next = starts[..^1];
        foreach (var list in perReport)
        {
            foreach (var fingerprint in list)
                sorted[next[(int)(fingerprint >> 56)]++] = fingerprint;
        }
        Parallel.ForEach(Parts, part => Array.Sort(sorted, starts[part], starts[part + 1] - starts[part]));
        return new Fingerprints(sorted, starts);
    }

    /// <summary>Gives each group of two or more equal fingerprints of a part, as the numbers of their first characters in order.</summary>
    public void ForEachGroup(int part, Action<int[]> visit)
    {
        var end = _bucketStarts[part + 1];
        for (var start = _bucketStarts[part]; start < end;)
        {
            var next = start + 1;
            while (next < end && _sorted[next] >> 32 == _sorted[start] >> 32)
                next++;
            if (next - start > 1)
                visit(Array.ConvertAll(_sorted[start..next], static fingerprint => (int)(uint)fingerprint));
            start = next;
        }
    }
}
