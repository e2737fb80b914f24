using System.Collections.Immutable;
using System.Security.Cryptography;
using ReportArchive.Search.Format;
using ReportArchive.Search.Writing;

namespace ReportArchive.Search;

/// <summary>
/// Writes the search index: files that a static host serves and that answer, in a few small reads, which reports hold a phrase.
/// The bytes and the reasons for them are described in <c>.github/search.md</c>.
/// </summary>
public static class SearchIndexWriter
{
    /// <summary>Texts that the tokens are learnt from are taken from about this many reports.</summary>
    private const int SampledReports = 40;

    /// <summary>And about so many units of these: a small archive cannot wait for more, and gains little by it.</summary>
    private const int SampledUnits = 64_000;

    /// <summary>Aliases stand in the manifest up to this many bytes; beyond, a reader fetches the file of concepts.</summary>
    private const int AliasBytes = 12 << 10;

    /// <summary>
    /// Writes the index of some reports. The list is read twice from start to end and may make its reports anew each time;
    /// a segment's worth of what is derived from them is held in memory, never all.
    /// </summary>
    /// <returns>The files, those of one segment after the other, the manifest last.</returns>
    public static IEnumerable<IndexFile> Write(IReadOnlyList<SearchDocument> documents, IReadOnlyList<SearchConcept> concepts, SearchIndexOptions options)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(concepts);
        ArgumentNullException.ThrowIfNull(options);
        return WriteFiles(documents, concepts, options);
    }

    private static IEnumerable<IndexFile> WriteFiles(IReadOnlyList<SearchDocument> documents, IReadOnlyList<SearchConcept> concepts, SearchIndexOptions options)
    {
        var (order, sample) = FirstPass(documents);
        var tokens = TokenTrainer.Train(documents.Count < 100 ? Thin(sample) : sample, documents.Count < 100 ? 512 : documents.Count < 4000 ? 1024 : 2048);
        var tokensFile = Named("tokens", tokens.ToBytes());
        yield return tokensFile;
        var segments = ImmutableArray.CreateBuilder<SegmentEntry>();
        foreach (var run in Runs(order.Length, options.SegmentReports))
        {
            var builder = new SegmentBuilder(run.Count, tokens, tokensFile.Path, options);
            for (var i = 0; i < run.Count; i++)
                builder.Take(documents[order[run.First + i].Index]);
            var (entry, files) = builder.Finish();
            segments.Add(entry);
            foreach (var file in files)
                yield return file;
        }
        var names = ConceptNames.Of(concepts);
        var conceptFile = Named("concepts", ConceptNames.Write(names));
        yield return conceptFile;
        var manifest = new SearchManifest(options.Layout, options.PartBytes, segments.ToImmutable(), conceptFile.Path, Aliases(names));
        yield return new IndexFile(SearchManifest.Path, manifest.ToBytes());
    }

    private static (DocumentOrder[] Order, List<string> Sample) FirstPass(IReadOnlyList<SearchDocument> documents)
    {
        var order = new DocumentOrder[documents.Count];
        var sample = new List<string>();
        var every = Math.Max(1, documents.Count / SampledReports);
        for (var i = 0; i < documents.Count; i++)
        {
            var document = documents[i];
            order[i] = DocumentOrder.Of(document, i);
            if (i % every == 0)
                sample.AddRange(document.Blocks.Select(static block => block.Text));
        }
        Array.Sort(order);
        return (order, sample);
    }

    /// <summary>Every so many-th of the texts.</summary>
    private static List<string> Thin(List<string> texts)
    {
        var every = 1 + (texts.Sum(static text => text.Length) / SampledUnits);
        return [.. texts.Where((_, i) => i % every == 0)];
    }

    /// <summary>Segments of about equal size, none over the limit.</summary>
    private static IEnumerable<(int First, int Count)> Runs(int reports, int limit)
    {
        var segments = Math.Max(1, (reports + limit - 1) / limit);
        for (var i = 0; i < segments; i++)
        {
            var (first, end) = ((int)((long)reports * i / segments), (int)((long)reports * (i + 1) / segments));
            yield return (first, end - first);
        }
    }

    private static ImmutableArray<ImmutableArray<string>>? Aliases(ImmutableArray<ImmutableArray<string>> names)
    {
        ImmutableArray<ImmutableArray<string>> aliases = [.. names.Where(static concept => concept.Length > 2)];
        return aliases.Sum(static concept => concept.Sum(static name => name.Length + 1)) * 3 <= AliasBytes ? aliases : null;
    }

    private static IndexFile Named(string name, byte[] bytes) =>
        new($"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}/{name}.bin", bytes);
}
