using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReportArchive.Tests.Support;

/// <summary>What a server answered.</summary>
internal sealed record Reply(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);
}

/// <summary>The program serving a folder's archive, in a process of its own.</summary>
internal sealed partial class RunningServer : IAsyncDisposable
{
    // Only ends a test that would wait for ever; no test is judged by how long something takes.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private HttpClient _client = null!;

    private RunningServer(Process process) => _process = process;

    public Uri Address { get; private set; } = null!;

    /// <summary>Everything the program said on stderr.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Starts serving <c>input</c> of a folder, and waits until it says where.</summary>
    public static async Task<RunningServer> StartAsync(string folder, params string[] options)
    {
        var server = new RunningServer(ReportArchiveProcess.Start(folder, ["serve", "--port", "0", .. options]));
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        server._process.ErrorDataReceived += (_, line) =>
        {
            server._said.Enqueue(line.Data ?? "");
            if (ServedAt().Match(line.Data ?? "") is { Success: true } match)
                address.TrySetResult(new Uri(match.Groups["address"].Value));
            if (line.Data is null)
                address.TrySetException(new InvalidOperationException($"the server ended\n{server.Said}"));
        };
        server._process.BeginErrorReadLine();
        server.Address = await address.Task.WaitAsync(s_patience);
        server._client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address, Timeout = s_patience };
        return server;
    }

    /// <summary>Listens to what open pages are told. The first message, the greeting, has come when this returns.</summary>
    public async Task<PreviewEvents> ListenAsync()
    {
        var response = await _client.GetAsync("_preview/events", HttpCompletionOption.ResponseHeadersRead);
        var events = new PreviewEvents(new StreamReader(await response.Content.ReadAsStreamAsync()));
        events.Hello = await events.NextAsync();
        return events;
    }

    /// <summary>Asks for a path, following no redirect.</summary>
    public async Task<Reply> GetAsync(string path, HttpMethod? method = null, string? range = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (range is not null)
            request.Headers.TryAddWithoutValidation("Range", range);
        using var response = await _client.SendAsync(request);
        return new Reply(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Sends bytes as they are: a client library would tidy the path first.</summary>
    public async Task<string> SendRawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync().WaitAsync(s_patience);
    }

    /// <summary>Presses Ctrl+C and waits for the end.</summary>
    public async Task<int> InterruptAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", _process.Id.ToString()]))
            await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(s_patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex("Serving (?<address>http://localhost:[0-9]+/)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ServedAt();

    /// <summary>The stream of messages that a page hears.</summary>
    internal sealed class PreviewEvents(StreamReader reader) : IDisposable
    {
        public JsonElement Hello { get; set; }

        public async Task<JsonElement> NextAsync()
        {
            while (await reader.ReadLineAsync().WaitAsync(s_patience) is { } line)
            {
                if (!line.StartsWith("data: ", StringComparison.Ordinal))
                    continue;
                using var message = JsonDocument.Parse(line[6..]);
                return message.RootElement.Clone();
            }
            throw new EndOfStreamException("the server stopped talking");
        }

        /// <summary>The next message that says the site was not built.</summary>
        public async Task<JsonElement> NextFailureAsync()
        {
            while (true)
            {
                var message = await NextAsync();
                if (!message.GetProperty("ok").GetBoolean())
                    return message;
            }
        }

        /// <summary>Waits until, after a build, something holds. One change to a folder may make several builds.</summary>
        public async Task UntilBuiltAsync(Func<Task<bool>> holds)
        {
            do
            {
                while (!(await NextAsync()).GetProperty("ok").GetBoolean())
                {
                    // Half a change was built, and was wrong.
                }
            }
            while (!await holds());
        }

        public void Dispose() => reader.Dispose();
    }
}
