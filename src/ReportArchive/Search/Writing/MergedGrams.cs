using System.Runtime.InteropServices;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>A gram of the page at hand.</summary>
/// <param name="Key">Its key.</param>
/// <param name="IsHome">Whether it chooses its page; see <see cref="GramKey.IsHome"/>.</param>
/// <param name="First">Its first code among those of the page.</param>
/// <param name="Codes">How many it has: one of each segment that has it.</param>
internal readonly record struct MergedGram(GramKey Key, bool IsHome, int First, int Codes);

/// <summary>What one segment says of a gram.</summary>
/// <param name="Slot">Number of the segment among those of the tables.</param>
/// <param name="Count">Number of reports.</param>
/// <param name="Bits">Length of the code.</param>
/// <param name="Start">Where it begins among the bytes of the page.</param>
internal readonly record struct SlotCode(int Slot, int Count, int Bits, int Start)
{
    /// <summary>Length of the code in bytes.</summary>
    public int Bytes => (Bits + 7) / 8;
}

/// <summary>The grams of several segments by key, a page of a table at a time.</summary>
internal sealed class MergedGrams
{
    private readonly RunCursor?[] _runs;
    private readonly List<MergedGram> _grams = [];
    private readonly List<SlotCode> _codes = [];
    private readonly List<byte> _bytes = [];

    /// <summary>Merges some runs, a slot each.</summary>
    public MergedGrams(IEnumerable<IReadOnlyList<IndexFile>> runs) =>
        _runs = [.. runs.Select(static run => Next(new RunCursor(run)))];

    /// <summary>The grams of the page at hand, by key.</summary>
    public ReadOnlySpan<MergedGram> Grams => CollectionsMarshal.AsSpan(_grams);

    /// <summary>The codes of a gram, by slot.</summary>
    public ReadOnlySpan<SlotCode> CodesOf(MergedGram gram) => CollectionsMarshal.AsSpan(_codes).Slice(gram.First, gram.Codes);

    /// <summary>The bytes of a code.</summary>
    public ReadOnlySpan<byte> BytesOf(SlotCode code) => CollectionsMarshal.AsSpan(_bytes).Slice(code.Start, code.Bytes);

    /// <summary>Goes on to a page: to be called for each from 0 on.</summary>
    public void TakePage(int page, int pages)
    {
        Clear();
        while (Lowest() is { } key && GramHash.Page(key.Home, pages) == page)
            Take(key);
    }

    /// <summary>Goes on to the next gram, the only one at hand then.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TakeOne()
    {
        Clear();
        if (Lowest() is not { } key)
            return false;
        Take(key);
        return true;
    }

    private void Clear()
    {
        _grams.Clear();
        _codes.Clear();
        _bytes.Clear();
    }

    private GramKey? Lowest()
    {
        GramKey? lowest = null;
        foreach (var run in _runs)
        {
            if (run is not null && (lowest is null || run.Gram.Key < lowest))
                lowest = run.Gram.Key;
        }
        return lowest;
    }

    private void Take(GramKey key)
    {
        var (first, isHome) = (_codes.Count, false);
        for (var slot = 0; slot < _runs.Length; slot++)
        {
            if (_runs[slot] is not { } run || run.Gram.Key != key)
                continue;
            _codes.Add(new SlotCode(slot, run.Gram.Count, run.Gram.Bits, _bytes.Count));
            _bytes.AddRange(run.Code);
            isHome = run.Gram.IsHome;
            _runs[slot] = Next(run);
        }
        _grams.Add(new MergedGram(key, isHome, first, _codes.Count - first));
    }

    private static RunCursor? Next(RunCursor run) => run.MoveNext() ? run : null;
}
