using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReportArchive.Tests.Support;

[assembly: AssemblyFixture(typeof(ReportArchive.BrowserTests.Support.ServedArchive))]

namespace ReportArchive.BrowserTests.Support;

/// <summary>The archive's own content, served by the real program, opened in a real browser.</summary>
public sealed partial class ServedArchive : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _said = [];
    private Process? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where it is served, with a slash at the end.</summary>
    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>A file of the content being served, which a test may change and must put back.</summary>
    public string Input(params ReadOnlySpan<string> path) => _folder[["input", .. path]];

    [GeneratedRegex(@"Serving (?<address>http://localhost:[0-9]+/)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Serving { get; }

    public async ValueTask InitializeAsync()
    {
        FolderTree.Copy(Repository.Input, _folder["input"]);
        _server = ReportArchiveProcess.Start(_folder.Path, ["serve", "--port", "0"]);
        Address = await ReadAddressAsync(_server.StandardError).WaitAsync(TimeSpan.FromMinutes(3));
        _ = _server.StandardError.ReadToEndAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = PublishedArchive.Chromium(), Args = PublishedArchive.Switches });
    }

    /// <summary>A page of its own, with nothing remembered.</summary>
    /// <param name="path">Path below the address.</param>
    /// <param name="width">Width of the window in CSS pixels.</param>
    /// <param name="scheme">What the system prefers.</param>
    /// <param name="script">Whether scripts run.</param>
    /// <param name="follow">Whether it reloads when another test changes the content.</param>
    public async Task<IPage> OpenAsync(string path, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true, bool follow = false)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            Locale = "zh-CN",
        });
        if (!follow)
            await context.RouteAsync("**/_preview/**", static route => route.AbortAsync());
        var page = await context.NewPageAsync();
        var answer = await page.GotoAsync(new Uri(Address, path).AbsoluteUri);
        Assert.NotNull(answer);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null)
        {
            _server.Kill();
            await _server.WaitForExitAsync();
            _server.Dispose();
        }
        _folder.Dispose();
    }

    private async Task<Uri> ReadAddressAsync(StreamReader said)
    {
        while (await said.ReadLineAsync() is { } line)
        {
            _said.Add(line);
            if (Serving.Match(line) is { Success: true } match)
                return new Uri(match.Groups["address"].Value);
        }
        throw new InvalidOperationException($"the server ended before it served:\n{string.Join('\n', _said)}");
    }
}
