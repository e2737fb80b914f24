using System.Text.Json;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Segments and tables in a cache, if there is one.</summary>
internal sealed class KeptSegments(SegmentCache? cache)
{
    /// <summary>Stands before the files kept together.</summary>
    private const string EntryFile = "entry.json";

    /// <summary>Tables that were kept.</summary>
    public (TablesEntry Entry, IReadOnlyList<IndexFile> Files)? Tables(string key) => Find(key, TablesEntry.Read);

    /// <summary>A segment that was kept; without its runs where nobody needs them.</summary>
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

    /// <summary>Keeps tables.</summary>
    /// <returns>They as they are kept, and the scratch files are let go; where nothing is kept as they were made.</returns>
    public (TablesEntry Entry, IReadOnlyList<IndexFile> Files) Keep(string key, TablesEntry entry, IReadOnlyList<IndexFile> files, ScratchFiles scratch)
    {
        if (cache is null)
            return (entry, files);
        Keep(cache, key, entry.Write, files);
        scratch.LetGo();
        return Tables(key) ?? throw Lost();
    }

    /// <summary>Keeps a segment.</summary>
    /// <returns>It as it is kept, and the scratch files are let go; where nothing is kept as it was made.</returns>
    public BuiltSegment Keep(string key, BuiltSegment segment, ScratchFiles scratch)
    {
        if (cache is null)
            return segment;
        IndexFile[] runs = [.. segment.Runs];
        Keep(cache, key, segment.Entry.Write, [.. segment.Files.Except(runs)]);
        cache.Keep(SegmentKey.OfRuns(key), runs);
        scratch.LetGo();
        return Segment(key, withRuns: true) ?? throw Lost();
    }

    private (T Entry, IReadOnlyList<IndexFile> Files)? Find<T>(string key, Func<JsonElement, T> read) =>
        cache?.Find(key) is { Count: > 0 } files && files[0].Path == EntryFile ? (EntryBytes.Read(files[0].ToBytes(), read), [.. files.Skip(1)]) : null;

    private static void Keep(SegmentCache cache, string key, Action<Utf8JsonWriter> entry, IReadOnlyList<IndexFile> files) =>
        cache.Keep(key, [IndexFile.Of(EntryFile, EntryBytes.Of(entry)), .. files]);

    private static InvalidOperationException Lost() => new("the cache of the search index has lost what it was given in this build");
}
