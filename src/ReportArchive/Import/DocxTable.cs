namespace ReportArchive.Import;

/// <summary>A table of a Word file while it is read.</summary>
internal sealed class DocxTable
{
    private const int LongestCell = 200;

    private readonly List<List<string>> _rows = [];
    private readonly List<string> _cell = [];

    /// <summary>Whether it lays out the page: it has another table in it.</summary>
    public bool IsLayout { get; set; }

    /// <summary>Every line of its cells, in order: what is left of a table that only lays out the page.</summary>
    public List<string> Lines { get; } = [];

    public void BeginRow() => _rows.Add([]);

    public void BeginCell() => _cell.Clear();

    /// <summary>Adds a paragraph to the cell.</summary>
    public void Add(string line)
    {
        _cell.Add(line);
        Lines.Add(line);
    }

    public void EndCell()
    {
        if (_rows.Count > 0)
            _rows[^1].Add(string.Join(' ', string.Join(' ', _cell).Replace('|', '｜').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        _cell.Clear();
    }

    /// <summary>Rows between upright bars; null where it has one row, one column or prose in its cells.</summary>
    public IEnumerable<string>? Rows() =>
        IsLayout || _rows.Count < 2 || _rows.Max(static row => row.Count) < 2 || _rows.Exists(static row => row.Exists(static cell => cell.Length > LongestCell))
            ? null
            : _rows.Where(static row => row.Exists(static cell => cell.Length > 0)).Select(static row => "| " + string.Join(" | ", row) + " |");
}
