using Microsoft.Playwright;
using ReportArchive.BrowserTests.Support;
using ReportArchive.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ReportArchive.BrowserTests.Pages;

/// <summary>A reader reads, and finds the way.</summary>
public sealed class ReadingTests(ServedArchive served)
{
    private const string Report = "r/370306/2023/gwr/";

    [Fact]
    public async Task Paragraph_numbers_are_not_copied_with_the_text()
    {
        var page = await served.OpenAsync(Report);
        var copied = await page.EvaluateAsync<string>(
            """
            () => {
              const range = document.createRange();
              range.setStartBefore(document.getElementById('p1'));
              range.setEndAfter(document.getElementById('p2'));
              getSelection().removeAllRanges();
              getSelection().addRange(range);
              return getSelection().toString();
            }
            """);
        Assert.StartsWith("各位代表：", copied.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("1", copied, StringComparison.Ordinal);
        Assert.DoesNotContain("2", copied, StringComparison.Ordinal);
        var drawn = await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('#p2 > .pn'), '::before').content");
        Assert.Equal("\"2\"", drawn);
    }

    [Fact]
    public async Task A_link_to_a_paragraph_shows_and_marks_it()
    {
        var page = await served.OpenAsync(Report + "#p17");
        await Expect(page.Locator("#p17")).ToBeInViewportAsync();
        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.getElementById('p17')).backgroundImage"));
        Assert.Equal("none", await page.EvaluateAsync<string>("getComputedStyle(document.getElementById('p18')).backgroundImage"));
    }

    [Fact]
    public async Task The_table_of_contents_follows_the_reader()
    {
        var page = await served.OpenAsync(Report);
        await page.EvaluateAsync("[...document.querySelectorAll('.body h2')].at(-1).scrollIntoView()");
        var last = await page.Locator(".body h2").Last.GetAttributeAsync("id");
        await Expect(page.Locator($".toc a[href='#{last}']")).ToHaveAttributeAsync("aria-current", "true");
        await Expect(page.Locator(".toc a[aria-current]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_slash_key_goes_to_the_search_field()
    {
        var page = await served.OpenAsync(Report);
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("四减四增");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/search/?q=*");
        await Expect(page.Locator("#search-app")).ToContainTextAsync("7 篇报告");
    }

    [Fact]
    public async Task A_search_shows_each_sentence_marked_and_leads_to_its_paragraph()
    {
        var page = await served.OpenAsync("search/?q=六张时代新答卷");
        await Expect(page.Locator("#search-app mark").First).ToHaveTextAsync("六张时代新答卷");
        await page.Locator("#search-app .hit-list a").First.ClickAsync();
        await page.ArriveAsync("**/r/370306/2023/gwr/?hl=*#p*");
        await Expect(page.Locator(":target")).ToContainTextAsync("六张时代新答卷");
    }

    [Fact]
    public async Task What_is_searched_for_is_never_taken_for_markup()
    {
        var page = await served.OpenAsync("search/?q=" + Uri.EscapeDataString("<img src=x onerror=document.title='owned'>"));
        await Expect(page.Locator("#search-app")).ToContainTextAsync("0 篇报告");
        Assert.Equal(0, await page.Locator("#search-app img").CountAsync());
        Assert.NotEqual("owned", await page.TitleAsync());
    }

    [Fact]
    public async Task The_chosen_scheme_is_remembered()
    {
        var page = await served.OpenAsync("");
        await page.Locator(".scheme").ClickAsync();
        await page.Locator(".scheme").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-scheme", "dark");
        await page.ReloadAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-scheme", "dark");
        Assert.Equal("dark", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).colorScheme"));
    }

    [Fact]
    public async Task From_a_place_one_reaches_its_report_and_from_there_a_concept()
    {
        var page = await served.OpenAsync("p/");
        await page.GetByRole(AriaRole.Link, new() { Name = "周村区", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "2023年周村区政府工作报告" }).First.ClickAsync();
        await page.Locator(".body a.concept", new() { HasText = "六张时代新答卷" }).First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("六张时代新答卷");
        await Expect(page.Locator(".parts li")).ToHaveTextAsync(["区域融合", "产业转型", "城市建设", "乡村振兴", "改革创新", "品质民生"]);
    }

    /// <summary>The picture in the README; written when asked, and always possible.</summary>
    [Fact]
    public async Task The_picture_of_a_report_can_be_taken()
    {
        var page = await served.OpenAsync(Report);
        var picture = await page.ScreenshotAsync(new() { Type = ScreenshotType.Png });
        Assert.True(picture.Length > 20_000);
        if (Environment.GetEnvironmentVariable("UPDATE_SCREENSHOT") == "1")
            await File.WriteAllBytesAsync(Path.Combine(Repository.Root, ".github", "screenshot.png"), picture);
    }
}
