using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// For each pair the reports that hold it, ascending, and in which of their parts. Pairs are numbered by how many reports hold them,
/// most first, and their lists lie in that order: what is done with the common ones can be given back block by block.
/// </summary>
internal sealed class Postings
{
    private readonly uint[] _starts;
    private readonly int[] _frequencies;

    /// <summary>Room for the reports of some pairs.</summary>
    /// <param name="keys">Key of each pair, as it was seen.</param>
    /// <param name="frequencies">Number of reports that hold it.</param>
    /// <param name="reportCount">Number of reports of the segment.</param>
    /// <param name="room">Where the lists are.</param>
    public Postings(ReadOnlySpan<uint> keys, ReadOnlySpan<int> frequencies, int reportCount, WritingRoom room)
    {
        (ReportCount, Lists) = (reportCount, new ReportLists(room));
        _frequencies = frequencies[..keys.Length].ToArray();
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
            (order[i], _frequencies[i]) = (i, -_frequencies[i]);
        Array.Sort(_frequencies, order);
        (Keys, Numbers, _starts) = (new uint[order.Length], new int[order.Length], new uint[order.Length]);
        for (var pair = 0; pair < order.Length; pair++)
        {
            (Keys[pair], Numbers[order[pair]]) = (keys[order[pair]], pair);
            _frequencies[pair] = -_frequencies[pair];
            _starts[pair] = Lists.Reserve(_frequencies[pair]);
        }
    }

    /// <summary>Number of reports of the segment.</summary>
    public int ReportCount { get; }

    /// <summary>Key of each pair.</summary>
    public uint[] Keys { get; }

    /// <summary>The number of each pair here, by the one it had when it was seen.</summary>
    public int[] Numbers { get; }

    /// <summary>The reports and parts of all pairs.</summary>
    public ReportLists Lists { get; }

    /// <summary>Where the list of a pair begins in <see cref="Lists"/>.</summary>
    public uint StartOf(int pair) => _starts[pair];

    /// <summary>Number of reports that hold a pair.</summary>
    public int Frequency(int pair) => _frequencies[pair];

    /// <summary>The reports that hold a pair.</summary>
    public Span<ushort> ReportsOf(int pair) => Lists.Reports(_starts[pair], _frequencies[pair]);

    /// <summary>The parts of those reports, a bit each; see <see cref="PartMasks"/>.</summary>
    public Span<byte> MasksOf(int pair) => Lists.Masks(_starts[pair], _frequencies[pair]);

    /// <summary>Whether the parts are published: for pairs that are not everywhere.</summary>
    public bool HasMasks(int pair, SearchIndexOptions options) => _frequencies[pair] <= options.Masked;
}
