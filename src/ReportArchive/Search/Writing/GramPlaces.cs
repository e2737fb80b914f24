using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// Which gram begins at each unit of each report, in place from length to length: four bytes a unit are all there is. Grams are numbered
/// by how many reports hold them, most first. While longer grams are being found, the number of one is written over that of the gram
/// it begins with, as <c>-2 - number</c>; what stood there is known from the longer gram.
/// </summary>
internal sealed class GramPlaces(int reports, WritingRoom room)
{
    /// <summary>Bits of a place within a report.</summary>
    public const int PlaceBits = 23;

    /// <summary>Bits of the number of a report.</summary>
    public const int ReportBits = 16;

    /// <summary>Bits of the number of a gram.</summary>
    public const int GramBits = 24;

    /// <summary>Stands where no gram begins, as at the last unit of a block.</summary>
    public const int None = -1;

    private const int FirstLonger = -2;

    /// <summary>Where the places of each report lie. In blocks: nothing is moved, and nothing left behind.</summary>
    private readonly Memory<int>[] _places = new Memory<int>[reports];

    /// <summary>Where each part of each report ends among its places.</summary>
    private readonly int[] _ends = new int[reports * PartMasks.Parts];
    private readonly List<int[]> _blocks = [];
    private int _free;
    private int _taken;

    /// <summary>The places of a report.</summary>
    public Span<int> Of(int report) => _places[report].Span;

    /// <summary>Where each part of a report ends among its places.</summary>
    public Span<int> EndsOf(int report) => _ends.AsSpan(report * PartMasks.Parts, PartMasks.Parts);

    /// <summary>The part, as a bit, that an instance of a gram stands in.</summary>
    public byte PartOf(ulong instance)
    {
        var place = (int)(instance & ((1 << PlaceBits) - 1));
        var part = 0;
        foreach (var end in EndsOf((ushort)(instance >> PlaceBits)))
            part += end <= place ? 1 : 0;
        return (byte)(1 << part);
    }

    /// <summary>Takes the places of the next report, and where its parts end among them.</summary>
    /// <exception cref="InvalidOperationException">A report is longer than any book.</exception>
    public void Take(ReadOnlySpan<int> places, ReadOnlySpan<int> ends)
    {
        if (places.Length >= 1 << PlaceBits)
            throw new InvalidOperationException($"a report has {places.Length} characters; the search index takes fewer than {1 << PlaceBits}");
        if (_blocks.Count == 0 || _free + places.Length > _blocks[^1].Length)
        {
            _blocks.Add(places.Length <= WritingRoom.PlaceBlock ? room.TakePlaces() : new int[places.Length]);
            _free = 0;
        }
        _places[_taken] = _blocks[^1].AsMemory(_free, places.Length);
        ends.CopyTo(EndsOf(_taken));
        places.CopyTo(Of(_taken++));
        _free += places.Length;
    }

    /// <summary>Gives all room back; the places are gone.</summary>
    public void GiveBack()
    {
        Array.Clear(_places);
        foreach (var block in _blocks)
            room.Return(block);
        _blocks.Clear();
    }

    /// <summary>Writes the number of a longer gram where it begins.</summary>
    public void Write(ulong instance, int longer) =>
        Of((ushort)(instance >> PlaceBits))[(int)(instance & ((1 << PlaceBits) - 1))] = FirstLonger - longer;

    /// <summary>Gives the pairs the numbers they were ranked by, and forgets those that have none.</summary>
    public void Renumber(int[] ranks) => Compact(ranks, longer: false);

    /// <summary>Goes on to the longer grams that were written, and forgets what none of them begins with.</summary>
    public void Lengthen(int[] ranks) => Compact(ranks, longer: true);

    /// <summary>
    /// How often each gram stands beside one that is in fewer reports, or in as many: two neighbours are looked at from the one in more.
    /// </summary>
    public long[] CountNeighbours(int grams)
    {
        var counts = new long[grams];
        foreach (var memory in _places)
        {
            var places = memory.Span;
            for (var i = 0; i + 1 < places.Length; i++)
            {
                if ((places[i] | places[i + 1]) >= 0)
                    counts[Math.Min(places[i], places[i + 1])]++;
            }
        }
        return counts;
    }

    /// <summary>
    /// Gathers where grams from <paramref name="first"/> on stand beside one in fewer reports.
    /// </summary>
    /// <param name="first">First gram.</param>
    /// <param name="next">Where the instances of each are written; moves on.</param>
    /// <param name="longer">The longer grams so far.</param>
    /// <param name="instances">Takes the neighbour, whether it stands before, the report and the place, as one number.</param>
    public void Gather(int first, Span<int> next, GramSets longer, ulong[] instances)
    {
        for (var report = 0; report < _places.Length; report++)
        {
            var places = Of(report);
            if (places.Length == 0)
                continue;
            var left = Before(places[0], longer);
            for (var i = 0; i + 1 < places.Length; i++)
            {
                var right = Before(places[i + 1], longer);
                var common = Math.Min(left, right) - first;
                if ((uint)common < (uint)next.Length && (left | right) >= 0)
                    instances[next[common]++] = Instance(left, right, report, i);
                left = right;
            }
        }
    }

    /// <summary>The gram that was at a place before longer ones were written.</summary>
    private static int Before(int number, GramSets longer) => number <= FirstLonger ? longer.PrefixOf(FirstLonger - number) : number;

    private static ulong Instance(int left, int right, int report, int place)
    {
        var neighbour = left <= right ? (uint)right << 1 : ((uint)left << 1) | 1;
        return ((ulong)neighbour << (ReportBits + PlaceBits)) | ((ulong)(uint)report << PlaceBits) | (uint)place;
    }

    /// <summary>Renumbers all places and takes those away that have no neighbour: no longer gram begins there.</summary>
    private void Compact(int[] ranks, bool longer)
    {
        for (var report = 0; report < _places.Length; report++)
        {
            var places = Of(report);
            var (at, kept) = (0, 0);
            foreach (ref var end in EndsOf(report))
            {
                for (; at < end; at++)
                {
                    var number = longer ? FirstLonger - places[at] : places[at];
                    var rank = number >= 0 ? ranks[number] : None;
                    if (rank == None)
                        kept = EndRun(places, kept);
                    else
                        places[kept++] = rank;
                }
                // No gram reaches into the next part.
                end = kept = EndRun(places, kept);
            }
            _places[report] = _places[report][..kept];
        }
    }

    /// <summary>Sets a run of neighbours apart from the next; one that stands alone is taken away.</summary>
    private static int EndRun(Span<int> places, int kept)
    {
        if (kept == 0 || places[kept - 1] == None)
            return kept;
        if (kept == 1 || places[kept - 2] == None)
            return kept - 1;
        if (kept < places.Length)
            places[kept++] = None;
        return kept;
    }
}
