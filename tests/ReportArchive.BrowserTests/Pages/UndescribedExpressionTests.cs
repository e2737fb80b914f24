using ReportArchive.BrowserTests.Support;
using ReportArchive.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ReportArchive.BrowserTests.Pages;

/// <summary>An expression that reports put in quotation marks and nobody has described: its page lies two folders down, and so do what previews read.</summary>
public sealed class UndescribedExpressionTests
{
    [Fact]
    public async Task Pointing_at_it_says_that_it_has_no_definition_and_the_link_leads_to_its_page()
    {
        await using var archive = await PublishedArchive.BuildAsync(Write);
        var page = await archive.PageAsync();
        await page.GotoAsync(PublishedArchive.Base + "r/370306/2023/gwr/");
        var link = page.Locator(".body a.concept", new() { HasText = "链长制" }).First;
        await link.HoverAsync();
        await Expect(page.Locator("#preview strong")).ToHaveTextAsync("链长制");
        await Expect(page.Locator("#preview")).ToContainTextAsync("尚无释义。");
        await Expect(page.Locator("#preview")).ToContainTextAsync("见于 2 篇报告，首见 2022 年");
        await link.ClickAsync();
        await Expect(page).ToHaveURLAsync(PublishedArchive.Base + "c/u/94fe/957f-5236/");
        await Expect(page.Locator("h1")).ToContainTextAsync("链长制");
    }

    private static void Write(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder["input", "reports", "370306"]);
        File.WriteAllText(folder["input", "site.yml"], "quotedInReports: 2\n");
        foreach (var year in (int[])[2022, 2023])
        {
            File.WriteAllText(
                folder["input", "reports", "370306", $"{year}-gwr.md"],
                $"---\ntitle: {year}年周村区政府工作报告\nplace: \"370306\"\nyear: {year}\nkind: gwr\n---\n\n{year}年全面推行“链长制”。\n");
        }
    }
}
