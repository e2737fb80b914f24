using Microsoft.Playwright;
using ReportArchive.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace ReportArchive.BrowserTests.Citations;

/// <summary>Links made before the correction, followed by a reader after it.</summary>
public sealed class OldLinkTests(CorrectedArchive corrected)
{
    private const string Report = PublishedArchive.Base + "r/370306/2023/gwr/";

    [Fact]
    public void Check_named_every_page_that_would_have_vanished()
    {
        foreach (var url in (string[])["/r/371302/2021/gwr/", "/p/371302/", "/c/hu-zhang-zhi/"])
            Assert.Contains(("RA0603", $"the published URL {url} would vanish"), corrected.Vanished);
        Assert.All(corrected.Vanished, problem => Assert.Equal("RA0603", problem.Code));
    }

    [Theory]
    [InlineData("r/371302/2021/gwr/", "r/370306/2023/gwr/")]
    [InlineData("r/371302/2021/gwr/#p7", "r/370306/2023/gwr/#p7")]
    [InlineData("r/371302/2021/gwr/#p1", "r/370300/2023/gwr/#p2")]
    [InlineData("c/hu-zhang-zhi/", "c/hu-zhang-zhi-du/")]
    [InlineData("r/山东省/淄博市/周村区/2023/#p7", "r/370306/2023/gwr/#p7")]
    public async Task An_old_link_leads_to_the_right_place(string from, string to)
    {
        var page = await corrected.Archive.PageAsync();
        await page.GotoAsync(PublishedArchive.Base + from);
        await page.ArriveAsync(PublishedArchive.Base + to);
        if (to.Contains('#', StringComparison.Ordinal))
            await Expect(page.Locator(":target")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_old_link_leads_to_the_page_without_scripts_too()
    {
        var page = await corrected.Archive.PageAsync(script: false);
        await page.GotoAsync(PublishedArchive.Base + "c/hu-zhang-zhi/");
        await page.ArriveAsync(PublishedArchive.Base + "c/hu-zhang-zhi-du/");
    }

    [Fact]
    public async Task A_merged_paragraphs_link_arrives_at_the_paragraph_that_took_it_up()
    {
        var page = await corrected.Archive.PageAsync(script: false);
        await page.GotoAsync(Report + "#p11");
        var holder = page.Locator(":is(.body, .alike) > :has(> #p11), :is(.body, .alike) > #p11");
        await Expect(holder).ToContainTextAsync("各位代表，成绩的取得");
        await Expect(holder).ToContainTextAsync("同时，我们也深刻认识到");
        await Expect(holder).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_deleted_paragraphs_link_arrives_at_a_notice_that_leads_to_its_text()
    {
        var page = await corrected.Archive.PageAsync(script: false);
        await page.GotoAsync(Report + "#p9");
        await Expect(page.Locator("#p9")).ToContainTextAsync("第9段已在第2版中删去");
        await Expect(page.Locator("#p9")).ToBeInViewportAsync();
        await page.ClickAsync("#p9 a");
        Assert.Equal(Report + "v1/#p9", page.Url);
        await Expect(page.Locator("#p9")).ToContainTextAsync("我们坚持以有解思维重塑生态优势");
    }

    [Fact]
    public async Task A_link_that_expected_other_text_says_so_and_offers_the_edition_it_meant()
    {
        var page = await corrected.Archive.PageAsync();
        await page.GotoAsync(Report + "v1/#p5");
        var expected = await page.EvaluateAsync<string>($$"""
            Promise.all([import(document.querySelector('script[src*="cite.js"]').src.replace('cite.js', 'fingerprint.js')), import(document.querySelector('script[src*="cite.js"]').src.replace('cite.js', 'blocks.js'))])
              .then(([{ fingerprint }, { textOf }]) => fingerprint(textOf(document.getElementById('p5'))))
            """);
        await page.GotoAsync($"{Report}?t={expected}#p5");
        var notice = page.Locator(".cite-notice");
        await Expect(notice).ToContainTextAsync("您打开的网址引用的是第1版的文字，此后有改动。");
        await notice.GetByText("查看被引用的文字").ClickAsync();
        await page.ArriveAsync(Report + "v1/#p5");
        await Expect(page.Locator("#p5")).ToContainTextAsync("45条");
    }

    [Fact]
    public async Task A_link_whose_text_is_unchanged_says_nothing()
    {
        var page = await corrected.Archive.PageAsync();
        await page.GotoAsync(Report + "#p4");
        await page.GetByRole(AriaRole.Button, new() { Name = "引用本段" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "复制附文字核对的网址" }).ClickAsync();
        var link = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Matches(@"^https://example\.org/report-archive/r/370306/2023/gwr/\?t=[0-9a-f]{8}#p4$", link);
        await page.GotoAsync(link);
        await Expect(page.Locator(".cite-bar")).ToBeVisibleAsync();
        await Expect(page.Locator(".cite-notice")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_current_page_says_what_changed_since_each_edition()
    {
        var page = await corrected.Archive.PageAsync(script: false);
        await page.GotoAsync(Report + "#editions");
        await Expect(page.Locator(".editions")).ToContainTextAsync("更正经济运行数字");
        await page.Locator(".editions summary").ClickAsync();
        await Expect(page.Locator(".editions del").First).ToHaveTextAsync("45");
        await Expect(page.Locator(".editions ins").First).ToHaveTextAsync("54");
        await Expect(page.Locator(".editions")).ToContainTextAsync("第9段删去");
    }
}
