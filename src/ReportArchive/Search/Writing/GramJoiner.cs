using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// Joins a gram with each neighbour that is in no more reports than itself: its parts lie spread out by report, and the shorter list of
/// the neighbour is looked up in them.
/// </summary>
internal sealed class GramJoiner
{
    /// <summary>So few instances are sorted; more are counted apart by neighbour.</summary>
    private const int FewInstances = 256;

    /// <summary>Reports whose parts are looked at together.</summary>
    private const int Group = sizeof(ulong);

    private const int NeighbourShift = GramPlaces.ReportBits + GramPlaces.PlaceBits;
    private const ulong LowBits = 0x7f7f_7f7f_7f7f_7f7f;
    private readonly GramSets _sets;
    private readonly GramSets _longer;
    private readonly int _length;
    private readonly GramPlaces _places;
    private readonly LongGrams _found;
    private readonly int _verify;
    private readonly int _masked;
    private readonly byte[] _maskOf;
    private readonly ulong[] _common;
    private readonly ushort[] _held;
    private readonly byte[] _heldMasks;
    private readonly ushort[] _ranks;
    private readonly byte[] _told;
    private readonly int[] _counts;
    private readonly byte[] _open;
    private readonly List<int> _neighbours = [];
    private bool _figures;
    private ulong[] _apart = [];

    /// <summary>Joins grams of <paramref name="sets"/> to those of a length that are kept in <paramref name="longer"/> and stored in <paramref name="found"/>.</summary>
    public GramJoiner(GramSets sets, GramSets longer, int length, GramPlaces places, LongGrams found, SearchIndexOptions options, int reports)
    {
        (_sets, _longer, _length, _places, _found, _verify, _masked) = (sets, longer, length, places, found, options.Verify, options.Masked);
        (_maskOf, _common, _held, _heldMasks, _ranks, _told) = (new byte[reports], new ulong[(reports / Group) + 1], new ushort[reports + 1], new byte[reports], new ushort[reports], new byte[reports]);
        if (sets.Count >= 1 << GramPlaces.GramBits)
            throw new InvalidOperationException($"a segment has {sets.Count} grams of one length; fewer reports must go into one");
        _counts = new int[2 * sets.Count];
        _open = new byte[reports];
        _open.AsSpan().Fill(PartMasks.All);
    }

    /// <summary>Joins a gram with the neighbours in some instances, which come in the order of their places.</summary>
    public void Join(int gram, Span<ulong> instances)
    {
        _figures = _sets.Figures(gram) == _length - 1;
        var reports = _sets.ReportsOf(gram);
        var masks = _sets.MasksOf(gram);
        for (var i = 0; i < reports.Length; i++)
            _maskOf[reports[i]] = masks[i];
        JoinApart(gram, instances.Length <= FewInstances ? Sort(instances) : SetApart(instances));
        foreach (var report in reports)
            _maskOf[report] = 0;
    }

    private static Span<ulong> Sort(Span<ulong> instances)
    {
        instances.Sort();
        return instances;
    }

