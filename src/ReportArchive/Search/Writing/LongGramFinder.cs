using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// Finds what must be stored so that phrases are exact. The candidates of a gram are the reports that hold both the gram
/// without its last unit and the gram without its first, with a part in common for all its pairs. Only where there are more
/// candidates than are verified by reading, and not all of them hold the gram, is anything stored. Length by length, from
/// the grams one shorter; a gram whose shorter ones are rare has few candidates and drops out for good. Of four <see cref="Figures"/>
/// the reports are stored whatever their candidates.
/// </summary>
internal sealed class LongGramFinder
{
    /// <summary>Instances that are gathered at once, eight bytes each; a gram that has more is gathered by itself.</summary>
    private const int SliceInstances = 16 << 20;

    private readonly LongGrams _found = new();
    private readonly SearchIndexOptions _options;
    private readonly GramPlaces _places;
    private readonly int _reports;
    private readonly WritingRoom _room;
    private GramSets _sets;

    private LongGramFinder(GramPlaces places, Postings postings, SearchIndexOptions options, WritingRoom room)
    {
        (_options, _room) = (options, room);
        _reports = postings.ReportCount;
        _places = places;
        _sets = Pairs(postings);
    }

    /// <summary>Finds the long grams; takes <paramref name="places"/> and <paramref name="postings"/> over and overwrites them.</summary>
    public static LongGrams Find(GramPlaces places, Postings postings, SearchIndexOptions options, WritingRoom room)
    {
        var finder = new LongGramFinder(places, postings, options, room);
        for (var length = 3; length <= options.LongestGram && finder._sets.Count > 0; length++)
            finder.Lengthen(length);
        finder._sets.GiveBack(int.MaxValue);
        places.GiveBack();
        return finder._found;
    }

    /// <summary>The pairs in more reports than are verified; renumbers the places to them.</summary>
    private GramSets Pairs(Postings postings)
    {
        var sets = new GramSets(postings.Lists);
        var numbers = new int[postings.Keys.Length];
        for (var pair = 0; pair < numbers.Length; pair++)
        {
            var masks = postings.MasksOf(pair);
            if (!postings.HasMasks(pair, _options))
                masks.Fill(PartMasks.All);
            foreach (ref var mask in masks)
                mask = PartMasks.Coarse(mask);
            Span<char> units = [(char)(postings.Keys[pair] >> 16), (char)postings.Keys[pair]];
            var figures = Figures.Leading(units);
            numbers[pair] = figures < units.Length && PartMasks.Cost(masks) <= _options.Verify
                ? GramPlaces.None
                : sets.Add(postings.StartOf(pair), masks.Length, new GramKey(0, GramHash.Place(units), GramHash.Sign(units)), units[1], figures, prefix: 0);
        }
        var ranks = sets.Rank();
        _places.Renumber([.. postings.Numbers.Select(pair => numbers[pair] == GramPlaces.None ? GramPlaces.None : ranks[numbers[pair]])]);
        return sets;
    }

    private void Lengthen(int length)
    {
        var longer = new GramSets(new ReportLists(_room));
        var joiner = new GramJoiner(_sets, longer, length, _places, _found, _options, _reports);
        var counts = _places.CountNeighbours(_sets.Count);
        for (var first = 0; first < counts.Length;)
        {
            var (end, total) = (first, 0L);
            while (end < counts.Length && (end == first || total + counts[end] <= SliceInstances))
                total += counts[end++];
            JoinSlice(joiner, first, counts.AsSpan(first..end), longer);
            // Grams in more reports than those still to come are neighbours of none of these.
            _sets.GiveBack(end);
            first = end;
        }
        _sets.GiveBack(int.MaxValue);
        _places.Lengthen(longer.Rank());
        _sets = longer;
    }

    /// <summary>Gathers where the grams of a slice stand beside others, and joins them with those.</summary>
    private void JoinSlice(GramJoiner joiner, int first, ReadOnlySpan<long> counts, GramSets longer)
    {
        var next = new int[counts.Length];
        long total = 0;
        for (var i = 0; i < next.Length; i++)
        {
            next[i] = (int)total;
            total += counts[i];
        }
        var instances = _room.Instances(total);
        _places.Gather(first, next, longer, instances);
        for (var (i, from) = (0, 0); i < next.Length; i++)
        {
            if (next[i] > from)
                joiner.Join(first + i, instances.AsSpan(from..next[i]));
            from = next[i];
        }
    }
}
