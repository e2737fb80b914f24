using System.Text;
using Microsoft.Playwright;
using ReportArchive.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace ReportArchive.BrowserTests.Pages;

/// <summary>A reader searches, narrows, goes back, and is told when something is wrong.</summary>
public sealed class SearchTests(ServedArchive served)
{
    private const string Query = "四减四增";

    [Fact]
    public async Task What_is_typed_is_found_at_once_and_stands_in_the_address()
    {
        var page = await served.OpenAsync("search/");
        await Expect(page.Locator(".search-beginning")).ToContainTextAsync("13 篇报告");
        await page.Locator("#q").PressSequentiallyAsync(Query);
        await Expect(page.Locator(".search-status")).ToHaveTextAsync("7 篇报告。");
        await Expect(page.Locator(".result")).ToHaveCountAsync(7);
        await Expect(page.Locator(".result mark").First).ToHaveTextAsync(Query);
        Assert.Contains("q=" + Uri.EscapeDataString(Query), page.Url, StringComparison.Ordinal);
        await page.Locator("#q").FillAsync("");
        await Expect(page.Locator(".result")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_answer_that_comes_late_never_covers_a_newer_one()
    {
        var page = await served.OpenAsync("search/");
        await page.RouteAsync("**/search/*/grams-*", static async route =>
        {
            await Task.Delay(Random.Shared.Next(50, 400));
            await route.ContinueAsync();
        });
        foreach (var query in (string[])["发展", "经济社会", "乡村振兴", Query])
        {
            await page.Locator("#q").FillAsync(query);
            await page.WaitForTimeoutAsync(150);
        }
        await Expect(page.Locator(".search-status")).ToHaveTextAsync("7 篇报告。");
        await page.WaitForTimeoutAsync(1500);
        await Expect(page.Locator(".search-status")).ToHaveTextAsync("7 篇报告。");
        Assert.All(await page.Locator(".result mark").AllTextContentsAsync(), static mark => Assert.Equal(Query, mark));
    }

    [Fact]
    public async Task A_facet_narrows_and_the_way_back_leads_back()
    {
        var page = await served.OpenAsync("search/?q=" + Query);
        await page.GetByRole(AriaRole.Link, new() { Name = "2021年：3 篇" }).ClickAsync();
        await Expect(page.Locator(".search-status")).ToHaveTextAsync("3 篇报告。");
        await page.GetByRole(AriaRole.Link, new() { Name = "青岛市 1" }).ClickAsync();
        await Expect(page.Locator(".search-status")).ToHaveTextAsync("1 篇报告。");
        await Expect(page.Locator("#q")).ToHaveValueAsync($"{Query} 年:2021 地:山东/青岛");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(2);
        await page.GoBackAsync();
        await Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        await page.GoBackAsync();
        await Expect(page.Locator(".search-status")).ToHaveTextAsync("7 篇报告。");
        await Expect(page.Locator("#q")).ToHaveValueAsync(Query);
        await page.GoForwardAsync();
        await page.Locator(".chip").ClickAsync();
        await Expect(page.Locator(".search-status")).ToHaveTextAsync("7 篇报告。");
    }

    [Fact]
    public async Task An_address_is_a_search_that_can_be_cited()
    {
        var page = await served.OpenAsync($"search/?q={Query}&sort=year&group=1&exact=1");
        await Expect(page.Locator(".result-group").First).ToBeVisibleAsync();
        await Expect(page.Locator("select")).ToHaveValueAsync("year");
        await Expect(page.GetByLabel("只查原词")).ToBeCheckedAsync();
        Assert.StartsWith(Query, await page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hit_opens_its_paragraph_with_the_phrase_marked()
    {
        var page = await served.OpenAsync("search/?q=" + Query);
        await page.Locator(".hit-list a").First.ClickAsync();
        await page.ArriveAsync("**/?hl=*#p*");
        await Expect(page.Locator(":target")).ToBeInViewportAsync();
        await page.WaitForFunctionAsync("CSS.highlights.get('search-hit')?.size > 0");
        Assert.Equal(Query, await page.EvaluateAsync<string>("[...CSS.highlights.get('search-hit')][0].toString()"));
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        var page = await served.OpenAsync("search/");
        await page.WaitForFunctionAsync("document.querySelector('.search-status')");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync(Query);
        await Expect(page.Locator(".result")).ToHaveCountAsync(7);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator("a[data-result]").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/r/**");
    }

    [Fact]
    public async Task Whoever_listens_is_told_how_much_was_found()
    {
        var page = await served.OpenAsync("search/?q=" + Query);
        var status = page.GetByRole(AriaRole.Status);
        await Expect(status).ToHaveAttributeAsync("aria-live", "polite");
        await Expect(status).ToHaveTextAsync("7 篇报告。");
        await Expect(page.Locator(".search-results")).Not.ToHaveAttributeAsync("aria-busy", "true");
        await page.Locator("#q").FillAsync("四减四增不曾有过");
        await Expect(status).ToHaveTextAsync("0 篇报告。");
        await page.GetByRole(AriaRole.Link, new() { Name = $"“{Query}”" }).ClickAsync();
        await Expect(status).ToHaveTextAsync("7 篇报告。");
    }

    [Fact]
    public async Task A_telephone_shows_it_all_without_scrolling_sideways()
    {
        var page = await served.OpenAsync("search/?q=" + Query, width: 390);
        await Expect(page.Locator(".result")).ToHaveCountAsync(7);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.GetByText("缩小范围").ClickAsync();
        await Expect(page.Locator(".year-bars")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task The_references_of_all_that_was_found_are_one_file()
    {
        var page = await served.OpenAsync("search/?q=" + Query);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "下载题录 BibTeX" }).ClickAsync());
        var file = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Equal(Query + ".bib", download.SuggestedFilename);
        Assert.Equal(7, file.Split("@techreport{").Length - 1);
        Assert.Contains("title = {{2023年周村区政府工作报告}}", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hits_can_be_taken_away_as_a_table()
    {
        var page = await served.OpenAsync("search/?q=" + Query);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "下载表格" }).ClickAsync());
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal("\ufeff"u8, bytes.AsSpan(0, 3)); // By it spreadsheets know that this is UTF-8.
        var rows = Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3).TrimEnd().Split("\r\n");
        Assert.Equal("题名,地方,年份,类别,日期,段落,原文,链接", rows[0]);
        Assert.True(rows.Length > 7);
        Assert.All(rows[1..], static row => Assert.Matches("/r/[0-9]+/[0-9]+/[a-z]+/#p[0-9]+$", row));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("page")]
    [InlineData("lost")]
    [InlineData("damaged")]
    public async Task What_goes_wrong_is_said_and_can_be_tried_again(string fault)
    {
        var page = await served.OpenAsync("search/");
        await Expect(page.Locator(".search-beginning")).ToBeVisibleAsync();
        await page.RouteAsync("**/search/*/grams-*", route => fault switch
        {
            "missing" => route.FulfillAsync(new() { Status = 404 }),
            "page" => route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html><title>home</title>" }),
            "lost" => route.AbortAsync(),
            _ => route.FulfillAsync(new() { Status = 206, ContentType = "application/octet-stream", Body = new string('x', 1024) }),
        });
        await page.Locator("#q").FillAsync(Query);
        await Expect(page.Locator(".search-status")).ToContainTextAsync(fault switch { "lost" => "连不上网站", "damaged" => "检索数据已损坏", _ => "没有找到检索数据" });
        await Expect(page.Locator("#search-app")).Not.ToContainTextAsync("0 篇报告");
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();
        await Expect(page.Locator(".search-status")).ToHaveTextAsync("7 篇报告。");
    }

    [Fact]
    public async Task Browsers_are_offered_the_search_and_without_scripts_the_text_is()
    {
        var page = await served.OpenAsync("search/", script: false);
        await Expect(page.Locator("noscript a")).ToHaveTextAsync("下载全部正文");
        var link = page.Locator("link[rel=search]");
        await Expect(link).ToHaveAttributeAsync("type", "application/opensearchdescription+xml");
        var answer = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), (await link.GetAttributeAsync("href"))!).AbsoluteUri);
        Assert.Contains("?q={searchTerms}", await answer.TextAsync(), StringComparison.Ordinal);
    }
}
