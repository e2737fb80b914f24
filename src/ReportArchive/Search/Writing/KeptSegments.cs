using System.Text.Json;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Segments and tables in a cache, if there is one.</summary>
internal sealed class KeptSegments(SegmentCache? cache)
{
    /// <summary>Stands before the files kept together.</summary>
    private const string EntryFile = "entry.json";

    /// <summary>Most bytes that are kept under one key.</summary>
    private const long Most = 2_000_000_000;

    /// <summary>Tables that were kept.</summary>
    public (TablesEntry Entry, IReadOnlyList<IndexFile> Files)? Tables(string key) => Find(key, TablesEntry.Read);

    /// <summary>Keeps tables.</summary>
    public void Keep(string key, TablesEntry entry, IReadOnlyList<IndexFile> files) => Keep(key, entry.Write, files);

    /// <summary>Whether what a segment brings to its tables was kept.</summary>
    public bool HasRuns(string key) => cache?.Open(SegmentKey.OfRuns(key)) is not null;

    /// <summary>A segment that was kept; without its runs where nobody needs them, or they are read where they are.</summary>
    public BuiltSegment? Segment(string key, bool withRuns)
    {
        if (Find(key, SegmentEntry.Read) is not var (entry, files))
            return null;
        if (!withRuns)
        {
            cache?.Use(SegmentKey.OfRuns(key));
            return new BuiltSegment(entry, files);
        }
        return cache?.Find(SegmentKey.OfRuns(key)) is { } runs ? new BuiltSegment(entry, [.. files, .. runs]) : null;
    }

    /// <summary>
    /// What a segment brings to its tables, read piece by piece from where it is kept: the runs of all segments of a large archive are never
    /// held. Where nothing is kept they are.
    /// </summary>
    public Func<TableRun> RunOf(string key, BuiltSegment segment)
    {
        if (cache is null)
        {
            var run = segment.Run;
            return () => run;
        }
        var entry = segment.Entry;
        return () => TableRun.Of(entry.Hash, cache.Open(SegmentKey.OfRuns(key)) ?? throw new InvalidOperationException("the cache of the search index has lost what it was given in this build"));
    }

    /// <summary>Keeps a segment.</summary>
    public void Keep(string key, BuiltSegment segment)
    {
        IndexFile[] runs = [.. segment.Runs];
        Keep(key, segment.Entry.Write, [.. segment.Files.Except(runs)]);
        cache?.Keep(SegmentKey.OfRuns(key), runs);
    }

    private (T Entry, IReadOnlyList<IndexFile> Files)? Find<T>(string key, Func<JsonElement, T> read) =>
        cache?.Find(key) is { Count: > 0 } files && files[0].Path == EntryFile ? (EntryBytes.Read(files[0].Bytes, read), [.. files.Skip(1)]) : null;

    private void Keep(string key, Action<Utf8JsonWriter> entry, IReadOnlyList<IndexFile> files)
    {
        if (files.Sum(static file => (long)file.Bytes.Length) <= Most)
            cache?.Keep(key, [new IndexFile(EntryFile, EntryBytes.Of(entry)), .. files]);
    }
}
