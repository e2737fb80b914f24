namespace ReportArchive.Search.Writing;

/// <summary>The grams of one length that are in more reports than are verified by reading: their reports, parts, hashes and last units.</summary>
internal sealed class GramSets(ReportLists lists)
{
    private Gram[] _grams = new Gram[1024];

    /// <summary>By block of the lists the last gram that needs it.</summary>
    private int[] _needed = [];

    /// <summary>Number of grams.</summary>
    public int Count { get; private set; }

    /// <summary>The lists of all of them.</summary>
    public ReportLists Lists => lists;

    /// <summary>The reports of a gram, ascending.</summary>
    public ReadOnlySpan<ushort> ReportsOf(int gram) => lists.Reports(_grams[gram].Start, _grams[gram].Length);

    /// <summary>The parts of those reports that may hold it.</summary>
    public ReadOnlySpan<byte> MasksOf(int gram) => lists.Masks(_grams[gram].Start, _grams[gram].Length);

    /// <summary>Its hashes; see <see cref="Format.GramHash"/>.</summary>
    public (uint Place, uint Sign) HashOf(int gram) => (_grams[gram].Place, _grams[gram].Sign);

    /// <summary>Its last unit.</summary>
    public char LastUnit(int gram) => _grams[gram].LastUnit;

    /// <summary>The gram without its last unit, by its number in the sets of that length.</summary>
    public int PrefixOf(int gram) => _grams[gram].Prefix;

    /// <summary>Adds a gram with a copy of its reports and parts.</summary>
    /// <returns>Its number.</returns>
    public int Add(ReadOnlySpan<ushort> reports, ReadOnlySpan<byte> masks, (uint Place, uint Sign) hash, char lastUnit, int prefix)
    {
        var start = lists.Reserve(reports.Length);
        reports.CopyTo(lists.Reports(start, reports.Length));
        masks.CopyTo(lists.Masks(start, masks.Length));
        return Add(start, reports.Length, hash, lastUnit, prefix);
    }

    /// <summary>Adds a gram whose reports and parts are in the lists already.</summary>
    /// <returns>Its number.</returns>
    public int Add(long start, int length, (uint Place, uint Sign) hash, char lastUnit, int prefix)
    {
        if (Count == _grams.Length)
            Array.Resize(ref _grams, Count * 2);
        _grams[Count] = new Gram(start, length, hash.Place, hash.Sign, prefix, lastUnit);
        return Count++;
    }

    /// <summary>Renumbers the grams, those in most reports first.</summary>
    /// <returns>For each number before, the number now.</returns>
    public int[] Rank()
    {
        var next = new int[ushort.MaxValue + 2];
        for (var gram = 0; gram < Count; gram++)
            next[ushort.MaxValue - _grams[gram].Length + 1]++;
        for (var i = 1; i < next.Length; i++)
            next[i] += next[i - 1];
        var ranks = new int[Count];
        var ranked = new Gram[Count];
        _needed = new int[lists.Blocks];
        for (var gram = 0; gram < Count; gram++)
        {
            var rank = next[ushort.MaxValue - _grams[gram].Length]++;
            (ranks[gram], ranked[rank]) = (rank, _grams[gram]);
            ref var needed = ref _needed[ReportLists.BlockOf(_grams[gram].Start)];
            needed = Math.Max(needed, rank);
        }
        _grams = ranked;
        return ranks;
    }

    /// <summary>Gives the room of the first blocks back whose grams are all before <paramref name="end"/>.</summary>
    public void GiveBack(int end)
    {
        var blocks = 0;
        while (blocks < _needed.Length && _needed[blocks] < end)
            blocks++;
        lists.GiveBack(blocks);
    }

    private readonly record struct Gram(long Start, int Length, uint Place, uint Sign, int Prefix, char LastUnit);
}
