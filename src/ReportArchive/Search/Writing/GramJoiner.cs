using System.Numerics;
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
        (_maskOf, _held, _heldMasks, _ranks, _told) = (new byte[reports], new ushort[reports + 1], new byte[reports], new ushort[reports], new byte[reports]);
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

    /// <summary>How many reports hold both grams with a part in common, and how many parts those are; eight reports at a time.</summary>
    private (int Candidates, int Cost) Count(int neighbour)
    {
        var reports = _sets.ReportsOf(neighbour);
        var parts = _sets.MasksOf(neighbour);
        var masks = _maskOf;
        var (candidates, cost, at) = (0, 0, 0);
        for (; at + 8 <= reports.Length; at += 8)
        {
            var some = reports.Slice(at, 8);
            var both = ((ulong)masks[some[0]] | ((ulong)masks[some[1]] << 8) | ((ulong)masks[some[2]] << 16) | ((ulong)masks[some[3]] << 24)
                | ((ulong)masks[some[4]] << 32) | ((ulong)masks[some[5]] << 40) | ((ulong)masks[some[6]] << 48) | ((ulong)masks[some[7]] << 56))
                & MemoryMarshal.Read<ulong>(parts[at..]);
            cost += BitOperations.PopCount(both);
            candidates += BitOperations.PopCount((((both & LowBits) + LowBits) | both) & ~LowBits);
        }
        for (; at < reports.Length; at++)
        {
            var mask = masks[reports[at]] & parts[at];
            cost += BitOperations.PopCount((uint)mask);
            candidates += mask == 0 ? 0 : 1;
        }
        return (candidates, cost);
    }

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
        var parts = _sets.MasksOf(neighbour);
        var (rank, at) = (0, 0);
        for (var i = 0; i < reports.Length && _held[at] != ushort.MaxValue; i++)
        {
            var mask = (byte)(_maskOf[reports[i]] & parts[i]);
            if (_held[at] == reports[i])
            {
                _ranks[at] = (ushort)rank;
                _heldMasks[at++] = mask;
            }
            rank += mask == 0 ? 0 : 1;
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
