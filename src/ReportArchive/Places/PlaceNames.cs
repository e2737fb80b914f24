namespace ReportArchive.Places;

/// <summary>Places by name, former names included. Positions are those of the places in code order.</summary>
internal sealed class PlaceNames
{
    private readonly Dictionary<string, int> _first;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _firstBySpan;
    // Entries of one name are chained: 44,678 divisions share 36,000 names, and a list for each would cost more than the names.
    private readonly List<(int Place, int Next)> _entries;

    internal PlaceNames(ReadOnlySpan<Place> places)
    {
        _first = new(places.Length, StringComparer.Ordinal);
        _firstBySpan = _first.GetAlternateLookup<ReadOnlySpan<char>>();
        _entries = new(places.Length);
        // From the last place to the first, so that every chain runs in code order.
        for (var i = places.Length - 1; i >= 0; i--)
        {
            foreach (var former in places[i].FormerNames)
                Add(former, i);
            Add(places[i].Name, i);
        }
    }

    internal IEnumerable<string> All => _first.Keys;

    internal bool Contains(ReadOnlySpan<char> name) => _firstBySpan.ContainsKey(name);

    /// <summary>Positions of the places of that name, in code order.</summary>
    internal List<int> Find(ReadOnlySpan<char> name)
    {
        var found = new List<int>();
        if (!_firstBySpan.TryGetValue(name, out var entry))
            return found;
        for (; entry >= 0; entry = _entries[entry].Next)
            found.Add(_entries[entry].Place);
        return found;
    }

    private void Add(string name, int place)
    {
        ref var first = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_first, name, out var exists);
        _entries.Add((place, exists ? first : -1));
        first = _entries.Count - 1;
    }
}
