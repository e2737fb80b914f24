using System.Numerics;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// Finds what must be stored so that phrases are exact. The candidates of a gram are the reports that hold both the gram
/// without its last unit and the gram without its first, with a part in common for all its pairs. Only where there are more
/// candidates than are verified by reading, and not all of them hold the gram, is anything stored. Length by length, from
/// the grams one shorter; a gram whose shorter ones are rare has few candidates and drops out for good.
/// </summary>
internal sealed class LongGramFinder
{
    private const int SliceInstances = 96 << 20;
    private const int UnitBits = 24;
    private const int ReportBits = 16;
    private readonly SearchIndexOptions _options;
    private readonly int _reports;
    private readonly LongGrams _found = new();
    private int[][] _shorter;
    private int[][] _longer;
    private GramSets _sets;
    private GramSets _next = new(0);
    private readonly byte[] _maskOf;
    private readonly ushort[] _held;
    private readonly ushort[] _ranks;
    private readonly Dictionary<int, byte[]> _dense = [];

    private LongGramFinder(int[][] positions, Postings postings, SearchIndexOptions options)
    {
        _options = options;
        _reports = postings.ReportCount;
        _maskOf = new byte[_reports];
        _held = new ushort[_reports];
        _ranks = new ushort[_reports];
        _shorter = positions;
        _longer = new int[positions.Length][];
        _sets = Pairs(positions, postings);
    }

    /// <summary>Finds the long grams; takes <paramref name="positions"/> over and overwrites them.</summary>
    public static LongGrams Find(int[][] positions, Postings postings, SearchIndexOptions options)
    {
        if (postings.ReportCount * PartMasks.Parts <= options.Verify)
            return new LongGrams();
        var finder = new LongGramFinder(positions, postings, options);
        for (var length = 3; length <= options.LongestGram && finder._sets.Count > 0; length++)
            finder.Lengthen();
        return finder._found;
    }

    /// <summary>The pairs in more reports than are verified; renumbers the positions to them.</summary>
    private GramSets Pairs(int[][] positions, Postings postings)
    {
        var sets = new GramSets(1024);
        var renumbered = new int[postings.Keys.Length];
        Array.Fill(renumbered, GramCollector.None);
        for (var gram = 0; gram < renumbered.Length; gram++)
        {
            var key = postings.Keys[gram];
            if (key <= char.MaxValue || Cost(postings, gram) <= _options.Verify)
                continue;
            Span<char> units = [(char)(key >> 16), (char)key];
            renumbered[gram] = sets.Add(postings.Frequency(gram), GramHash.Place(units), GramHash.Sign(units), units[1], out var reports, out var masks);
            postings.ReportsOf(gram).CopyTo(reports);
            var exact = postings.MasksOf(gram);
            for (var i = 0; i < masks.Length; i++)
                masks[i] = postings.HasMasks(gram, _options) ? PartMasks.Coarse(exact[i]) : PartMasks.All;
        }
        foreach (var report in positions)
        {
            for (var i = 0; i < report.Length; i++)
                report[i] = report[i] == GramCollector.None ? GramCollector.None : renumbered[report[i]];
        }
        return sets;
    }

    private int Cost(Postings postings, int gram) =>
        postings.HasMasks(gram, _options) ? postings.Frequency(gram) > _options.Verify ? int.MaxValue : CoarseCost(postings.MasksOf(gram)) : postings.Frequency(gram) * PartMasks.Parts;

    private static int CoarseCost(ReadOnlySpan<byte> masks)
    {
        var parts = 0;
        foreach (var mask in masks)
            parts += BitOperations.PopCount(PartMasks.Coarse(mask));
        return parts;
    }

    private void Lengthen()
    {
        _next = new GramSets(1024);
        PrepareDense();
        var starts = CountInstances();
        for (var report = 0; report < _shorter.Length; report++)
        {
            _longer[report] ??= new int[_shorter[report].Length];
            Array.Fill(_longer[report], GramCollector.None);
        }
        for (var first = 0; first < _sets.Count;)
        {
            var end = first + 1;
            while (end < _sets.Count && starts[end + 1] - starts[first] <= SliceInstances)
                end++;
            JoinSlice(first, end, starts);
            first = end;
        }
        (_shorter, _longer) = (_longer, _shorter);
        _sets = _next;
    }

    /// <summary>Parts by report for the common grams, so that a rare one can be looked up in them.</summary>
    private void PrepareDense()
    {
        _dense.Clear();
        for (var gram = 0; gram < _sets.Count; gram++)
        {
            if (_sets.Frequency(gram) < _reports / 3)
                continue;
            var masks = new byte[_reports];
            Spread(gram, masks);
            _dense[gram] = masks;
        }
    }

    private void Spread(int gram, byte[] masks)
    {
        var reports = _sets.ReportsOf(gram);
        var parts = _sets.MasksOf(gram);
        for (var i = 0; i < reports.Length; i++)
            masks[reports[i]] = parts[i];
    }

