using Microsoft.Playwright;

namespace ReportArchive.Benchmarks.Search;

/// <summary>What one query cost and gave.</summary>
/// <param name="Query">The query.</param>
/// <param name="Total">Number of reports it said.</param>
/// <param name="Exact">Whether it said that number is exact.</param>
/// <param name="Titles">Milliseconds to the first ranked titles.</param>
/// <param name="Trips">Dependent round trips to these.</param>
/// <param name="Deepest">Dependent round trips in all.</param>
/// <param name="Done">Milliseconds to the sentences of the first ten.</param>
/// <param name="Cpu">Milliseconds of the page's main thread.</param>
/// <param name="Bytes">Bytes over the wire.</param>
/// <param name="Requests">Requests.</param>
/// <param name="Hits">The sentences shown.</param>
/// <param name="Ids">The reports found.</param>
internal sealed record QueryCost(
    BenchmarkQuery Query, int Total, bool Exact, double Titles, int Trips, int Deepest, double Done, double Cpu, long Bytes, int Requests, string[] Hits, string[] Ids);

/// <summary>Asks queries in a real browser.</summary>
internal sealed class BrowserRun(IPlaywright playwright, IBrowser browser, IPage page, ICDPSession session, CountingHost host) : IAsyncDisposable
{
    private static readonly string[] Switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Opens a page of the host.</summary>
    public static async Task<BrowserRun> OpenAsync(CountingHost host, string path)
    {
        var playwright = await Playwright.CreateAsync();
        var program = Environment.GetEnvironmentVariable("CHROMIUM") ?? (File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null);
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Switches });
        var page = await browser.NewPageAsync(new() { IgnoreHTTPSErrors = true });
        page.SetDefaultTimeout(600_000);
        var session = await page.Context.NewCDPSessionAsync(page);
        // Time of the thread itself, not of the clock: other programs may want the processor too.
        await session.SendAsync("Performance.setTimeDomain", new() { ["timeDomain"] = "threadTicks" });
        await session.SendAsync("Performance.enable");
        var run = new BrowserRun(playwright, browser, page, session, host);
        await run.ReloadAsync(path);
        return run;
    }

    /// <summary>Loads the page anew: nothing of before is remembered.</summary>
    public async Task ReloadAsync(string path)
    {
        await page.GotoAsync(new Uri(host.Address, path).AbsoluteUri);
        await page.WaitForFunctionAsync("window.ready");
    }

    /// <summary>Asks a query and takes its costs.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cold">Whether nothing of earlier queries may be used.</param>
    /// <param name="withPage">Whether what was counted before, when the page was loaded, is of its costs too.</param>
    public async Task<QueryCost> AskAsync(BenchmarkQuery query, bool cold, bool withPage = false)
    {
        if (!withPage)
            host.Take();
        var before = await CpuAsync();
        var answer = (await page.EvaluateAsync("([query, cold]) => window.ask(query, cold)", new object[] { query.Text, cold }))!.Value;
        var cpu = await CpuAsync() - before;
        var (bytes, requests) = host.Take();
        var ids = await page.EvaluateAsync<string[]>("window.found()");
        return new QueryCost(
            query,
            answer.GetProperty("total").GetInt32(),
            answer.GetProperty("exact").GetBoolean(),
            answer.GetProperty("titles").GetDouble(),
            answer.GetProperty("trips").GetInt32(),
            answer.GetProperty("deepest").GetInt32(),
            answer.GetProperty("done").GetDouble(),
            cpu,
            bytes,
            requests,
            [.. answer.GetProperty("hits").EnumerateArray().Select(static hit => hit.GetString()!)],
            ids);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private async Task<double> CpuAsync()
    {
        var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        return 1000 * metrics.EnumerateArray().First(static metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }
}
