using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Takes in the reports of a segment one by one and remembers which grams of one and two units stand where.</summary>
internal sealed class GramCollector(int reports)
{
    /// <summary>Marks the last unit of a block: no gram begins there.</summary>
    public const int None = -1;

    private readonly int[][] _positions = new int[reports][];
    private readonly int[][] _grams = new int[reports][];
    private readonly byte[][] _masks = new byte[reports][];
    private readonly GramTable _table = new();
    private int[] _lastReport = [];
    private int[] _slot = [];
    private int[] _reportGrams = new int[1 << 14];
    private byte[] _reportMasks = new byte[1 << 14];
    private int[] _reportPositions = new int[1 << 15];
    private int _gramCount;
    private int _positionCount;
    private int _report;

    /// <summary>Takes the next report.</summary>
    public void Take(IEnumerable<(string Folded, int Part)> blocks)
    {
        _gramCount = 0;
        _positionCount = 0;
        foreach (var (folded, part) in blocks)
            TakeBlock(folded, (byte)(1 << part));
        _positions[_report] = _reportPositions.AsSpan(0, _positionCount).ToArray();
        _grams[_report] = _reportGrams.AsSpan(0, _gramCount).ToArray();
        _masks[_report] = _reportMasks.AsSpan(0, _gramCount).ToArray();
        _report++;
    }

    /// <summary>Turns what was collected around: for each gram its reports. Empties the collector of it.</summary>
    public Postings Invert()
    {
        var starts = new int[_table.Count + 1];
        foreach (var grams in _grams)
        {
            foreach (var gram in grams)
                starts[gram + 1]++;
        }
        for (var i = 0; i < _table.Count; i++)
            starts[i + 1] += starts[i];
        var postings = new Postings(_table.Keys.ToArray(), starts, new ushort[starts[^1]], new byte[starts[^1]], reports);
        Scatter(postings, starts.AsSpan(0, _table.Count).ToArray());
        return postings;
    }

    /// <summary>For each report the numbers of the pairs that begin at each unit of its folded text; gives them away.</summary>
    public int[][] Positions => _positions;

    private void Scatter(Postings postings, int[] next)
    {
        for (var report = 0; report < reports; report++)
        {
            var (grams, masks) = (_grams[report], _masks[report]);
            for (var i = 0; i < grams.Length; i++)
            {
                var at = next[grams[i]]++;
                postings.Reports[at] = (ushort)report;
                postings.Masks[at] = masks[i];
            }
            _grams[report] = [];
            _masks[report] = [];
        }
    }

    private void TakeBlock(string text, byte mask)
    {
        if (_positionCount + text.Length > _reportPositions.Length)
            Array.Resize(ref _reportPositions, Math.Max(_reportPositions.Length * 2, _positionCount + text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            Note(GramHash.Key(text[i]), mask);
            _reportPositions[_positionCount++] = i + 1 < text.Length ? Note(GramHash.Key(text[i], text[i + 1]), mask) : None;
        }
    }

    private int Note(uint key, byte mask)
    {
        var gram = _table.NumberOf(key);
        if (gram >= _lastReport.Length)
        {
            Array.Resize(ref _slot, Math.Max(1 << 16, gram * 2));
            Array.Resize(ref _lastReport, _slot.Length);
        }
        if (_lastReport[gram] == _report + 1)
        {
            _reportMasks[_slot[gram]] |= mask;
            return gram;
        }
        if (_gramCount == _reportGrams.Length)
        {
            Array.Resize(ref _reportGrams, _gramCount * 2);
            Array.Resize(ref _reportMasks, _gramCount * 2);
        }
        _lastReport[gram] = _report + 1;
        _slot[gram] = _gramCount;
        _reportGrams[_gramCount] = gram;
        _reportMasks[_gramCount++] = mask;
        return gram;
    }
}

/// <summary>For each gram the reports that hold it, ascending, and in which of their parts.</summary>
/// <param name="Keys">Key of each gram.</param>
/// <param name="Starts">Where each gram's postings begin; one more than there are grams.</param>
/// <param name="Reports">Numbers of the reports.</param>
/// <param name="Masks">Parts, a bit each; see <see cref="PartMasks"/>.</param>
/// <param name="ReportCount">Number of reports of the segment.</param>
internal sealed record Postings(uint[] Keys, int[] Starts, ushort[] Reports, byte[] Masks, int ReportCount)
{
    /// <summary>Number of reports that hold a gram.</summary>
    public int Frequency(int gram) => Starts[gram + 1] - Starts[gram];

    /// <summary>The reports that hold a gram.</summary>
    public ReadOnlySpan<ushort> ReportsOf(int gram) => Reports.AsSpan(Starts[gram]..Starts[gram + 1]);

    /// <summary>The parts of those reports.</summary>
    public ReadOnlySpan<byte> MasksOf(int gram) => Masks.AsSpan(Starts[gram]..Starts[gram + 1]);

    /// <summary>Whether the parts are published: for pairs that are not everywhere.</summary>
    public bool HasMasks(int gram, SearchIndexOptions options) => Keys[gram] > char.MaxValue && Frequency(gram) <= options.Masked;
}
