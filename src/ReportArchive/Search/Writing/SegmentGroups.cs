using ReportArchive.Search.Format;
using ReportArchive.Sharding;

namespace ReportArchive.Search.Writing;

/// <summary>Writes the segments of an index and the tables they share, one group after the other, and remembers what the manifest says of them.</summary>
/// <param name="documents">All reports.</param>
/// <param name="fingerprints">What stands for each; empty where nothing is kept.</param>
/// <param name="tokens">What texts are written with.</param>
/// <param name="tokensFile">Path of these.</param>
/// <param name="options">What is asked for.</param>
/// <param name="kept">What earlier builds have made.</param>
/// <param name="shard">Whose segments are written. Where there are others too, what is put together of them all is left to whoever has it all.</param>
internal sealed class SegmentGroups(
    IReadOnlyList<SearchDocument> documents, byte[][] fingerprints, TextTokens tokens, string tokensFile, SearchIndexOptions options, KeptSegments kept, Shard shard)
{
    private readonly List<TablesEntry> _tables = [];
    private readonly List<SegmentEntry> _segments = [];
    private readonly List<ReadOnlyMemory<byte>> _metas = [];
    private int _turn;

    /// <summary>The tables written so far.</summary>
    public IReadOnlyList<TablesEntry> Tables => _tables;

    /// <summary>The segments written so far.</summary>
    public IReadOnlyList<SegmentEntry> Segments => _segments;

    /// <summary>What is known of the reports of each; see <see cref="MetaFile"/>.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Metas => _metas;

    /// <summary>Writes some segments and their tables.</summary>
    /// <param name="group">The members of each.</param>
    /// <param name="number">Number of the tables.</param>
    public IEnumerable<IndexFile> Write(IReadOnlyList<DocumentOrder[]> group, int number)
    {
        string[] keys = [.. group.Select(members => SegmentKey.Of(options, tokensFile, members.Select(report => fingerprints[report.Index])))];
        var key = SegmentKey.OfTables(keys);
        var tables = shard.IsWhole ? kept.Tables(key) : null;
        var runs = new List<Func<TableRun>>();
        for (var slot = 0; slot < group.Count; slot++)
        {
            if (!shard.HasInTurn(_turn++))
                continue;
            var isKept = tables is not null || kept.HasRuns(keys[slot]);
            var segment = (isKept ? kept.Segment(keys[slot], withRuns: !shard.IsWhole) : null) ?? Build(keys[slot], group[slot]);
            runs.Add(kept.RunOf(keys[slot], segment));
            foreach (var file in Add(segment, number, slot))
                yield return file;
            // An iterator keeps what it has, and a segment is large: its files have been handed out, and the rest is kept by whoever reads it.
            segment = null;
        }
        if (!shard.IsWhole)
            yield break;
        var (tablesEntry, files) = tables ?? BuildTables(key, runs, group);
        _tables.Add(tablesEntry);
        foreach (var file in files)
            yield return file;
    }

    private IEnumerable<IndexFile> Add(BuiltSegment segment, int tables, int slot)
    {
        var entry = segment.Entry with { Tables = tables, Slot = slot };
        _segments.Add(shard.IsWhole ? entry.Published() : entry);
        _metas.Add(segment.Meta);
        return shard.IsWhole ? segment.Published : segment.Files;
    }

    private BuiltSegment Build(string key, DocumentOrder[] members)
    {
        var builder = new SegmentBuilder(members.Length, tokens, tokensFile, options);
        foreach (var report in members)
            builder.Take(documents[report.Index]);
        builder.WriteTables();
        foreach (var report in members)
            builder.TakeText(documents[report.Index]);
        var segment = builder.Finish();
        kept.Keep(key, segment);
        return segment;
    }

    private (TablesEntry Entry, IReadOnlyList<IndexFile> Files) BuildTables(string key, List<Func<TableRun>> runs, IReadOnlyList<DocumentOrder[]> group)
    {
        var (entry, files) = TableBuilder.Build([.. runs.Select(static run => run())], [.. group.Select(static members => members.Length)], options.PartBytes);
        kept.Keep(key, entry, files);
        return (entry, files);
    }
}
