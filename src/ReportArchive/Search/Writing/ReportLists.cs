namespace ReportArchive.Search.Writing;

/// <summary>
/// Lists of reports with a byte of parts each, one after the other in blocks: they are much of what a segment takes while it is made,
/// and a block that nobody needs any more is used again.
/// </summary>
internal sealed class ReportLists(WritingRoom room)
{
    private const int BlockSize = WritingRoom.ListBlock;
    private readonly List<ushort[]> _reports = [];
    private readonly List<byte[]> _masks = [];
    private int _given;
    private int _free = BlockSize;

    /// <summary>Number of blocks.</summary>
    public int Blocks => _reports.Count;

    /// <summary>The block that a list is in.</summary>
    public static int BlockOf(uint start) => (int)(start / BlockSize);

    /// <summary>The reports of a list.</summary>
    public Span<ushort> Reports(uint start, int length) => _reports[BlockOf(start)].AsSpan((int)(start % BlockSize), length);

    /// <summary>The parts of a list.</summary>
    public Span<byte> Masks(uint start, int length) => _masks[BlockOf(start)].AsSpan((int)(start % BlockSize), length);

    /// <summary>Writes one report of a list, and its parts.</summary>
    public void Write(uint at, ushort report, byte mask)
    {
        _reports[BlockOf(at)][at % BlockSize] = report;
        _masks[BlockOf(at)][at % BlockSize] = mask;
    }

    /// <summary>Makes room for a list; what is in it is not known. No list is divided.</summary>
    /// <returns>Where it begins.</returns>
    public uint Reserve(int length)
    {
        if (_free + length > BlockSize)
        {
            var (reports, masks) = room.TakeLists();
            _reports.Add(reports);
            _masks.Add(masks);
            _free = 0;
        }
        _free += length;
        return ((uint)(_reports.Count - 1) * BlockSize) + (uint)(_free - length);
    }

    /// <summary>Gives the first blocks back, up to a number of them; their lists are gone.</summary>
    public void GiveBack(int blocks)
    {
        for (; _given < blocks; _given++)
        {
            room.Return(_reports[_given], _masks[_given]);
            (_reports[_given], _masks[_given]) = ([], []);
        }
    }
}
