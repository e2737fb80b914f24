using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Numbers grams in the order they are first seen. Open addressing, for it is asked once for every character of an archive.</summary>
internal sealed class GramTable
{
    private const int Free = 0;
    private int[] _slots = new int[1 << 16];
    private uint[] _keys = new uint[1 << 14];

    /// <summary>Number of grams.</summary>
    public int Count { get; private set; }

    /// <summary>The key of each gram by number.</summary>
    public ReadOnlySpan<uint> Keys => _keys.AsSpan(0, Count);

    /// <summary>The number of a gram; a new one where it was not seen before.</summary>
    public int NumberOf(uint key)
    {
        var mask = (uint)_slots.Length - 1;
        for (var slot = GramHash.Spread(key) & mask; ; slot = (slot + 1) & mask)
        {
            var number = _slots[slot] - 1;
            if (number == Free - 1)
                return Add(key, slot);
            if (_keys[number] == key)
                return number;
        }
    }

    private int Add(uint key, uint slot)
    {
        if (Count == _keys.Length)
            Array.Resize(ref _keys, Count * 2);
        _keys[Count] = key;
        _slots[slot] = ++Count;
        if (Count * 2 > _slots.Length)
            Grow();
        return Count - 1;
    }

    private void Grow()
    {
        var slots = new int[_slots.Length * 4];
        var mask = (uint)slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = GramHash.Spread(_keys[number]) & mask;
            while (slots[slot] != Free)
                slot = (slot + 1) & mask;
            slots[slot] = number + 1;
        }
        _slots = slots;
    }
}
