using ReportArchive.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace ReportArchive.BrowserTests.Citations;

/// <summary>A reader has a reference and wants the paragraph.</summary>
public sealed class FindTests(CorrectedArchive corrected)
{
    [Theory]
    [InlineData("周村 2023 第17段", "r/370306/2023/gwr/#p17")]
    [InlineData("淄博市周村区人民政府. 2023年周村区政府工作报告[R/OL]. 2023-01-07. https://example.org/report-archive/r/370306/2023/gwr/#p17.", "r/370306/2023/gwr/#p17")]
    [InlineData("https://example.org/report-archive/r/371302/2021/gwr/#p1", "r/370300/2023/gwr/#p2")]
    [InlineData("姜屯镇 2020", "r/370481107/2020/gwr/")]
    public async Task What_a_reader_has_in_hand_leads_to_the_paragraph(string query, string to)
    {
        var page = await corrected.Archive.PageAsync();
        await page.GotoAsync(PublishedArchive.Base + "cite/");
        await page.FillAsync("#cite-q", query);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#cite-found a").First.ClickAsync();
        await page.ArriveAsync(PublishedArchive.Base + to);
    }

    [Fact]
    public async Task The_question_stays_in_the_address_and_the_paragraph_is_shown()
    {
        var page = await corrected.Archive.PageAsync();
        await page.GotoAsync(PublishedArchive.Base + "cite/?q=" + Uri.EscapeDataString("周村 2023 第5段"));
        await Expect(page.Locator("#cite-found blockquote")).ToContainTextAsync("我们坚持以创新思维引领产业升级");
        await page.FillAsync("#cite-q", "周村 2023 第9段");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#cite-found")).ToContainTextAsync("此段已在第2版中删去。");
        Assert.Contains(Uri.EscapeDataString("第9段"), page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_says_what_to_write()
    {
        var page = await corrected.Archive.PageAsync();
        await page.GotoAsync(PublishedArchive.Base + "cite/?q=nothing");
        await Expect(page.Locator("#cite-found")).ToContainTextAsync("没有找到");
    }
}
