using ReportArchive.Search.Format;

namespace ReportArchive.Search;

/// <summary>An index that several machines wrote together, each its share of the segments: all that they write apart is the manifest.</summary>
public static class SearchIndexParts
{
    /// <summary>The manifest of the whole index.</summary>
    /// <param name="manifests">That of each machine's segments, in the order of the machines; those without segments have none.</param>
    /// <exception cref="SearchIndexException">One of them is none, or one of another format.</exception>
    public static byte[] Merge(IEnumerable<ReadOnlyMemory<byte>> manifests)
    {
        List<SearchManifest> parts = [.. manifests.Select(SearchManifest.Read)];
        // Segments were dealt out in turn.
        var segments = Enumerable.Range(0, parts.Max(static part => part.Segments.Length))
            .SelectMany(turn => parts.Where(part => turn < part.Segments.Length).Select(part => part.Segments[turn]));
        return (parts[0] with { Segments = [.. segments] }).ToBytes();
    }
}
