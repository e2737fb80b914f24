using System.Runtime.InteropServices;

namespace ReportArchive.Parallels;

/// <summary>The fingerprints that several places of an archive have, equal ones together, each group in the order of the text; a few that one place has lie between.</summary>
internal sealed class Fingerprints
{
    private const int Buckets = 256;

    private readonly List<ulong>[] _sorted;

    private Fingerprints(List<ulong>[] sorted) => _sorted = sorted;

    /// <summary>The parts that can be worked on side by side: no group reaches from one to another.</summary>
    public static IEnumerable<int> Parts => Enumerable.Range(0, Buckets);

    /// <summary>
    /// Chooses the fingerprints of all paragraphs and sorts those that have their like. Nearly all are alone, and would take ten kilobytes a
    /// report: they are chosen twice, first to note which come again, then to keep these.
    /// </summary>
    public static Fingerprints Of(Paragraphs paragraphs)
    {
        var repeats = new RepeatFilter((int)((long)paragraphs.Characters * 2 / (Winnowing.Window + 1)));
        ForEachReport(paragraphs, chosen =>
        {
            foreach (var fingerprint in chosen)
                repeats.Add(HashOf(fingerprint));
        });
        repeats.Close();
        var buckets = Array.ConvertAll(new int[Buckets], static _ => new List<ulong>());
        ForEachReport(paragraphs, chosen =>
        {
            chosen.RemoveAll(fingerprint => !repeats.MayRepeat(HashOf(fingerprint)));
            chosen.Sort(static (a, b) => BucketOf(a).CompareTo(BucketOf(b)));
            Share(CollectionsMarshal.AsSpan(chosen), buckets);
        });
        // Reports come in any order; no two fingerprints are equal, for each holds its place, so sorting ends in one order.
        Parallel.ForEach(buckets, static bucket =>
        {
            bucket.Sort();
            bucket.TrimExcess();
        });
        return new Fingerprints(buckets);
    }

    /// <summary>Gives the fingerprints of each report, in a list that is used again.</summary>
    private static void ForEachReport(Paragraphs paragraphs, Action<List<ulong>> visit) =>
        Parallel.For(0, paragraphs.FirstOf.Length - 1, static () => new List<ulong>(), (report, _, chosen) =>
        {
            chosen.Clear();
            foreach (var (paragraph, text) in paragraphs.In(report))
                Winnowing.Choose(text, paragraphs.StartOf(paragraph), chosen);
            visit(chosen);
            return chosen;
        }, static _ => { });

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
    private static int BucketOf(ulong fingerprint) => (byte)HashOf(fingerprint);

    private static uint HashOf(ulong fingerprint) => (uint)(fingerprint >> 32);

    /// <summary>Gives each group of two or more equal fingerprints of a part, as the numbers of their first characters in order.</summary>
    public void ForEachGroup(int part, Action<int[]> visit)
    {
        var sorted = _sorted[part];
        for (var start = 0; start < sorted.Count;)
        {
            var next = start + 1;
            while (next < sorted.Count && HashOf(sorted[next]) == HashOf(sorted[start]))
                next++;
            if (next - start > 1)
                visit([.. sorted.GetRange(start, next - start).Select(static fingerprint => (int)(uint)fingerprint)]);
            start = next;
        }
    }
}
