using System.Text.Json;
using ReportArchive.Search.Text;

namespace ReportArchive.Benchmarks.Search;

/// <summary>What is right: all text is read, block by block, and each phrase looked for in it.</summary>
internal sealed class PlainTruth
{
    private readonly Dictionary<string, HashSet<string>> _reports = new(StringComparer.Ordinal);
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);

    private PlainTruth(IEnumerable<KnownQuery> queries)
    {
        foreach (var query in queries)
            _known[query.Text] = new HashSet<string>(query.Ids, StringComparer.Ordinal);
    }

    /// <summary>Scans all reports for the phrases of all queries.</summary>
    public PlainTruth(SearchCorpus corpus, IEnumerable<BenchmarkQuery> queries)
    {
        foreach (var phrase in queries.SelectMany(static query => query.All.Concat(query.None)))
            _reports.TryAdd(phrase, new HashSet<string>(StringComparer.Ordinal));
        foreach (var document in corpus)
        {
            var id = document.Id.ToString();
            var text = string.Join('\n', document.Blocks.Select(static block => TextFolding.Fold(block.Text)).Prepend(TextFolding.Fold(document.Title)));
            RawBytes += System.Text.Encoding.UTF8.GetByteCount(document.Title) + document.Blocks.Sum(static block => (long)System.Text.Encoding.UTF8.GetByteCount(block.Text));
            _all.Add(id);
            foreach (var (phrase, reports) in _reports)
            {
                if (text.Contains(phrase, StringComparison.Ordinal))
                    reports.Add(id);
            }
        }
    }

    /// <summary>Reads queries and what is right of each, as <see cref="Write"/> wrote them.</summary>
    public static (List<BenchmarkQuery> Queries, PlainTruth Truth) Read(string file)
    {
        var known = JsonSerializer.Deserialize<List<KnownQuery>>(File.ReadAllBytes(file))!;
        return ([.. known.Select(static query => new BenchmarkQuery(query.Class, query.Text, query.All, []))], new PlainTruth(known));
    }

    /// <summary>Writes queries and what is right of each.</summary>
    public void Write(IEnumerable<BenchmarkQuery> queries, string file) =>
        File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(queries.Select(query => new KnownQuery(query.Class, query.Text, query.All, [.. Of(query).Order(StringComparer.Ordinal)]))));

    /// <summary>UTF-8 bytes of all titles and texts; 0 where they were not read.</summary>
    public long RawBytes { get; }

    /// <summary>Ids of the reports a query should find.</summary>
    public HashSet<string> Of(BenchmarkQuery query)
    {
        if (_known.TryGetValue(query.Text, out var known))
            return known;
        var found = new HashSet<string>(_all, StringComparer.Ordinal);
        foreach (var phrase in query.All)
            found.IntersectWith(_reports[phrase]);
        foreach (var phrase in query.None)
            found.ExceptWith(_reports[phrase]);
        return found;
    }

    /// <summary>A query and the ids of the reports it should find.</summary>
    private sealed record KnownQuery(string Class, string Text, string[] All, string[] Ids);
}
