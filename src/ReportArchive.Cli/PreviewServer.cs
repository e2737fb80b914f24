using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using ReportArchive.Diagnostics;

namespace ReportArchive.Cli;

/// <summary>
/// Serves the output folder on the loopback interface and watches the content. After a change it builds again; the open
/// pages hear of it over server-sent events and reload, or show the errors while the last good site stays.
/// </summary>
internal sealed class PreviewServer(BuildRequest request, Terminal terminal) : IAsyncDisposable
{
    private const string EventsPath = "/_preview/events";
    private const string ScriptPath = "/_preview/client.js";
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(120);

    private readonly Lock _listenersLock = new();
    private readonly List<Channel<string>> _listeners = [];
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<FileSystemWatcher> _watchers = [];
    private BuildRequest _request = request;
    private string _state = """{"ok":true}""";

    /// <summary>Serves until told to stop.</summary>
    public async Task RunAsync(int port, CancellationToken stop)
    {
        await using var app = Listen(port);
        await StartAsync(app, port, stop);
        var address = app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        _request = _request with { BaseUrl = new Uri(address + "/") };
        await BuildAsync();
        Watch(_request.Input);
        Watch(ThemeAssets.FolderFor(_request.Input));
        terminal.Say($"Serving {address}/ — press Ctrl+C to stop");
        try
        {
            await foreach (var _ in _changes.Reader.ReadAllAsync(stop))
            {
                await Task.Delay(Settle, stop); // Editors write in several steps; wait for the last.
                _changes.Reader.TryRead(out var _);
                await BuildAsync();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Ctrl+C is how a preview ends.
        }
        lock (_listenersLock)
            _listeners.ForEach(static listener => listener.Writer.TryComplete());
        await app.StopAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        _watchers.ForEach(static watcher => watcher.Dispose());
        return ValueTask.CompletedTask;
    }

    private WebApplication Listen(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, port, static listen => listen.Protocols = HttpProtocols.Http1));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(ServeAsync);
        return app;
    }

    private static async Task StartAsync(WebApplication app, int port, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException)
        {
            throw new UserException($"port {port} is in use", "stop what uses it, or choose another with --port, e.g. --port 0 for any free one");
        }
    }

    private async Task BuildAsync()
    {
        BuildResult result;
        try
        {
            result = await terminal.WatchAsync(progress => BuildPipeline.RunAsync(_request, progress));
        }
        catch (Exception e) when (e is UserException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {e.Message}");
            Tell(JsonSerializer.Serialize(new { ok = false, errors = (string[])[e.Message] }));
            return;
        }
        DiagnosticPrinter.Print(result.Diagnostics, terminal);
        var errors = result.Diagnostics.Where(static diagnostic => diagnostic.Severity == Severity.Error).Select(static diagnostic => $"{diagnostic}\n  {diagnostic.Hint}");
        if (result.Changes is { } changes)
            terminal.Say($"{DateTime.Now:HH:mm:ss} built: {changes.Written} files written, {changes.Unchanged} unchanged, {changes.Removed} removed");
        else
            Console.Error.WriteLine("Not built; the last good site is still served.");
        Tell(JsonSerializer.Serialize(new { ok = !result.Failed, errors }));
    }

    private void Watch(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        FileSystemEventHandler changed = (_, _) => _changes.Writer.TryWrite(true);
        watcher.Changed += changed;
        watcher.Created += changed;
        watcher.Deleted += changed;
        watcher.Renamed += (_, _) => _changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        _watchers.Add(watcher);
    }

    private void Tell(string state)
    {
        lock (_listenersLock)
        {
            _state = state;
            _listeners.ForEach(listener => listener.Writer.TryWrite(state));
        }
    }

    private async Task ServeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        // A page of another site must not read the preview through a name it controls.
        if (context.Request.Host.Host is not ("localhost" or "127.0.0.1"))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return;
        }
        var path = context.Request.Path.Value ?? "/";
        if (string.Equals(path, EventsPath, StringComparison.Ordinal))
            await ListenAsync(context);
        else if (string.Equals(path, ScriptPath, StringComparison.Ordinal))
            await WriteAsync(context, "text/javascript; charset=utf-8", PreviewClient.Script);
        else
            await ServeFileAsync(context, path);
    }

    private async Task ServeFileAsync(HttpContext context, string path)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(_request.Output));
        var file = Path.GetFullPath(Path.Combine(root, "." + path));
        if (!file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && file != root)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (Directory.Exists(file) && !path.EndsWith('/'))
        {
            context.Response.Redirect(context.Request.PathBase + path + "/" + context.Request.QueryString);
            return;
        }
        if (path.EndsWith('/'))
            file = Path.Combine(file, "index.html");
        if (!File.Exists(file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            file = Path.Combine(root, "404.html");
            if (!File.Exists(file))
            {
                await WriteAsync(context, "text/html; charset=utf-8", PreviewClient.EmptyPage);
                return;
            }
        }
        if (file.EndsWith(".html", StringComparison.Ordinal))
            await WriteAsync(context, "text/html; charset=utf-8", PreviewClient.Inject(await File.ReadAllTextAsync(file), ScriptPath));
        else
            await SendAsync(context, file);
    }

    private static async Task SendAsync(HttpContext context, string file)
    {
        context.Response.ContentType = WebFile.ContentType(file);
        await RangeFile.SendAsync(context, file);
    }

    private static async Task WriteAsync(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text));
    }

    private async Task ListenAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        var channel = Channel.CreateUnbounded<string>();
        lock (_listenersLock)
        {
            _listeners.Add(channel);
            channel.Writer.TryWrite("""{"hello":true,"state":""" + _state + "}");
        }
        try
        {
            await foreach (var message in channel.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync($"data: {message}\n\n", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
        finally
        {
            lock (_listenersLock)
                _listeners.Remove(channel);
        }
    }
}
