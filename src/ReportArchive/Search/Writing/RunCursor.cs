namespace ReportArchive.Search.Writing;

/// <summary>Reads the grams of a run one after the other.</summary>
/// <param name="parts">The parts its bytes are in; a gram may lie in two.</param>
internal sealed class RunCursor(IReadOnlyList<IndexFile> parts)
{
    private const int MostAtOnce = 1 << 18;

    private readonly byte[] _piece = new byte[parts.Count == 0 ? 0 : Math.Min(MostAtOnce, parts.Max(static part => part.Length))];
    private readonly byte[] _head = new byte[TableRun.HeadBytes];
    private byte[] _code = new byte[256];
    private int _part;
    private long _read;
    private int _filled;
    private int _at;

    /// <summary>The gram at hand.</summary>
    public RunHead Gram { get; private set; }

    /// <summary>Its code, until the next move.</summary>
    public ReadOnlySpan<byte> Code => _code.AsSpan(0, (Gram.Bits + 7) / 8);

    /// <summary>Goes on to the next gram.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="SearchIndexException">The run is damaged.</exception>
    public bool MoveNext()
    {
        if (_at == _filled && !Fill())
            return false;
        Read(_head);
        (var before, Gram) = (Gram.Key, TableRun.ReadHead(_head));
        if (Gram.Key < before || Gram.Bits < 0)
            throw Damaged();
        var bytes = (Gram.Bits + 7) / 8;
        if (_code.Length < bytes)
            _code = new byte[bytes * 2];
        Read(_code.AsSpan(0, bytes));
        return true;
    }

    private void Read(Span<byte> target)
    {
        while (target.Length > 0)
        {
            if (_at == _filled && !Fill())
                throw Damaged();
            var taken = Math.Min(_filled - _at, target.Length);
            _piece.AsSpan(_at, taken).CopyTo(target);
            target = target[taken..];
            _at += taken;
        }
    }

    /// <summary>Reads the next piece.</summary>
    /// <returns>Whether there is one.</returns>
    private bool Fill()
    {
        while (_part < parts.Count && _read == parts[_part].Length)
            (_part, _read) = (_part + 1, 0);
        if (_part == parts.Count)
            return false;
        (_filled, _at) = ((int)Math.Min(_piece.Length, parts[_part].Length - _read), 0);
        parts[_part].Read(_read, _piece.AsSpan(0, _filled));
        _read += _filled;
        return true;
    }

    private static SearchIndexException Damaged() => new(SearchIndexFault.Corrupt, "what a segment brings to the tables of the search index is damaged");
}
