using System.Diagnostics.CodeAnalysis;
using Microsoft.Playwright;
using ReportArchive.BrowserTests.Support;
using ReportArchive.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ReportArchive.BrowserTests.Pages;

/// <summary>A site whose every text tries to run a script, in a browser that would.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xunit calls DisposeAsync.")]
public sealed class HostileArchive : IAsyncLifetime
{
    private readonly HostileSite _site = new();

    internal PublishedArchive Archive { get; private set; } = null!;

    /// <summary>Every page, as a path below the site's address.</summary>
    internal IEnumerable<string> Pages => _site.Pages.Select(static file => file.EndsWith("index.html", StringComparison.Ordinal) ? file[..^"index.html".Length] : file);

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        Archive = await PublishedArchive.OpenAsync(_site.Output);
    }

    public async ValueTask DisposeAsync()
    {
        await Archive.DisposeAsync();
        await _site.DisposeAsync();
    }
}

public sealed class HostileContentTests(HostileArchive hostile) : IClassFixture<HostileArchive>
{
    [Fact]
    public async Task No_page_runs_what_its_content_says()
    {
        var page = await hostile.Archive.PageAsync();
        foreach (var path in hostile.Pages)
        {
            await page.GotoAsync(PublishedArchive.Base + path, new() { WaitUntil = WaitUntilState.Load });
            await AssertUnharmedAsync(page);
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("甲")]
    [InlineData("敌意提法")]
    [InlineData(HostileSite.Call)]
    [InlineData(HostileSite.Payload)]
    public async Task A_search_shows_what_it_finds_as_text(string query)
    {
        var page = await hostile.Archive.PageAsync();
        await page.GotoAsync($"{PublishedArchive.Base}search/?q={Uri.EscapeDataString(query)}");
        await Expect(page.Locator("#search-app")).Not.ToBeEmptyAsync();
        await Expect(page.Locator("#search-app")).Not.ToContainTextAsync("正在");
        await AssertUnharmedAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_report_can_be_selected_and_its_links_followed_unharmed()
    {
        var page = await hostile.Archive.PageAsync();
        await page.GotoAsync(PublishedArchive.Base + "r/370306/2023/gwr/");
        await page.Keyboard.PressAsync("Control+a");
        foreach (var summary in await page.Locator("summary").AllAsync())
            await summary.ClickAsync();
        await page.Locator("#p1 > .pn").ClickAsync(new() { Force = true });
        await AssertUnharmedAsync(page);
        await page.Context.CloseAsync();
    }

    private static async Task AssertUnharmedAsync(IPage page)
    {
        Assert.True(await page.EvaluateAsync<bool>("window.attacked === undefined"), $"{page.Url} ran a script of its content");
        Assert.Equal(0, await page.Locator("img, iframe, [onerror], [onmouseover]").CountAsync());
    }
}
