using ReportArchive.BrowserTests.Support;
using ReportArchive.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ReportArchive.BrowserTests.Pages;

/// <summary>A concept that stands in more places than its page can hold: the page shows some of them, and reads all when asked.</summary>
public sealed class LongConcordanceTests
{
    private const int Each = 90;

    [Fact]
    public async Task All_lines_are_read_from_the_table_beside_the_page()
    {
        await using var archive = await PublishedArchive.BuildAsync(Write);
        var page = await archive.PageAsync();
        await page.GotoAsync(PublishedArchive.Base + "c/shuang-zhao-shuang-yin/");
        await Expect(page.Locator(".kwic .lines li")).ToHaveCountAsync(50);
        await page.GetByText($"读取全部 {2 * Each} 处").ClickAsync();
        await Expect(page.Locator(".kwic-tools output")).ToHaveTextAsync($"{2 * Each} 处");
        await Expect(page.Locator(".kwic .lines li")).ToHaveCountAsync(2 * Each);
        await page.Locator(".kwic-tools select").First.SelectOptionAsync("2023");
        await Expect(page.Locator(".kwic-tools output")).ToHaveTextAsync($"{2 * Each} 处中 {Each} 处");
        var first = page.Locator(".kwic .lines li").First;
        await Expect(first.Locator("q")).ToHaveTextAsync("第1季度淄博市说\"好\", 双招双引再进一步。");
        await Expect(first.Locator(".ref")).ToHaveTextAsync("2023 淄博市 1");
        await Expect(first.Locator(".ref")).ToHaveAttributeAsync("href", "../../r/370300/2023/gwr/#p1");
        await Expect(first.Locator(".ref")).ToHaveAttributeAsync("title", "2023年淄博市政府工作报告，第1段");
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_said()
    {
        await using var archive = await PublishedArchive.BuildAsync(Write);
        File.Delete(TableOf(archive));
        var page = await archive.PageAsync();
        await page.GotoAsync(PublishedArchive.Base + "c/shuang-zhao-shuang-yin/");
        await page.GetByText($"读取全部 {2 * Each} 处").ClickAsync();
        await Expect(page.Locator(".kwic-tools")).ToContainTextAsync("没能读取（data.csv: 404）");
        await Expect(page.Locator(".kwic .lines li")).ToHaveCountAsync(50);
    }

    [Fact]
    public async Task A_table_that_is_cut_short_is_not_taken_for_the_whole()
    {
        await using var archive = await PublishedArchive.BuildAsync(Write);
        File.WriteAllText(TableOf(archive), File.ReadAllText(TableOf(archive))[..^40]);
        var page = await archive.PageAsync();
        await page.GotoAsync(PublishedArchive.Base + "c/shuang-zhao-shuang-yin/");
        await page.GetByText($"读取全部 {2 * Each} 处").ClickAsync();
        await Expect(page.Locator(".kwic-tools")).ToContainTextAsync($"data.csv 有 {2 * Each - 1} 处，应有 {2 * Each} 处");
    }

    private static string TableOf(PublishedArchive archive) => Path.Combine(archive.Folder, "c", "shuang-zhao-shuang-yin", "data.csv");

    private static void Write(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder["input", "concepts"]);
        File.WriteAllText(folder["input", "concepts", "shuang-zhao-shuang-yin.md"], "---\nlabel: 双招双引\nslug: shuang-zhao-shuang-yin\nkind: formula\n---\n\n招商引资、招才引智。\n");
        Write(folder, "370306", "周村区", 2022);
        Write(folder, "370300", "淄博市", 2023);
    }

    private static void Write(TemporaryFolder folder, string code, string name, int year)
    {
        Directory.CreateDirectory(folder["input", "reports", code]);
        var paragraphs = Enumerable.Range(1, Each).Select(number => $"第{number}季度{name}说\"好\", 双招双引再进一步。");
        File.WriteAllText(
            folder["input", "reports", code, $"{year}-gwr.md"],
            $"---\ntitle: {year}年{name}政府工作报告\nplace: \"{code}\"\nyear: {year}\nkind: gwr\n---\n\n{string.Join("\n\n", paragraphs)}\n");
    }
}
