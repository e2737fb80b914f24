using ReportArchive.Search.Format;
using ReportArchive.Search.Writing;

namespace ReportArchive.Search;

/// <summary>An index that several machines wrote together, each its share of the segments. The tables are made of what these bring to them.</summary>
public static class SearchIndexParts
{
    /// <summary>Whether a file is of use to <see cref="Merge"/> alone, and no part of an index.</summary>
    /// <param name="path">Path below <c>search/</c>.</param>
    public static bool IsPassing(string path) =>
        path == SearchManifest.Path || SegmentFiles.Passing.Any(file => path.Contains($"/{SegmentFiles.Name(file)}-", StringComparison.Ordinal));

    /// <summary>The files that the whole index has beyond those of its parts: tables, and the manifest last.</summary>
    /// <param name="manifests">That of each machine's segments, in the order of the machines; those without segments have none.</param>
    /// <param name="open">Opens a file of the parts by its path below <c>search/</c>.</param>
    /// <param name="scratch">Makes the files that tables are made in.</param>
    /// <returns>The files; each is to be read before the next is asked for.</returns>
    /// <exception cref="SearchIndexException">One of them is none, or one of another format, or a file is damaged.</exception>
    public static IEnumerable<IndexFile> Merge(IEnumerable<ReadOnlyMemory<byte>> manifests, Func<string, IndexFile> open, Func<IScratchFile> scratch)
    {
        List<SearchManifest> parts = [.. manifests.Select(SearchManifest.Read)];
        var whole = parts[0];
        if (whole.Tables.Length == 0)
        {
            // Segments were dealt out in turn.
            List<SegmentEntry> segments = [.. Enumerable.Range(0, parts.Max(static part => part.Segments.Length))
                .SelectMany(turn => parts.Where(part => turn < part.Segments.Length).Select(part => part.Segments[turn]))];
            whole = whole with { Segments = [.. segments.Select(static segment => segment.Published())] };
            List<BuiltSegment> built = [.. segments.Select(entry => BuiltSegment.Read(entry, whole.PartBytes, open))];
            var meta = MetaFile.Write(built.Select(static segment => (ReadOnlyMemory<byte>)segment.Meta));
            yield return meta;
            whole = whole with { Meta = meta.Path };
            foreach (var group in built.GroupBy(static segment => segment.Entry.Tables))
            {
                using var made = new ScratchFiles(scratch);
                var (tables, files) = TableBuilder.Build([.. group.Select(static segment => segment.Run)], [.. group.Select(static segment => segment.Entry.Reports)], whole.PartBytes, made);
                whole = whole with { Tables = whole.Tables.Add(tables) };
                foreach (var file in files)
                    yield return file;
            }
        }
        yield return IndexFile.Of(SearchManifest.Path, whole.ToBytes());
    }
}
