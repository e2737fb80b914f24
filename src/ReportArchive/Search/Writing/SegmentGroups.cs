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
/// <param name="scratch">Makes the files that segments and tables are made in.</param>
internal sealed class SegmentGroups(
    IReadOnlyList<SearchDocument> documents, byte[][] fingerprints, TextTokens tokens, string tokensFile, SearchIndexOptions options, KeptSegments kept, Shard shard,
    Func<IScratchFile> scratch)
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
        using var files = new ScratchFiles(scratch);
        var runs = new List<TableRun>();
        for (var slot = 0; slot < group.Count; slot++)
        {
            if (!shard.HasInTurn(_turn++))
                continue;
            var segment = kept.Segment(keys[slot], withRuns: tables is null) ?? Build(keys[slot], group[slot], files);
            runs.Add(segment.Run);
            foreach (var file in Add(segment, number, slot))
                yield return file;
        }
        if (!shard.IsWhole)
            yield break;
        var (entry, made) = tables ?? BuildTables(key, runs, group, files);
        _tables.Add(entry);
        foreach (var file in made)
            yield return file;
    }

    private IEnumerable<IndexFile> Add(BuiltSegment segment, int tables, int slot)
    {
        var entry = segment.Entry with { Tables = tables, Slot = slot };
        _segments.Add(shard.IsWhole ? entry.Published() : entry);
        _metas.Add(segment.Meta);
        return shard.IsWhole ? segment.Published : segment.Files;
    }

    private BuiltSegment Build(string key, DocumentOrder[] members, ScratchFiles files)
    {
        var builder = new SegmentBuilder(members.Length, tokens, tokensFile, options, files);
        foreach (var report in members)
            builder.Take(documents[report.Index]);
        builder.WriteTables();
        foreach (var report in members)
            builder.TakeText(documents[report.Index]);
        return kept.Keep(key, builder.Finish(), files);
    }

    private (TablesEntry Entry, IReadOnlyList<IndexFile> Files) BuildTables(string key, List<TableRun> runs, IReadOnlyList<DocumentOrder[]> group, ScratchFiles files)
    {
        var (entry, made) = TableBuilder.Build(runs, [.. group.Select(static members => members.Length)], options.PartBytes, files);
        return kept.Keep(key, entry, made, files);
    }
}
