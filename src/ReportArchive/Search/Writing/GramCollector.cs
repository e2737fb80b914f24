using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// Takes in the reports of a segment one by one and remembers which pair of units begins at each: four bytes a unit. Which report holds
/// which pair is told from that in a second pass.
/// </summary>
internal sealed class GramCollector(int reports, WritingRoom room)
{
    private readonly char[][] _singles = new char[reports][];
    private readonly GramTable _pairs = new();
    private readonly int[] _singleSeen = new int[char.MaxValue + 1];
    private readonly List<char> _reportSingles = [];
    private int[] _pairFrequency = [];
    private int[] _pairSeen = [];
    private int[] _reportPlaces = new int[1 << 15];
    private (int Pair, byte Mask)[] _held = [];
    private int _count;
    private int _report;

    /// <summary>The pair that begins at each unit of each report, numbered as they were seen.</summary>
    public GramPlaces Places { get; } = new(reports, room);

    /// <summary>Takes the next report: its folded blocks in the order of its parts.</summary>
    public void Take(IEnumerable<(string Folded, int Part)> blocks)
    {
        _count = 0;
        _reportSingles.Clear();
        var ends = new int[PartMasks.Parts];
        foreach (var (folded, part) in blocks)
        {
            TakeBlock(folded);
            ends[part] = _count;
        }
        for (var part = 1; part < ends.Length; part++)
            ends[part] = Math.Max(ends[part], ends[part - 1]);
        _singles[_report] = [.. _reportSingles];
        Places.Take(_reportPlaces.AsSpan(0, _count), ends);
        _report++;
    }

    /// <summary>For each unit its reports.</summary>
    public SinglePostings InvertSingles() => SinglePostings.Invert(_singles);

    /// <summary>For each pair its reports.</summary>
    public Postings InvertPairs()
    {
        var postings = new Postings(_pairs.Keys, _pairFrequency, reports, room);
        var next = new uint[_pairs.Count];
        for (var pair = 0; pair < next.Length; pair++)
            next[pair] = postings.StartOf(postings.Numbers[pair]);
        for (var report = 0; report < reports; report++)
        {
            var held = GatherParts(report);
            for (var i = 0; i < held; i++)
                postings.Lists.Write(next[_held[i].Pair]++, (ushort)report, _held[i].Mask);
        }
        return postings;
    }

    /// <summary>The pairs of a report with the parts that hold each.</summary>
    /// <returns>How many.</returns>
    private int GatherParts(int report)
    {
        var places = Places.Of(report);
        var ends = Places.EndsOf(report);
        var (at, held) = (0, 0);
        if (_held.Length < places.Length)
            _held = new (int, byte)[places.Length * 2];
        for (var part = 0; part < PartMasks.Parts; part++)
        {
            foreach (var pair in places[at..ends[part]])
            {
                if (pair == GramPlaces.None)
                    continue;
                if ((uint)_pairSeen[pair] >= (uint)held || _held[_pairSeen[pair]].Pair != pair)
                {
                    _pairSeen[pair] = held;
                    _held[held++] = (pair, 0);
                }
                _held[_pairSeen[pair]].Mask |= (byte)(1 << part);
            }
            at = ends[part];
        }
        return held;
    }

    private void TakeBlock(string text)
    {
        if (_count + text.Length > _reportPlaces.Length)
            Array.Resize(ref _reportPlaces, Math.Max(_reportPlaces.Length * 2, _count + text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            NoteSingle(text[i]);
            _reportPlaces[_count++] = i + 1 < text.Length ? NotePair(GramHash.Key(text[i], text[i + 1])) : GramPlaces.None;
        }
    }

    private void NoteSingle(char unit)
    {
        if (_singleSeen[unit] == _report + 1)
            return;
        _singleSeen[unit] = _report + 1;
        _reportSingles.Add(unit);
    }

    private int NotePair(uint key)
    {
        var pair = _pairs.NumberOf(key);
        if (pair >= _pairSeen.Length)
        {
            Array.Resize(ref _pairSeen, Math.Max(1 << 16, pair * 2));
            Array.Resize(ref _pairFrequency, _pairSeen.Length);
        }
        if (_pairSeen[pair] != _report + 1)
        {
            _pairSeen[pair] = _report + 1;
            _pairFrequency[pair]++;
        }
        return pair;
    }
}
