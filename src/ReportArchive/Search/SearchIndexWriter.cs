using System.Collections.Immutable;
using ReportArchive.Search.Format;
using ReportArchive.Search.Writing;
using ReportArchive.Sharding;

namespace ReportArchive.Search;

/// <summary>
/// Writes the search index: files that a static host serves and that answer, in a few small reads, which reports hold a phrase.
/// The bytes and the reasons for them are described in <c>.github/search.md</c>.
/// </summary>
public static class SearchIndexWriter
{
    /// <summary>Aliases stand in the manifest up to this many bytes; beyond, a reader fetches the file of concepts.</summary>
    private const int AliasBytes = 12 << 10;

    /// <summary>
    /// Writes the index of some reports. The list is read from start to end, and then twice the reports of each segment that is not kept;
    /// it may make its reports anew each time. A segment's worth of what is derived from them is held in memory, never all.
    /// </summary>
    /// <param name="documents">The reports, in any order.</param>
    /// <param name="concepts">All concepts.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cache">Where segments are kept from build to build, if anywhere.</param>
    /// <param name="shard">Whose segments are written, the manifest naming no other, and no tables; see <see cref="SearchIndexParts"/>. All where it is none.</param>
    /// <param name="scratch">Makes the files that segments and tables are made in; in memory where it is none.</param>
    /// <returns>The files, those of one segment after the other and then of their tables, the manifest last. Each is to be read before the next is asked for.</returns>
    public static IEnumerable<IndexFile> Write(
        IReadOnlyList<SearchDocument> documents, IReadOnlyList<SearchConcept> concepts, SearchIndexOptions options, SegmentCache? cache = null, Shard? shard = null,
        Func<IScratchFile>? scratch = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(concepts);
        ArgumentNullException.ThrowIfNull(options);
        return WriteFiles(documents, concepts, options, cache, shard ?? Shard.Whole, scratch ?? (static () => new MemoryScratch()));
    }

    /// <summary>How many segments an index of some reports has, for those who share the work: 1 or more.</summary>
    /// <param name="documents">The reports, whose texts may be left out.</param>
    /// <param name="options">What is asked for.</param>
    public static int CountSegments(IEnumerable<SearchDocument> documents, SearchIndexOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        DocumentOrder[] order = [.. documents.Select(DocumentOrder.Of).Order()];
        return SegmentDivision.Divide(order, options).Sum(static group => group.Count);
    }

    private static IEnumerable<IndexFile> WriteFiles(
        IReadOnlyList<SearchDocument> documents, IReadOnlyList<SearchConcept> concepts, SearchIndexOptions options, SegmentCache? cache, Shard shard, Func<IScratchFile> scratch)
    {
        var (order, fingerprints, tokens) = FirstPass(documents, withFingerprints: cache is not null);
        var tokensFile = IndexFile.Named("tokens", tokens.ToBytes());
        if (shard.Number == 1)
            yield return tokensFile;
        var groups = SegmentDivision.Divide(order, options).ToList();
        var made = new SegmentGroups(documents, fingerprints, tokens, tokensFile.Path, options.For(groups.Sum(static group => group.Count)), new KeptSegments(cache), shard, scratch);
        foreach (var file in groups.SelectMany(made.Write))
            yield return file;
        var names = ConceptNames.Of(concepts);
        var conceptFile = IndexFile.Named("concepts", ConceptNames.Write(names));
        if (shard.Number == 1)
            yield return conceptFile;
        var meta = shard.IsWhole ? MetaFile.Write(made.Metas) : null;
        if (meta is not null)
            yield return meta;
        var manifest = new SearchManifest(options.Layout, options.PartBytes, [.. made.Tables], [.. made.Segments], meta?.Path ?? "", conceptFile.Path, Aliases(names));
        yield return IndexFile.Of(SearchManifest.Path, manifest.ToBytes());
    }

    private static (DocumentOrder[] Order, byte[][] Fingerprints, TextTokens Tokens) FirstPass(IReadOnlyList<SearchDocument> documents, bool withFingerprints)
    {
        var order = new DocumentOrder[documents.Count];
        var fingerprints = new byte[documents.Count][];
        var sample = new TokenSample(documents.Count);
        for (var i = 0; i < documents.Count; i++)
        {
            var document = documents[i];
            order[i] = DocumentOrder.Of(document, i);
            fingerprints[i] = withFingerprints ? SegmentKey.Fingerprint(document) : [];
            sample.Offer(document);
        }
        Array.Sort(order);
        return (order, fingerprints, sample.Train());
    }

    private static ImmutableArray<ImmutableArray<string>>? Aliases(ImmutableArray<ImmutableArray<string>> names)
    {
        ImmutableArray<ImmutableArray<string>> aliases = [.. names.Where(static concept => concept.Length > 2)];
        return aliases.Sum(static concept => concept.Sum(static name => name.Length + 1)) * 3 <= AliasBytes ? aliases : null;
    }
}
