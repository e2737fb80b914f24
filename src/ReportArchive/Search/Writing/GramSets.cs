using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>The grams of one length that are in more reports than are verified by reading: their reports, parts, keys and last units.</summary>
internal sealed class GramSets(ReportLists lists)
{
    private const int BlockBits = 14;

    /// <summary>In blocks, for an array of millions would leave as much behind each time it grows.</summary>
    private readonly List<Gram[]> _grams = [];

    /// <summary>The prefix of each gram, in blocks too and apart from the rest: they are looked up for every place, again and again.</summary>
    private readonly List<int[]> _prefixes = [];

    /// <summary>By block of the lists the last gram that needs it.</summary>
    private int[] _needed = [];

    /// <summary>Number of grams.</summary>
    public int Count { get; private set; }

    /// <summary>The reports of a gram, ascending.</summary>
    public ReadOnlySpan<ushort> ReportsOf(int gram) => lists.Reports(At(gram).Start, At(gram).Length);

    /// <summary>The parts of those reports that may hold it.</summary>
    public ReadOnlySpan<byte> MasksOf(int gram) => lists.Masks(At(gram).Start, At(gram).Length);

    /// <summary>Its key; of a pair all but the home.</summary>
    public GramKey KeyOf(int gram) => At(gram).Key;

    /// <summary>How many figures it begins with.</summary>
    public int Figures(int gram) => At(gram).Figures;

    /// <summary>Its last unit.</summary>
    public char LastUnit(int gram) => At(gram).LastUnit;

    /// <summary>The gram without its last unit, by its number in the sets of that length; not known any more once the grams are ranked.</summary>
    public int PrefixOf(int gram) => _prefixes[gram >> BlockBits][gram & ((1 << BlockBits) - 1)];

    /// <summary>Adds a gram with a copy of its reports and parts.</summary>
    /// <returns>Its number.</returns>
    public int Add(ReadOnlySpan<ushort> reports, ReadOnlySpan<byte> masks, GramKey key, char lastUnit, int figures, int prefix)
    {
        var start = lists.Reserve(reports.Length);
        reports.CopyTo(lists.Reports(start, reports.Length));
        masks.CopyTo(lists.Masks(start, masks.Length));
        return Add(start, reports.Length, key, lastUnit, figures, prefix);
    }

    /// <summary>Adds a gram whose reports and parts are in the lists already.</summary>
    /// <returns>Its number.</returns>
    public int Add(uint start, int length, GramKey key, char lastUnit, int figures, int prefix)
    {
        if (Count >> BlockBits == _grams.Count)
        {
            _grams.Add(new Gram[1 << BlockBits]);
            _prefixes.Add(new int[1 << BlockBits]);
        }
        At(Count) = new Gram(start, key, (ushort)length, lastUnit, (byte)figures);
        _prefixes[Count >> BlockBits][Count & ((1 << BlockBits) - 1)] = prefix;
        return Count++;
    }

    /// <summary>Renumbers the grams, those in most reports first.</summary>
    /// <returns>For each number before, the number now.</returns>
    public int[] Rank()
    {
        var next = new int[ushort.MaxValue + 2];
        for (var gram = 0; gram < Count; gram++)
            next[ushort.MaxValue - At(gram).Length + 1]++;
        for (var i = 1; i < next.Length; i++)
            next[i] += next[i - 1];
        var ranks = new int[Count];
        _needed = new int[lists.Blocks];
        for (var gram = 0; gram < Count; gram++)
        {
            ranks[gram] = next[ushort.MaxValue - At(gram).Length]++;
            ref var needed = ref _needed[ReportLists.BlockOf(At(gram).Start)];
            needed = Math.Max(needed, ranks[gram]);
        }
        Reorder([.. ranks]);
        _prefixes.Clear();
        return ranks;
    }

    /// <summary>Moves each gram to its rank, along the circles that these make.</summary>
    private void Reorder(int[] ranks)
    {
        for (var gram = 0; gram < ranks.Length; gram++)
        {
            while (ranks[gram] != gram)
            {
                var rank = ranks[gram];
                (At(gram), At(rank)) = (At(rank), At(gram));
                (ranks[gram], ranks[rank]) = (ranks[rank], rank);
            }
        }
    }

    private ref Gram At(int gram) => ref _grams[gram >> BlockBits][gram & ((1 << BlockBits) - 1)];

    /// <summary>Gives the room of the first blocks back whose grams are all before <paramref name="end"/>.</summary>
    public void GiveBack(int end)
    {
        var blocks = 0;
        while (blocks < _needed.Length && _needed[blocks] < end)
            blocks++;
        lists.GiveBack(blocks);
    }

    private readonly record struct Gram(uint Start, GramKey Key, ushort Length, char LastUnit, byte Figures);
}
