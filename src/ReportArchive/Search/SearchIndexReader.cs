using System.Collections.Immutable;
using ReportArchive.Search.Format;
using ReportArchive.Search.Query;
using ReportArchive.Search.Reading;
using ReportArchive.Search.Text;

namespace ReportArchive.Search;

/// <summary>
/// Answers queries from the files of an index, the very ones the browser reads and as it reads them;
/// <c>theme/assets/search/index.js</c> is its twin. Not for several threads at once.
/// </summary>
public sealed class SearchIndexReader
{
    private readonly ImmutableArray<SegmentReader> _segments;
    private readonly Lazy<ImmutableArray<ImmutableArray<string>>> _concepts;

    /// <summary>Opens an index: reads its manifest.</summary>
    /// <exception cref="SearchIndexException">There is none, or it is of another version.</exception>
    public SearchIndexReader(IndexBytes bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var manifest = SearchManifest.Read(bytes(SearchManifest.Path, 0, -1));
        var metas = new Lazy<SegmentMeta[]>(() => SegmentMeta.Read(bytes(manifest.Meta, 0, -1), [.. manifest.Segments.Select(static entry => entry.Reports)]));
        _segments = [.. manifest.Segments.Select((entry, i) => new SegmentReader(entry, manifest.Tables[entry.Tables], new Lazy<SegmentMeta>(() => metas.Value[i]), manifest.PartBytes, bytes))];
        _concepts = new Lazy<ImmutableArray<ImmutableArray<string>>>(() => ConceptNames.Read(bytes(manifest.ConceptFile, 0, -1)));
    }

    /// <summary>Number of reports in the index.</summary>
    public int Reports => _segments.Sum(static segment => segment.Entry.Reports);

    /// <summary>Answers a query; see <see cref="QueryParser"/> for the language.</summary>
    /// <exception cref="SearchIndexException">A file is missing or damaged.</exception>
    public SearchAnswer Search(string query, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        var parsed = QueryParser.Parse(query);
        var resolved = new QueryResolver(_segments, _concepts, options.Exact).Resolve(parsed);
        SegmentRun[] runs = resolved.IsEmpty ? [] : [.. _segments.Select(segment => SegmentRun.Answer(segment, resolved))];
        var ranking = new Ranking(resolved, runs);
        var found = runs.SelectMany(static (run, segment) => run.Reports.Select(report => (segment, report)));
        var ranked = ranking.Order(found, options.Order);
        if (options.Order == SearchOrder.Relevance)
        {
            // However many sentences are asked for, the order is the same.
            var ranker = new HitReader(resolved, HitReader.Ranked);
            ranking.Refine(ranked, item => ranker.Read(runs[item.Segment], item.Report));
        }
        var hits = new HitReader(resolved, options.HitsPerReport);
        var page = ranked.Skip(options.Offset).Take(options.Limit == 0 ? int.MaxValue : options.Limit);
        var results = page.Select(item => Result(runs[item.Segment], item, hits)).ToImmutableArray();
        return new SearchAnswer(query, ranked.Count, Exact: true, results, resolved.Also, HasVariants(results, resolved), resolved.Unknown, parsed.Shortened);
    }

    private static SearchResult Result(SegmentRun run, Ranked item, HitReader hits)
    {
        var meta = run.Segment.Meta;
        return new SearchResult(
            meta.IdOf(item.Report), meta.UrlOf(item.Report), meta.TitleOf(item.Report), [.. meta.PlaceOf(item.Report).Path],
            meta.Years[item.Report], meta.Kinds[item.Report], run.Text(item.Report).Date, item.Score, hits.Choose(hits.Read(run, item.Report)));
    }

    /// <summary>Whether a marked hit is written otherwise than all phrases are.</summary>
    private static bool HasVariants(ImmutableArray<SearchResult> results, ResolvedQuery query)
    {
        if (query.Exact)
            return false;
        var phrases = query.Positive.SelectMany(static clause => clause.Clause.Phrases).ToList();
        return results.SelectMany(static result => result.Hits)
            .SelectMany(static hit => hit.Marks.Select(mark => TextFolding.Fold(mark.Of(hit.Text).ToString(), variants: false)))
            .Any(text => !phrases.Exists(phrase => text.Contains(phrase.Exact, StringComparison.Ordinal)));
    }
}
