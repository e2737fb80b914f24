using System.Runtime.InteropServices;

namespace ReportArchive.Parallels;

/// <summary>The fingerprints of an archive, equal ones together, each group in the order of the text.</summary>
internal sealed class Fingerprints
{
    private const int Buckets = 256;

    private readonly List<ulong>[] _sorted;

    private Fingerprints(List<ulong>[] sorted) => _sorted = sorted;

    /// <summary>The parts that can be worked on side by side: no group reaches from one to another.</summary>
    public static IEnumerable<int> Parts => Enumerable.Range(0, Buckets);

    /// <summary>Chooses and sorts the fingerprints of all paragraphs.</summary>
    public static Fingerprints Of(Paragraphs paragraphs)
    {
        // Room for all that can be expected: lists that grow leave as much garbage as they hold.
        var expected = (int)((long)paragraphs.Characters * 2 / (Winnowing.Window + 1) / Buckets);
        var buckets = Array.ConvertAll(new int[Buckets], _ => new List<ulong>(expected));
        Parallel.For(0, paragraphs.FirstOf.Length - 1, static () => new List<ulong>(), (report, _, chosen) =>
        {
            chosen.Clear();
            foreach (var (paragraph, text) in paragraphs.In(report))
                Winnowing.Choose(text, paragraphs.StartOf(paragraph), chosen);
            chosen.Sort(static (a, b) => BucketOf(a).CompareTo(BucketOf(b)));
            Share(CollectionsMarshal.AsSpan(chosen), buckets);
            return chosen;
        }, static _ => { });
        // Reports come in any order; no two fingerprints are equal, for each holds its place, so sorting ends in one order.
        Parallel.ForEach(buckets, static bucket => bucket.Sort());
        return new Fingerprints(buckets);
    }

    /// <summary>Puts fingerprints, sorted by their buckets, into these.</summary>
    private static void Share(ReadOnlySpan<ulong> sorted, List<ulong>[] buckets)
    {
        while (!sorted.IsEmpty)
        {
            var bucket = BucketOf(sorted[0]);
            var count = 1;
            while (count < sorted.Length && BucketOf(sorted[count]) == bucket)
                count++;
            lock (buckets[bucket])
                buckets[bucket].AddRange(sorted[..count]);
            sorted = sorted[count..];
        }
    }

    /// <summary>By the lowest byte of the hash: the highest is small in nearly all, for the least hashes are chosen.</summary>
    private static int BucketOf(ulong fingerprint) => (byte)(fingerprint >> 32);

    /// <summary>Gives each group of two or more equal fingerprints of a part, as the numbers of their first characters in order.</summary>
    public void ForEachGroup(int part, Action<int[]> visit)
    {
        var sorted = _sorted[part];
        for (var start = 0; start < sorted.Count;)
        {
            var next = start + 1;
            while (next < sorted.Count && sorted[next] >> 32 == sorted[start] >> 32)
                next++;
            if (next - start > 1)
                visit([.. sorted.GetRange(start, next - start).Select(static fingerprint => (int)(uint)fingerprint)]);
            start = next;
        }
    }
}
