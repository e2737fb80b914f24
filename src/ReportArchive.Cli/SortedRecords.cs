using System.Text;

namespace ReportArchive.Cli;

/// <summary>
/// Records that come in any order and are read in that of their keys. They may be more than memory should hold: each time some
/// megabytes have come together they go, sorted, to a temporary file of their own, and the files are merged as they are read
/// (external merge sort). Several threads may add at once; none may while they are read.
/// </summary>
internal sealed class SortedRecords : IDisposable
{
    // Bytes held before they are put away: the million addresses of 100,000 reports are in some thirty files, each open until the end.
    private const int Room = 4_000_000;

    // Bytes that a key and a record take beside their content: two objects and a place in the list.
    private const int Overhead = 64;

    private const int Chunk = 1 << 16;

    private readonly List<(string Key, byte[] Record)> _held = [];
    private readonly List<FileStream> _runs = [];
    private readonly Lock _lock = new();
    private int _size;

    /// <summary>Adds a record.</summary>
    /// <param name="key">By which it is sorted, ordinally; no two records have the same.</param>
    /// <param name="record">Its bytes.</param>
    public void Add(string key, ReadOnlySpan<byte> record)
    {
        var bytes = record.ToArray();
        lock (_lock)
        {
            _held.Add((key, bytes));
            _size += Overhead + (key.Length * sizeof(char)) + bytes.Length;
            if (_size >= Room)
                PutAway();
        }
    }

    /// <summary>All records in the order of their keys.</summary>
    public IEnumerable<(string Key, byte[] Record)> InOrder()
    {
        _held.Sort(ByKey);
        var next = new PriorityQueue<IEnumerator<(string Key, byte[] Record)>, string>(StringComparer.Ordinal);
        foreach (var run in _runs.Select(Read).Append(_held))
            Advance(run.GetEnumerator());
        while (next.TryDequeue(out var run, out _))
        {
            yield return run.Current;
            Advance(run);
        }

        void Advance(IEnumerator<(string Key, byte[] Record)> run)
        {
            if (run.MoveNext())
                next.Enqueue(run, run.Current.Key);
            else
                run.Dispose();
        }
    }

    public void Dispose() => _runs.ForEach(static run => run.Dispose());

    private void PutAway()
    {
        _held.Sort(ByKey);
        var run = new FileStream(TemporaryFile.Open(), FileAccess.ReadWrite, Chunk);
        _runs.Add(run);
        using (var writer = new BinaryWriter(run, Encoding.UTF8, leaveOpen: true))
        {
            foreach (var (key, record) in _held)
            {
                writer.Write(key);
                writer.Write7BitEncodedInt(record.Length);
                writer.Write(record);
            }
        }
        _held.Clear();
        _size = 0;
    }

    private static IEnumerable<(string Key, byte[] Record)> Read(FileStream run)
    {
        run.Position = 0;
        var end = run.Length;
        using var reader = new BinaryReader(run, Encoding.UTF8, leaveOpen: true);
        while (run.Position < end)
            yield return (reader.ReadString(), reader.ReadBytes(reader.Read7BitEncodedInt()));
    }

    private static int ByKey((string Key, byte[] Record) a, (string Key, byte[] Record) b) => string.CompareOrdinal(a.Key, b.Key);
}
