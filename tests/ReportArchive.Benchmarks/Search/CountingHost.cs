using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReportArchive.Benchmarks.Search;

/// <summary>
/// A static host that counts every byte on the wire, headers and requests included: HTTP/1.1 over TCP, kept alive, with Range or
/// without, as slow as told. Nothing may be cached, so that what a reader keeps is its own doing.
/// </summary>
internal sealed class CountingHost : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, string?> _fileOf;
    private long _bytes;
    private int _requests;

    /// <summary>Begins to listen.</summary>
    /// <param name="fileOf">The file for a path; null for none.</param>
    public CountingHost(Func<string, string?> fileOf)
    {
        _fileOf = fileOf;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Whether it knows Range.</summary>
    public bool Ranges { get; set; } = true;

    /// <summary>Time before each answer.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Paths whose bytes are counted begin so.</summary>
    public string Counted { get; set; } = "/search/";

    /// <summary>What was counted since it was asked last.</summary>
    public (long Bytes, int Requests) Take() => (Interlocked.Exchange(ref _bytes, 0), Interlocked.Exchange(ref _requests, 0));

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            var stream = client.GetStream();
            var buffer = new byte[1 << 16];
            try
            {
                while (await ReadHeadAsync(stream, buffer) is { Length: > 0 } head)
                    await AnswerAsync(stream, head);
            }
            catch (IOException)
            {
                // The browser went away.
            }
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream, byte[] buffer)
    {
        var length = 0;
        while (length < 4 || !buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), _stop.Token);
            if (read == 0)
                return "";
            length += read;
        }
        return Encoding.ASCII.GetString(buffer, 0, length);
    }

    private async Task AnswerAsync(NetworkStream stream, string head)
    {
        var lines = head.Split("\r\n");
        var path = Uri.UnescapeDataString(lines[0].Split(' ')[1].Split('?')[0]);
        var range = Array.Find(lines, static line => line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase));
        var answer = Answer(path, Ranges ? range?["Range: bytes=".Length..] : null);
        if (Latency > TimeSpan.Zero)
            await Task.Delay(Latency, _stop.Token);
        if (path.StartsWith(Counted, StringComparison.Ordinal))
        {
            Interlocked.Add(ref _bytes, head.Length + answer.Length);
            Interlocked.Increment(ref _requests);
        }
        await stream.WriteAsync(answer, _stop.Token);
    }

    private byte[] Answer(string path, string? range)
    {
        if (_fileOf(path) is not { } file || !File.Exists(file))
            return Encoding.ASCII.GetBytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        using var handle = File.OpenHandle(file);
        var size = RandomAccess.GetLength(handle);
        var (from, to) = range is null ? (0, size) : Bounds(range, size);
        var status = range is null ? "200 OK" : "206 Partial Content";
        var ranges = Ranges ? "Accept-Ranges: bytes\r\n" : "";
        var extent = range is null ? "" : string.Create(CultureInfo.InvariantCulture, $"Content-Range: bytes {from}-{to - 1}/{size}\r\n");
        var head = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status}\r\nContent-Type: {ContentType(file)}\r\n{ranges}{extent}Cache-Control: no-store\r\nContent-Length: {to - from}\r\n\r\n"));
        var answer = new byte[head.Length + (to - from)];
        head.CopyTo(answer, 0);
        RandomAccess.Read(handle, answer.AsSpan(head.Length), from);
        return answer;
    }

    private static (long From, long To) Bounds(string range, long size)
    {
        var ends = range.Split('-');
        return (long.Parse(ends[0], CultureInfo.InvariantCulture), Math.Min(size, long.Parse(ends[1], CultureInfo.InvariantCulture) + 1));
    }

    private static string ContentType(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript",
        ".json" => "application/json",
        _ => "application/octet-stream",
    };
}