    /// <summary>Puts the instances of each neighbour together, in their order.</summary>
    private Span<ulong> SetApart(Span<ulong> instances)
    {
        foreach (var instance in instances)
        {
            if (_counts[(int)(instance >> NeighbourShift)]++ == 0)
                _neighbours.Add((int)(instance >> NeighbourShift));
        }
        var start = 0;
        foreach (var neighbour in _neighbours)
        {
            var count = _counts[neighbour];
            _counts[neighbour] = start;
            start += count;
        }
        if (_apart.Length < instances.Length)
            _apart = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)instances.Length)];
        foreach (var instance in instances)
            _apart[_counts[(int)(instance >> NeighbourShift)]++] = instance;
        foreach (var neighbour in _neighbours)
            _counts[neighbour] = 0;
        _neighbours.Clear();
        return _apart.AsSpan(0, instances.Length);
    }

    private void JoinApart(int gram, ReadOnlySpan<ulong> instances)
    {
        while (instances.Length > 0)
        {
            var neighbour = instances[0] >> NeighbourShift;
            var count = 1;
            while (count < instances.Length && instances[count] >> NeighbourShift == neighbour)
                count++;
            JoinPair(gram, (int)(neighbour >> 1), (neighbour & 1) != 0, instances[..count]);
            instances = instances[count..];
        }
    }

    private void JoinPair(int gram, int neighbour, bool before, ReadOnlySpan<ulong> instances)
    {
        var (candidates, cost) = Count(neighbour);
        if (cost <= _verify && !(_figures && _length <= Figures.Listed && _sets.Figures(neighbour) == _length - 1))
            return;
        var held = Held(instances);
        RankHeld(neighbour);
        var (first, last) = before ? (neighbour, gram) : (gram, neighbour);
        var unit = _sets.LastUnit(last);
        var figures = _sets.Figures(first);
        if (figures == _length - 1 && Figures.Is(unit))
            figures++;
        var isHome = GramKey.IsHome(_length, figures > 0);
        var key = _sets.KeyOf(first).Lengthen(unit, isHome);
        if (figures == _length && _length == Figures.Listed)
        {
            StoreListed(key, held, instances);
        }
        else if (cost > _verify && held == candidates)
        {
            _found.Leave(key, isHome);
        }
        else if (cost > _verify)
        {
            var told = held > _masked ? [] : TellParts(held, instances);
            _found.Store(key, isHome, _ranks.AsSpan(0, held), candidates, _heldMasks.AsSpan(0, held), told);
            for (var i = 0; i < told.Length; i++)
                _heldMasks[i] = PartMasks.Coarse(told[i]);
        }
        // What leaves few parts to be read is no candidate of anything longer.
        if (!(figures == _length && _length < Figures.Listed) && PartMasks.Cost(_heldMasks.AsSpan(0, held)) <= _verify)
            return;
        var longer = _longer.Add(_held.AsSpan(0, held), _heldMasks.AsSpan(0, held), key, unit, figures, first);
        foreach (var instance in instances)
            _places.Write(instance, longer);
    }

    /// <summary>Stores which of all reports of the segment hold a gram.</summary>
    private void StoreListed(GramKey key, int held, ReadOnlySpan<ulong> instances)
    {
        var told = held > _masked ? [] : TellParts(held, instances);
        _found.Store(key, isHome: true, _held.AsSpan(0, held), _open.Length, _open.AsSpan(0, held), told);
        for (var i = 0; i < held; i++)
            _heldMasks[i] = told.IsEmpty ? PartMasks.All : PartMasks.Coarse(told[i]);
    }

    /// <summary>
    /// How many reports hold both grams with a part in common, and how many parts those are; eight reports at a time, whose common parts are
    /// noted for <see cref="RankHeld"/>.
    /// </summary>
    private (int Candidates, int Cost) Count(int neighbour)
    {
        var reports = _sets.ReportsOf(neighbour);
        var parts = _sets.MasksOf(neighbour);
        // Every number of a report is below the length of the masks: half of the time would go into making sure.
        ref var masks = ref MemoryMarshal.GetArrayDataReference(_maskOf);
        ref var report = ref MemoryMarshal.GetReference(reports);
        var (candidates, cost, at) = (0, 0, 0);
        for (; at + Group <= reports.Length; at += Group)
        {
            var both = (Of(ref masks, ref report, at) | (Of(ref masks, ref report, at + 1) << 8) | (Of(ref masks, ref report, at + 2) << 16) | (Of(ref masks, ref report, at + 3) << 24)
                | (Of(ref masks, ref report, at + 4) << 32) | (Of(ref masks, ref report, at + 5) << 40) | (Of(ref masks, ref report, at + 6) << 48) | (Of(ref masks, ref report, at + 7) << 56))
                & MemoryMarshal.Read<ulong>(parts[at..]);
            _common[at / Group] = both;
            cost += BitOperations.PopCount(both);
            candidates += BitOperations.PopCount(Some(both));
        }
        var rest = 0ul;
        for (var shift = 0; at < reports.Length; at++, shift += 8)
            rest |= (ulong)(byte)(_maskOf[reports[at]] & parts[at]) << shift;
        _common[reports.Length / Group] = rest;
        return (candidates + BitOperations.PopCount(Some(rest)), cost + BitOperations.PopCount(rest));

        static ulong Of(ref byte masks, ref ushort report, int at) => Unsafe.Add(ref masks, Unsafe.Add(ref report, at));
    }

    /// <summary>The highest bit of each byte that is not 0.</summary>
    private static ulong Some(ulong bytes) => (((bytes & LowBits) + LowBits) | bytes) & ~LowBits;

    /// <summary>Notes the reports of some instances.</summary>
    private int Held(ReadOnlySpan<ulong> instances)
    {
        var held = 0;
        foreach (var instance in instances)
        {
            var report = (ushort)(instance >> GramPlaces.PlaceBits);
            if (held == 0 || _held[held - 1] != report)
                _held[held++] = report;
        }
        _held[held] = ushort.MaxValue;
        return held;
    }

    /// <summary>Notes of each report that is held its rank among the candidates, and its parts.</summary>
    private void RankHeld(int neighbour)
    {
        var reports = _sets.ReportsOf(neighbour);
        var (rank, at) = (0, 0);
        for (var group = 0; group * Group < reports.Length && _held[at] != ushort.MaxValue; group++)
        {
            var common = _common[group];
            var last = Math.Min(reports.Length, (group + 1) * Group) - 1;
            // Those of a group that are held are looked for one by one; most groups have none.
            for (var i = group * Group; _held[at] <= reports[last]; i++)
            {
                if (reports[i] != _held[at])
                    continue;
                var shift = i % Group * 8;
                _ranks[at] = (ushort)(rank + BitOperations.PopCount(Some(common & ((1ul << shift) - 1))));
                _heldMasks[at++] = (byte)(common >> shift);
            }
            rank += BitOperations.PopCount(Some(common));
        }
    }

    /// <summary>Finds the parts of the reports that hold the gram.</summary>
    private ReadOnlySpan<byte> TellParts(int held, ReadOnlySpan<ulong> instances)
    {
        for (var (i, next) = (0, 0); i < held; i++)
        {
            byte parts = 0;
            for (; next < instances.Length && (ushort)(instances[next] >> GramPlaces.PlaceBits) == _held[i]; next++)
                parts |= _places.PartOf(instances[next]);
            _told[i] = parts;
        }
        return _told.AsSpan(0, held);
    }
}
