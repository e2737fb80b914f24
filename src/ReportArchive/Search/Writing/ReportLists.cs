namespace ReportArchive.Search.Writing;

/// <summary>
/// Lists of reports with a byte of parts each, one after the other in blocks of twelve megabytes: they are most of what a segment
/// takes while it is made, and a block that nobody needs any more is used again.
/// </summary>
internal sealed class ReportLists
{
    private const int BlockBits = 22;
    private const int BlockSize = 1 << BlockBits;
    private readonly List<ushort[]> _reports = [];
    private readonly List<byte[]> _masks = [];
    private readonly Stack<(ushort[] Reports, byte[] Masks)> _spare;
    private int _given;
    private int _free = BlockSize;

    /// <summary>No lists; takes blocks that <paramref name="used"/> gives back.</summary>
    public ReportLists(ReportLists? used) => _spare = used?._spare ?? [];

    /// <summary>Number of blocks.</summary>
    public int Blocks => _reports.Count;

    /// <summary>The block that a list is in.</summary>
    public static int BlockOf(long start) => (int)(start >> BlockBits);

    /// <summary>The reports of a list.</summary>
    public Span<ushort> Reports(long start, int length) => _reports[BlockOf(start)].AsSpan((int)start & (BlockSize - 1), length);

    /// <summary>The parts of a list.</summary>
    public Span<byte> Masks(long start, int length) => _masks[BlockOf(start)].AsSpan((int)start & (BlockSize - 1), length);

    /// <summary>Makes room for a list; what is in it is not known. No list is divided.</summary>
    /// <returns>Where it begins.</returns>
    public long Reserve(int length)
    {
        if (_free + length > BlockSize)
        {
            var (reports, masks) = _spare.TryPop(out var spare) ? spare : (new ushort[BlockSize], new byte[BlockSize]);
            _reports.Add(reports);
            _masks.Add(masks);
            _free = 0;
        }
        _free += length;
        return ((long)(_reports.Count - 1) << BlockBits) + _free - length;
    }

    /// <summary>Gives the first blocks back, up to a number of them; their lists are gone.</summary>
    public void GiveBack(int blocks)
    {
        for (; _given < blocks; _given++)
        {
            _spare.Push((_reports[_given], _masks[_given]));
            (_reports[_given], _masks[_given]) = ([], []);
        }
    }
}
