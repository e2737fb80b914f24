using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace ReportArchive.Benchmarks.Search;

/// <summary>Pagefind on the same reports, queries, host and browser.</summary>
internal static class PagefindRun
{
    /// <summary>Cold queries: each loads the page anew.</summary>
    private const int Cold = 60;

    private static readonly string Page = Path.Combine(Repository.Root, "tests", "ReportArchive.Benchmarks", "Search", "pagefind.html");

    /// <summary>Builds its index and asks it; it has no "not", so those queries are left out.</summary>
    /// <param name="program">Path of the Pagefind program.</param>
    /// <param name="corpus">The reports.</param>
    /// <param name="queries">The queries.</param>
    /// <param name="truth">What is right.</param>
    /// <param name="folder">A folder to write to.</param>
    public static async Task RunAsync(string program, SearchCorpus corpus, List<BenchmarkQuery> queries, PlainTruth truth, string folder)
    {
        var site = Path.Combine(folder, "site");
        WritePages(corpus, site);
        await BuildAsync(program, site, corpus.Count);
        var ids = ReadIds(Path.Combine(site, "pagefind", "fragment"));
        await using var host = await CountingHost.StartAsync(path => path == "/" ? Page : Path.Combine(site, path.TrimStart('/')), HostProtocol.Http2);
        await using var run = await BrowserRun.OpenAsync(host, "/");
        List<BenchmarkQuery> asked = [.. queries.Where(static query => query.None.Length == 0)];
        var cold = new List<QueryCost>();
        foreach (var query in asked.Where((_, number) => number % Math.Max(1, asked.Count / Cold) == 0))
        {
            host.Take();
            await run.ReloadAsync("/");
            cold.Add(await run.AskAsync(query, cold: true, withPage: true));
        }
        var warm = new List<QueryCost>();
        foreach (var query in asked)
            warm.Add(await run.AskAsync(query, cold: false));
        warm = [.. warm.Select(cost => cost with { Ids = [.. cost.Ids.Select(id => ids[id])] })];
        SearchProgram.SayRight("Pagefind", warm, truth);
        SearchProgram.SayCosts("Pagefind, cold", cold);
        SearchProgram.SayCosts("Pagefind, next in a visit", warm);
    }

    private static void WritePages(SearchCorpus corpus, string site)
    {
        foreach (var document in corpus)
        {
            var file = Path.Combine(site, document.Url.Trim('/'), "index.html");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var html = new StringBuilder("<!DOCTYPE html><html lang=\"zh\"><meta charset=\"utf-8\"><title>").Append(WebUtility.HtmlEncode(document.Title)).Append("</title><main><h1>").Append(WebUtility.HtmlEncode(document.Title)).Append("</h1>");
            foreach (var block in document.Blocks)
                html.Append(block.IsHeading ? "<h2>" : "<p>").Append(WebUtility.HtmlEncode(block.Text)).Append(block.IsHeading ? "</h2>" : "</p>");
            File.WriteAllText(file, html.Append("</main></html>").ToString());
        }
    }

    private static async Task BuildAsync(string program, string site, int reports)
    {
        using var process = Process.Start(new ProcessStartInfo(program, ["--site", site]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        _ = process.StandardOutput.ReadToEndAsync();
        var (peak, cpu) = (0L, TimeSpan.Zero);
        while (!process.HasExited)
        {
            try
            {
                process.Refresh();
                (peak, cpu) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                break;
            }
            await Task.Delay(20);
        }
        await process.WaitForExitAsync();
        var size = Directory.EnumerateFiles(Path.Combine(site, "pagefind"), "*", SearchOption.AllDirectories).Sum(static file => new FileInfo(file).Length);
        SearchProgram.Say("Pagefind: index", $"{size / 1e6:f2} MB");
        SearchProgram.Say("Pagefind: building it", $"{cpu.TotalMilliseconds / reports:f1} ms CPU a report, {peak / 1e6:f0} MB peak");
    }

    /// <summary>Its results are named by fragments; each says which page it is of.</summary>
    private static Dictionary<string, string> ReadIds(string folder)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            gzip.CopyTo(bytes);
            // Twelve bytes of its own come before the JSON.
            using var json = JsonDocument.Parse(bytes.ToArray().AsMemory(12));
            ids[Path.GetFileNameWithoutExtension(file)] = json.RootElement.GetProperty("url").GetString()!.Trim('/')["r/".Length..];
        }
        return ids;
    }
}
