using System.Collections.Concurrent;
using System.Net;

namespace ReportArchive.Cli;

/// <summary>What became of a link that was followed.</summary>
/// <param name="IsDead">Whether it leads nowhere: the page is gone, or its host is.</param>
/// <param name="Reason">Why, in a few words; empty for one that works.</param>
internal readonly record struct LinkState(bool IsDead, string Reason);

/// <summary>
/// Follows links: gently, one at a time on a host, and fairly: a server that is busy, slow, or does not like programs is not
/// called dead, only one that says the page is gone or that cannot be found, twice.
/// </summary>
internal sealed class LinkProbe : IDisposable
{
    private const int HostsAtOnce = 8;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = true, MaxAutomaticRedirections = 10, AutomaticDecompression = DecompressionMethods.All })
    {
        Timeout = TimeSpan.FromSeconds(30),
        DefaultRequestHeaders = { { "User-Agent", "Mozilla/5.0 (compatible; report-archive link check)" }, { "Accept", "*/*" } },
    };

    /// <summary>Follows each address once.</summary>
    public async Task<IReadOnlyDictionary<Uri, LinkState>> FollowAsync(IEnumerable<Uri> urls, BuildStage stage, CancellationToken stop)
    {
        var hosts = urls.Distinct().GroupBy(static url => url.Authority, StringComparer.Ordinal).Select(static host => host.ToList()).ToList();
        stage.Expect(hosts.Sum(static host => host.Count));
        var states = new ConcurrentDictionary<Uri, LinkState>();
        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = stop }, async (host, cancel) =>
        {
            foreach (var url in host)
            {
                states[url] = await FollowAsync(url, cancel);
                stage.Advance();
            }
        });
        return states;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<LinkState> FollowAsync(Uri url, CancellationToken stop)
    {
        var state = await TryAsync(url, stop);
        if (!state.IsDead)
            return state;
        await Task.Delay(s_pause, stop);
        return await TryAsync(url, stop);
    }

    private async Task<LinkState> TryAsync(Uri url, CancellationToken stop)
    {
        try
        {
            // Not HEAD: many servers of offices answer it with an error. The body is not read.
            using var response = await _client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, stop);
            var isGone = response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone;
            return new LinkState(isGone, isGone ? $"{(int)response.StatusCode}" : "");
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError)
        {
            return new LinkState(IsDead: true, e.HttpRequestError == HttpRequestError.NameResolutionError ? "找不到主机" : "连接不上");
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !stop.IsCancellationRequested))
        {
            return new LinkState(IsDead: false, "");
        }
    }
}
