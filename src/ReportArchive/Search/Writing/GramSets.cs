namespace ReportArchive.Search.Writing;

/// <summary>The grams of one length that are in more reports than are verified by reading: their reports, parts, hashes and last units.</summary>
internal sealed class GramSets(int capacity)
{
    private long[] _starts = new long[capacity];
    private int[] _lengths = new int[capacity];
    private uint[] _places = new uint[capacity];
    private uint[] _signs = new uint[capacity];
    private char[] _lastUnits = new char[capacity];
    private readonly List<ushort[]> _reports = [];
    private readonly List<byte[]> _masks = [];
    private int _free;

    private const int BlockBits = 22;
    private const int BlockSize = 1 << BlockBits;

    /// <summary>Number of grams.</summary>
    public int Count { get; private set; }

    /// <summary>The reports of a gram, ascending.</summary>
    public ReadOnlySpan<ushort> ReportsOf(int gram) => _reports[(int)(_starts[gram] >> BlockBits)].AsSpan((int)(_starts[gram] & (BlockSize - 1)), _lengths[gram]);

    /// <summary>The parts of those reports that may hold it.</summary>
    public ReadOnlySpan<byte> MasksOf(int gram) => _masks[(int)(_starts[gram] >> BlockBits)].AsSpan((int)(_starts[gram] & (BlockSize - 1)), _lengths[gram]);

    /// <summary>Number of reports of a gram.</summary>
    public int Frequency(int gram) => _lengths[gram];

    /// <summary>Its hashes; see <see cref="Format.GramHash"/>.</summary>
    public (uint Place, uint Sign) HashOf(int gram) => (_places[gram], _signs[gram]);

    /// <summary>Its last unit.</summary>
    public char LastUnit(int gram) => _lastUnits[gram];

    /// <summary>Adds a gram and yields room for its reports and parts, to be filled at once.</summary>
    public int Add(int length, uint place, uint sign, char lastUnit, out Span<ushort> reports, out Span<byte> masks)
    {
        if (Count == _starts.Length)
            Grow();
        if (_reports.Count == 0 || _free + length > BlockSize)
        {
            _reports.Add(new ushort[BlockSize]);
            _masks.Add(new byte[BlockSize]);
            _free = 0;
        }
        _starts[Count] = ((long)(_reports.Count - 1) << BlockBits) + _free;
        _lengths[Count] = length;
        _places[Count] = place;
        _signs[Count] = sign;
        _lastUnits[Count] = lastUnit;
        reports = _reports[^1].AsSpan(_free, length);
        masks = _masks[^1].AsSpan(_free, length);
        _free += length;
        return Count++;
    }

    private void Grow()
    {
        var size = Math.Max(1024, Count * 2);
        Array.Resize(ref _starts, size);
        Array.Resize(ref _lengths, size);
        Array.Resize(ref _places, size);
        Array.Resize(ref _signs, size);
        Array.Resize(ref _lastUnits, size);
    }
}
