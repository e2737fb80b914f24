using System.Diagnostics;
using ReportArchive.Cli;
using ReportArchive.Search;
using ReportArchive.Search.Text;

namespace ReportArchive.Benchmarks.Search;

/// <summary>
/// The search index as its readers meet it: built, published to a host that counts every byte, asked some six hundred queries in
/// Chromium, each answer held against a plain scan of all text. Prints the rows of the table in <c>.github/search.md</c>.
/// </summary>
internal static class SearchProgram
{
    /// <summary>Queries of a visit after which the next one begins cold.</summary>
    private const int Visit = 12;

    private static readonly string Modules = Path.Combine(Repository.Root, "theme", "assets", "search");
    private static readonly string Pages = Path.Combine(Repository.Root, "tests", "ReportArchive.Benchmarks", "Search");

    public static async Task<int> RunAsync(string[] args)
    {
        if (Option(args, "--ask") is { } written)
        {
            var (known, right) = PlainTruth.Read(Path.Combine(written, "queries.json"));
            await AskAsync(written, known, right, IndexLayout.Range, int.MaxValue);
            return 0;
        }
        var reports = Option(args, "--reports") is { } number ? int.Parse(number) : 0;
        var layout = args.Contains("--chunks", StringComparer.Ordinal) ? IndexLayout.Chunks : IndexLayout.Range;
        var options = new SearchIndexOptions(layout);
        if (Option(args, "--verify") is { } verify)
            options = options with { Verify = int.Parse(verify) };
        if (Option(args, "--segment") is { } segment)
            options = options with { SegmentReports = int.Parse(segment) };
        var corpus = reports == 0 ? SearchCorpus.Real() : SearchCorpus.Generated(reports);
        var every = Option(args, "--every") is { } few ? int.Parse(few) : 1;
        List<BenchmarkQuery> queries = [.. new SearchQueries(corpus).Draw().Where((_, number) => number % every == 0)];
        var truth = new PlainTruth(corpus, queries);
        Say("corpus", $"{corpus.Count} reports, {truth.RawBytes / 1e6:f1} MB of text, {queries.Count} queries, {queries.Count(query => truth.Of(query).Count == 0)} of which find nothing");
        if (Option(args, "--write") is { } kept)
        {
            // The index of a site that was built of the same reports can be asked too: then only the queries are wanted.
            Directory.CreateDirectory(kept);
            if (!args.Contains("--queries-only", StringComparer.Ordinal))
                Build(corpus, options, truth.RawBytes, Path.Combine(kept, "search"));
            truth.Write(queries, Path.Combine(kept, "queries.json"));
            return 0;
        }
        var folder = Directory.CreateTempSubdirectory("search-benchmark-").FullName;
        try
        {
            Build(corpus, options, truth.RawBytes, Path.Combine(folder, "search"));
            await AskAsync(folder, queries, truth, layout, corpus.Count);
            if (Option(args, "--pagefind") is { } pagefind)
                await PagefindRun.RunAsync(pagefind, corpus, queries, truth, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    /// <summary>Prints a row.</summary>
    public static void Say(string what, FormattableString value) => Console.WriteLine($"| {what} | {FormattableString.Invariant(value)} |");

    /// <summary>Prints recall, precision and costs.</summary>
    public static void SayCosts(string how, List<QueryCost> costs)
    {
        Say($"{how}: bytes p50 / p95", $"{At(costs, 0.5, static cost => cost.Bytes) / 1000:f1} / {At(costs, 0.95, static cost => cost.Bytes) / 1000:f1} KB");
        Say($"{how}: requests p50 / p95", $"{At(costs, 0.5, static cost => cost.Requests):f0} / {At(costs, 0.95, static cost => cost.Requests):f0}");
        Say($"{how}: main thread p50 / p95", $"{At(costs, 0.5, static cost => cost.Cpu):f1} / {At(costs, 0.95, static cost => cost.Cpu):f1} ms");
        Say($"{how}: to sentences p50 / p95", $"{At(costs, 0.5, static cost => cost.Done):f0} / {At(costs, 0.95, static cost => cost.Done):f0} ms");
    }

    /// <summary>Prints how many of the answers are right.</summary>
    public static void SayRight(string how, List<QueryCost> costs, PlainTruth truth)
    {
        var (found, right, wanted, wrong, ghosts) = (0L, 0L, 0L, 0, 0);
        foreach (var cost in costs)
        {
            var expected = truth.Of(cost.Query);
            var good = cost.Ids.Count(expected.Contains);
            (found, right, wanted) = (found + cost.Ids.Length, right + good, wanted + expected.Count);
            wrong += good == cost.Ids.Length && good == expected.Count && (!cost.Exact || cost.Total == good) ? 0 : 1;
            ghosts += expected.Count == 0 && cost.Ids.Length > 0 ? 1 : 0;
        }
        Say($"{how}: recall / precision by report", $"{(double)right / Math.Max(1, wanted):f4} / {(double)right / Math.Max(1, found):f4}");
        Say($"{how}: queries answered wrongly", $"{wrong} of {costs.Count}, {ghosts} of them find what is nowhere");
        Say($"{how}: totals not verified (约)", $"{costs.Count(static cost => !cost.Exact)}");
    }

    private static void Build(SearchCorpus corpus, SearchIndexOptions options, long rawBytes, string folder)
    {
        var (size, text, files) = (0L, 0L, 0);
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var writing = TimeSpan.Zero;
        foreach (var file in SearchIndexWriter.Write(corpus, [], options, scratch: static () => new TemporaryFile()))
        {
            var clock = Stopwatch.StartNew();
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var stream = File.Create(path))
            {
                foreach (var piece in file.Pieces())
                    stream.Write(piece.Span);
            }
            writing += clock.Elapsed;
            size += file.Length;
            text += file.Path.Contains("/text-", StringComparison.Ordinal) ? file.Length : 0;
            files++;
        }
        process.Refresh();
        var cpu = process.TotalProcessorTime - before;
        Say($"index ({options.Layout.ToString().ToLowerInvariant()})", $"{size / 1e6:f2} MB in {files} files: {100.0 * (size - text) / rawBytes:f1}% of the raw text without text blocks, {100.0 * text / rawBytes:f1}% text");
        Say("building it", $"{cpu.TotalMilliseconds / corpus.Count:f2} ms CPU a report{(corpus.Count > SearchCorpus.Held ? ", making the report twice included" : "")}, {process.PeakWorkingSet64 / 1e6:f0} MB peak of the whole process");
    }

    private static async Task AskAsync(string folder, List<BenchmarkQuery> queries, PlainTruth truth, IndexLayout layout, int reports)
    {
        await AskAsync(folder, queries, truth, layout, reports, HostProtocol.Http2);
        await AskAsync(folder, queries, truth, layout, reports, HostProtocol.Http1);
    }

    private static async Task AskAsync(string folder, List<BenchmarkQuery> queries, PlainTruth truth, IndexLayout layout, int reports, HostProtocol protocol)
    {
        await using var host = await CountingHost.StartAsync(
            path => path == "/" ? Path.Combine(Pages, "search.html")
                : path.StartsWith("/modules/", StringComparison.Ordinal) ? Path.Combine(Modules, path["/modules/".Length..])
                : Path.Combine(folder, path.TrimStart('/')),
            protocol);
        host.Ranges = layout == IndexLayout.Range;
        var name = $"{(protocol == HostProtocol.Http2 ? "HTTP/2" : "HTTP/1.1")}, {(host.Ranges ? "Range" : "no Range, chunks")}";
        await using var run = await BrowserRun.OpenAsync(host, "/");
        foreach (var query in queries.Take(Visit))
            await run.AskAsync(query, cold: true); // The first calls compile the modules.

        var cold = await AskAllAsync(run, queries, static _ => true);
        SayRight(name, cold, truth);
        SayCosts($"{name}, cold", cold);
        SayCosts($"{name}, next in a visit", [.. (await AskAllAsync(run, Shuffled(queries), static number => number % Visit == 0)).Where(static (_, number) => number % Visit != 0)]);

        host.Latency = TimeSpan.FromMilliseconds(100);
        var slow = await AskAllAsync(run, [.. Shuffled(queries).Take(60)], static _ => true);
        Say($"{name}, 100 ms latency, cold: round trips to titles, in all p50 / p95", $"{At(slow, 0.5, static cost => cost.Trips):f0} / {At(slow, 0.95, static cost => cost.Trips):f0}, {At(slow, 0.5, static cost => cost.Deepest):f0} / {At(slow, 0.95, static cost => cost.Deepest):f0}");
        Say($"{name}, 100 ms latency, cold: titles, sentences p50", $"{At(slow, 0.5, static cost => cost.Titles):f0}, {At(slow, 0.5, static cost => cost.Done):f0} ms");
        host.Latency = TimeSpan.Zero;
        if (protocol == HostProtocol.Http1)
            return;
        SaySentences(name, cold);
        SayClasses(cold, truth);
        if (!host.Ranges || reports > 1000)
            return;
        host.Ranges = false;
        var whole = await AskAllAsync(run, [.. Shuffled(queries).Take(100)], static _ => true);
        SayRight("no Range, whole files", whole, truth);
        SayCosts("no Range, whole files, cold", whole);
    }

    private static async Task<List<QueryCost>> AskAllAsync(BrowserRun run, List<BenchmarkQuery> queries, Func<int, bool> cold)
    {
        var costs = new List<QueryCost>();
        for (var i = 0; i < queries.Count; i++)
            costs.Add(await run.AskAsync(queries[i], cold(i)));
        return costs;
    }

    private static void SaySentences(string how, List<QueryCost> costs)
    {
        var sentences = costs.SelectMany(static cost => cost.Hits.Select(hit => (cost.Query, Text: TextFolding.Fold(hit)))).ToList();
        var holding = sentences.Count(static sentence => Array.Exists(sentence.Query.All, phrase => sentence.Text.Contains(phrase, StringComparison.Ordinal)));
        Say($"{how}: sentences shown that hold a phrase", $"{holding} of {sentences.Count}");
    }

    private static void SayClasses(List<QueryCost> costs, PlainTruth truth)
    {
        foreach (var group in costs.GroupBy(static cost => cost.Query.Class, StringComparer.Ordinal))
        {
            List<QueryCost> own = [.. group];
            Say($"class {group.Key}", $"{own.Count} queries, {At(own, 0.5, cost => truth.Of(cost.Query).Count):f0} reports, {At(own, 0.5, static cost => cost.Bytes) / 1000:f1} / {At(own, 0.95, static cost => cost.Bytes) / 1000:f1} KB");
        }
    }

    private static List<BenchmarkQuery> Shuffled(List<BenchmarkQuery> queries)
    {
        BenchmarkQuery[] shuffled = [.. queries];
        new Random(5).Shuffle(shuffled);
        return [.. shuffled];
    }

    private static double At(List<QueryCost> costs, double share, Func<QueryCost, double> figure) =>
        costs.Count == 0 ? 0 : costs.Select(figure).Order().ElementAt((int)Math.Min(costs.Count - 1, share * costs.Count));

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
