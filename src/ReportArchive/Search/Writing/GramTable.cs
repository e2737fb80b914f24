using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// Numbers keys in the order they are first seen. Open addressing, key and number side by side: it is asked once for every unit of an
/// archive, and each place it looks at is a wait for memory.
/// </summary>
internal sealed class GramTable
{
    private const int KeyShift = 32;
    private const ulong Free = 0;
    private ulong[] _slots = new ulong[1 << 16];
    private uint[] _keys = new uint[1 << 14];

    /// <summary>Number of keys.</summary>
    public int Count { get; private set; }

    /// <summary>The keys by number.</summary>
    public ReadOnlySpan<uint> Keys => _keys.AsSpan(0, Count);

    /// <summary>The number of a key; a new one where it was not seen before.</summary>
    public int NumberOf(uint key)
    {
        var slots = _slots;
        var mask = (uint)slots.Length - 1;
        for (var slot = GramHash.Spread(key) & mask; ; slot = (slot + 1) & mask)
        {
            var found = slots[slot];
            if (found == Free)
                return Add(key, slot);
            if ((uint)(found >> KeyShift) == key)
                return (int)(uint)found - 1;
        }
    }

    /// <summary>The number of a key; negative where it was not seen.</summary>
    public int Find(uint key)
    {
        var slots = _slots;
        var mask = (uint)slots.Length - 1;
        for (var slot = GramHash.Spread(key) & mask; slots[slot] != Free; slot = (slot + 1) & mask)
        {
            if ((uint)(slots[slot] >> KeyShift) == key)
                return (int)(uint)slots[slot] - 1;
        }
        return -1;
    }

    private int Add(uint key, uint slot)
    {
        if (Count == _keys.Length)
            Array.Resize(ref _keys, Count * 2);
        _keys[Count] = key;
        Count++;
        _slots[slot] = ((ulong)key << KeyShift) | (uint)Count;
        if (Count * 2 > _slots.Length)
            Grow();
        return Count - 1;
    }

    private void Grow()
    {
        var slots = new ulong[_slots.Length * 4];
        var mask = (uint)slots.Length - 1;
        foreach (var entry in _slots)
        {
            if (entry == Free)
                continue;
            var slot = GramHash.Spread((uint)(entry >> KeyShift)) & mask;
            while (slots[slot] != Free)
                slot = (slot + 1) & mask;
            slots[slot] = entry;
        }
        _slots = slots;
    }
}
