using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ReportArchive.Tests.Publishing;

/// <summary>An object as the server keeps it.</summary>
internal sealed record S3Object(byte[] Bytes, string ContentType, string CacheControl, string ContentEncoding)
{
#pragma warning disable CA5351
    public string ETag { get; } = $"\"{Convert.ToHexStringLower(MD5.HashData(Bytes))}\"";
#pragma warning restore CA5351
}

/// <summary>
/// As much of the S3 protocol as a publication speaks, over real HTTP: signed PUT, GET and DELETE of objects, and lists in
/// pages. It can break off: after a number of changes it drops every connection, as a network does.
/// </summary>
internal sealed class S3Server : IAsyncDisposable
{
    private const int PageSize = 50;
    private static readonly XNamespace s_xml = "http://s3.amazonaws.com/doc/2006-03-01/";

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private int _changesLeft = int.MaxValue;

    private S3Server(WebApplication app) => _app = app;

    /// <summary>Its address.</summary>
    public Uri Endpoint => new(_app.Urls.First());

    /// <summary>All objects by key, without the bucket.</summary>
    public ImmutableSortedDictionary<string, S3Object> Objects { get; private set; } = ImmutableSortedDictionary.Create<string, S3Object>(StringComparer.Ordinal);

    /// <summary>What was asked, in order: method and key.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Called after every change with the objects as they are then.</summary>
    public Action<ImmutableSortedDictionary<string, S3Object>> Changed { get; set; } = static _ => { };

    public static async Task<S3Server> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var app = builder.Build();
        var server = new S3Server(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>From now on that many changes succeed, and then every connection breaks.</summary>
    public void BreakAfter(int changes) => _changesLeft = changes;

    /// <summary>The network is back.</summary>
    public void Mend() => _changesLeft = int.MaxValue;

    /// <summary>Puts an object there behind the program's back.</summary>
    public void Put(string key, string text) => Objects = Objects.SetItem(key, new S3Object(Encoding.UTF8.GetBytes(text), "text/plain", "", ""));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var copy = new MemoryStream();
        await context.Request.Body.CopyToAsync(copy);
        var body = copy.ToArray();
        var parts = context.Request.Path.Value!.TrimStart('/').Split('/', 2);
        var key = parts.Length > 1 ? parts[1] : "";
        var answer = Answer(context.Request, key, body);
        if (answer is null)
        {
            context.Abort();
            return;
        }
        await answer(context.Response);
    }

    private Func<HttpResponse, Task>? Answer(HttpRequest request, string key, byte[] body)
    {
        lock (_lock)
        {
            Requests.Add($"{request.Method} {key}");
            if (_changesLeft <= 0)
                return null;
            if (!IsSigned(request, body))
                return Error(StatusCodes.Status403Forbidden, "SignatureDoesNotMatch");
            switch (request.Method)
            {
                case "PUT":
                    var value = new S3Object(body, request.ContentType ?? "", request.Headers.CacheControl.ToString(), request.Headers.ContentEncoding.ToString());
                    Change(Objects.SetItem(key, value));
                    return response => Done(response, value.ETag);
                case "DELETE":
                    Change(Objects.Remove(key));
                    return static response => Done(response, etag: null);
                case "GET" when key.Length == 0:
                    return List(request);
                case "GET":
                    return Objects.TryGetValue(key, out var found) ? response => Send(response, found) : Error(StatusCodes.Status404NotFound, "NoSuchKey");
                default:
                    return Error(StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed");
            }
        }
    }

    private void Change(ImmutableSortedDictionary<string, S3Object> objects)
    {
        _changesLeft--;
        Objects = objects;
        Changed(objects);
    }

    /// <summary>The signature itself is the SDK's business; that the body is the one that was signed is checked.</summary>
    private static bool IsSigned(HttpRequest request, byte[] body) =>
        request.Headers.Authorization.ToString().StartsWith("AWS4-HMAC-SHA256 Credential=test/", StringComparison.Ordinal)
        && request.Headers["x-amz-content-sha256"] == Convert.ToHexStringLower(SHA256.HashData(body));

    private Func<HttpResponse, Task> List(HttpRequest request)
    {
        var after = request.Query["continuation-token"].ToString();
        var keys = Objects.Keys.Where(key => key.StartsWith(request.Query["prefix"].ToString(), StringComparison.Ordinal) && string.CompareOrdinal(key, after) > 0).ToList();
        var page = keys.Take(PageSize).ToList();
        var isTruncated = keys.Count > page.Count;
        var xml = new XElement(s_xml + "ListBucketResult", new XElement(s_xml + "IsTruncated", isTruncated ? "true" : "false"));
        if (isTruncated)
            xml.Add(new XElement(s_xml + "NextContinuationToken", page[^1]));
        xml.Add(page.Select(key => new XElement(s_xml + "Contents", new XElement(s_xml + "Key", key), new XElement(s_xml + "ETag", Objects[key].ETag))));
        return response => SendXml(response, xml);
    }

    private static Func<HttpResponse, Task> Error(int status, string code) => response =>
    {
        response.StatusCode = status;
        return SendXml(response, new XElement("Error", new XElement("Code", code), new XElement("Message", code)));
    };

    private static Task Done(HttpResponse response, string? etag)
    {
        if (etag is null)
            response.StatusCode = StatusCodes.Status204NoContent;
        else
            response.Headers.ETag = etag;
        return Task.CompletedTask;
    }

    private static async Task Send(HttpResponse response, S3Object value)
    {
        response.Headers.ETag = value.ETag;
        response.ContentType = value.ContentType;
        await response.Body.WriteAsync(value.Bytes);
    }

    private static Task SendXml(HttpResponse response, XElement xml)
    {
        response.ContentType = "application/xml";
        return response.WriteAsync(xml.ToString());
    }
}
