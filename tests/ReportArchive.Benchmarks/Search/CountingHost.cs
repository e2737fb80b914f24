using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace ReportArchive.Benchmarks.Search;

/// <summary>How a host is spoken to.</summary>
internal enum HostProtocol
{
    /// <summary>HTTP/2 over TLS, as browsers speak to almost every host that is public: one connection, heads that say what changed.</summary>
    Http2,

    /// <summary>HTTP/1.1 without encryption: at most six connections, and whole heads with every request.</summary>
    Http1,
}

/// <summary>
/// A static host that counts every byte on the wire, both ways, heads, frames and encryption included; with Range or without, as
/// slow as told. Nothing may be cached, so that what a reader keeps is its own doing.
/// </summary>
internal sealed class CountingHost : IAsyncDisposable
{
    private readonly Func<string, string?> _fileOf;
    private readonly WireCount _wire = new();
    private readonly WebApplication _app;
    private int _requests;

    private CountingHost(Func<string, string?> fileOf, HostProtocol protocol)
    {
        _fileOf = fileOf;
        Protocol = protocol;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, 0, Listen);
        });
        if (protocol == HostProtocol.Http2)
            builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Begins to listen.</summary>
    /// <param name="fileOf">The file for a path; null for none.</param>
    /// <param name="protocol">How it is spoken to.</param>
    public static async Task<CountingHost> StartAsync(Func<string, string?> fileOf, HostProtocol protocol)
    {
        var host = new CountingHost(fileOf, protocol);
        await host._app.StartAsync();
        return host;
    }

    public HostProtocol Protocol { get; }

    public Uri Address => new(_app.Urls.First());

    /// <summary>Whether it knows Range.</summary>
    public bool Ranges { get; set; } = true;

    /// <summary>Time before each answer.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>What went over the wire since it was asked last, and how many requests that were.</summary>
    public (long Bytes, int Requests) Take() => (_wire.Take(), Interlocked.Exchange(ref _requests, 0));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private void Listen(ListenOptions listen)
    {
        listen.Use(next => context => next(_wire.Of(context)));
        listen.Protocols = Protocol == HostProtocol.Http2 ? HttpProtocols.Http2 : HttpProtocols.Http1;
        if (Protocol == HostProtocol.Http2)
            listen.UseHttps(Certificate());
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        if (Latency > TimeSpan.Zero)
            await Task.Delay(Latency, context.RequestAborted);
        var response = context.Response;
        if (_fileOf(context.Request.Path.Value!) is not { } file || !File.Exists(file))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var size = new FileInfo(file).Length;
        var (from, to) = (0L, size);
        if (Ranges)
        {
            response.Headers.AcceptRanges = "bytes";
            if (context.Request.Headers.Range.ToString() is { Length: > 0 } range)
            {
                (from, to) = Bounds(range["bytes=".Length..], size);
                response.StatusCode = StatusCodes.Status206PartialContent;
                response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to - 1}/{size}");
            }
        }
        response.ContentType = ContentType(file);
        response.Headers.CacheControl = "no-store";
        response.ContentLength = to - from;
        await response.SendFileAsync(file, from, to - from, context.RequestAborted);
    }

    private static (long From, long To) Bounds(string range, long size)
    {
        var ends = range.Split('-');
        return (long.Parse(ends[0], CultureInfo.InvariantCulture), Math.Min(size, long.Parse(ends[1], CultureInfo.InvariantCulture) + 1));
    }

    /// <summary>A certificate nobody vouches for: the browser is told to take any.</summary>
    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static string ContentType(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };
}