    private long[] CountInstances()
    {
        var starts = new long[_sets.Count + 1];
        foreach (var report in _shorter)
        {
            for (var i = 0; i + 1 < report.Length; i++)
            {
                if (report[i] >= 0 && report[i + 1] >= 0)
                    starts[report[i] + 1]++;
            }
        }
        for (var i = 0; i < _sets.Count; i++)
            starts[i + 1] += starts[i];
        return starts;
    }

    /// <summary>Gathers where the grams from <paramref name="first"/> up to <paramref name="end"/> are followed by another, and joins them with those.</summary>
    private void JoinSlice(int first, int end, long[] starts)
    {
        var instances = new ulong[starts[end] - starts[first]];
        var next = new int[end - first];
        for (var i = 0; i < next.Length; i++)
            next[i] = (int)(starts[first + i] - starts[first]);
        for (var report = 0; report < _shorter.Length; report++)
        {
            var grams = _shorter[report];
            for (var i = 0; i + 1 < grams.Length; i++)
            {
                var gram = grams[i];
                if (gram >= first && gram < end && grams[i + 1] >= 0)
                    instances[next[gram - first]++] = ((ulong)grams[i + 1] << (ReportBits + UnitBits)) | ((ulong)report << UnitBits) | (uint)i;
            }
        }
        var from = 0;
        for (var gram = first; gram < end; gram++)
        {
            var to = next[gram - first];
            if (to > from)
                JoinGram(gram, instances.AsSpan(from, to - from));
            from = to;
        }
    }

    private void JoinGram(int gram, Span<ulong> instances)
    {
        instances.Sort();
        Spread(gram, _maskOf);
        while (instances.Length > 0)
        {
            var follower = (int)(instances[0] >> (ReportBits + UnitBits));
            var count = 1;
            while (count < instances.Length && (int)(instances[count] >> (ReportBits + UnitBits)) == follower)
                count++;
            Join(gram, follower, instances[..count]);
            instances = instances[count..];
        }
        foreach (var report in _sets.ReportsOf(gram))
            _maskOf[report] = 0;
    }

    private void Join(int gram, int follower, ReadOnlySpan<ulong> instances)
    {
        var held = 0;
        foreach (var instance in instances)
        {
            var report = (ushort)(instance >> UnitBits);
            if (held == 0 || _held[held - 1] != report)
                _held[held++] = report;
        }
        var (candidates, cost) = RankHeld(gram, follower, _held.AsSpan(0, held));
        if (cost <= _options.Verify)
            return;
        var (place, sign) = _sets.HashOf(gram);
        var unit = _sets.LastUnit(follower);
        (place, sign) = (GramHash.Lengthen(place, unit), GramHash.Lengthen(sign, unit));
        if (held == candidates)
            _found.Unstored.Add((place, sign));
        else
            _found.Store(place, sign, _ranks.AsSpan(0, held), candidates);
        if (held * PartMasks.Parts > _options.Verify)
            Keep(follower, held, instances, place, sign, unit);
    }

    /// <summary>Counts the candidates and notes the rank of each report that holds the longer gram.</summary>
    private (int Candidates, int Cost) RankHeld(int gram, int follower, ReadOnlySpan<ushort> held)
    {
        var swap = _sets.Frequency(gram) < _sets.Frequency(follower) && _dense.ContainsKey(follower);
        var masks = swap ? _dense[follower] : _maskOf;
        var listed = swap ? gram : follower;
        var reports = _sets.ReportsOf(listed);
        var parts = _sets.MasksOf(listed);
        var (rank, at, cost) = (0, 0, 0);
        for (var i = 0; i < reports.Length; i++)
        {
            var mask = masks[reports[i]] & parts[i];
            if (mask == 0)
                continue;
            cost += BitOperations.PopCount((uint)mask);
            if (at < held.Length && held[at] == reports[i])
                _ranks[at++] = (ushort)rank;
            rank++;
        }
        return (rank, cost);
    }

    /// <summary>Keeps the longer gram for the next round.</summary>
    private void Keep(int follower, int held, ReadOnlySpan<ulong> instances, uint place, uint sign, char unit)
    {
        var number = _next.Add(held, place, sign, unit, out var reports, out var masks);
        _held.AsSpan(0, held).CopyTo(reports);
        var followers = _sets.ReportsOf(follower);
        var parts = _sets.MasksOf(follower);
        for (int i = 0, at = 0; i < held; i++, at++)
        {
            while (followers[at] != reports[i])
                at++;
            masks[i] = (byte)(parts[at] & _maskOf[reports[i]]);
        }
        foreach (var instance in instances)
            _longer[(ushort)(instance >> UnitBits)][instance & ((1 << UnitBits) - 1)] = number;
    }
}
