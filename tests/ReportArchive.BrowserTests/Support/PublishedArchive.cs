using Microsoft.Playwright;
using ReportArchive.Tests.Support;

namespace ReportArchive.BrowserTests.Support;

/// <summary>
/// A site in a real browser. Its files answer for the address it is published at, so pages have a secure origin, absolute links
/// work, and nothing is asked of a network.
/// </summary>
internal sealed class PublishedArchive : IAsyncDisposable
{
    /// <summary>Where the site says it is published: below a path, as on most project hosts.</summary>
    public const string Base = "https://example.org/report-archive/";

    private static readonly Dictionary<string, string> s_types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css",
        [".js"] = "text/javascript",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".xml"] = "application/xml",
    };

    /// <summary>No sandbox, for tests may run as root in a container; nothing that asks a network by itself.</summary>
    internal static readonly string[] Switches =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    /// <summary>What was written and built for this archive alone.</summary>
    private TemporaryFolder? _own;

    private PublishedArchive(IPlaywright playwright, IBrowser browser, string folder)
    {
        _playwright = playwright;
        _browser = browser;
        Folder = folder;
    }

    /// <summary>Folder of the site.</summary>
    public string Folder { get; }

    /// <summary>Builds content, opens the site, and removes both in the end.</summary>
    /// <param name="write">Writes the content into a folder's <c>input</c>.</param>
    public static async Task<PublishedArchive> BuildAsync(Action<TemporaryFolder> write)
    {
        var folder = new TemporaryFolder();
        write(folder);
        var build = await ReportArchiveProcess.RunAsync(folder.Path, ["build", "--output", folder["site"], "--base-url", Base]);
        build.Exits(0);
        var archive = await OpenAsync(folder["site"]);
        archive._own = folder;
        return archive;
    }

    public static async Task<PublishedArchive> OpenAsync(string folder)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Switches });
        return new PublishedArchive(playwright, browser, folder);
    }

    /// <summary>A page of its own, with nothing remembered, that may use the clipboard.</summary>
    /// <param name="script">Whether scripts run.</param>
    public async Task<IPage> PageAsync(bool script = true)
    {
        var context = await _browser.NewContextAsync(new() { JavaScriptEnabled = script, Locale = "zh-CN", TimezoneId = "Asia/Shanghai" });
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await context.RouteAsync("**/*", AnswerAsync);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        _own?.Dispose();
    }

    private async Task AnswerAsync(IRoute route)
    {
        var address = new Uri(route.Request.Url);
        var path = Uri.UnescapeDataString(address.GetLeftPart(UriPartial.Path));
        var file = path.StartsWith(Base, StringComparison.Ordinal) ? Path.Combine(Folder, path[Base.Length..] + (path[^1] == '/' ? "index.html" : "")) : "";
        if (File.Exists(file))
            await route.FulfillAsync(new() { BodyBytes = await File.ReadAllBytesAsync(file), ContentType = s_types.GetValueOrDefault(Path.GetExtension(file), "text/plain; charset=utf-8") });
        else
            await route.FulfillAsync(new() { Status = 404, Body = "" });
    }

    // The test script names the browser it found; Playwright's own is the last resort.
    internal static string? Chromium() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? named
        : File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null;
}
