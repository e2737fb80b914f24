using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using ReportArchive.BrowserTests.Support;

namespace ReportArchive.BrowserTests.Pages;

/// <summary>What must hold on every kind of page, however it is looked at.</summary>
public sealed class EveryPageTests(ServedArchive served)
{
    /// <summary>One of each kind.</summary>
    public static TheoryData<string> Kinds { get; } =
    [
        "", "r/370306/2023/gwr/", "r/371502/2024/plan/", "c/", "c/si-jian-si-zeng/", "p/", "p/370300/", "y/", "y/2021/", "k/", "k/plan/",
        "r/370306/2023/gwr/with/", "parallels/", "compare/", "compare/?c=si-jian-si-zeng&c=fang-guan-fu", "p/370100/", "search/", "cite/", "data/", "about/", "no-such-page",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Assistive_technology_finds_nothing_wrong_in_light_and_dark(string path)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            var page = await served.OpenAsync(path, scheme: scheme);
            var result = await page.RunAxe();
            Assert.True(
                result.Violations.Length == 0,
                string.Join('\n', result.Violations.Select(violation => $"{scheme} {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(static node => node.Html))}")));
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_hangs_over_the_edge_of_a_telephone(string path)
    {
        var page = await served.OpenAsync(path, width: 390);
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{over} px too wide");
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_page_is_there_without_scripts(string path)
    {
        var page = await served.OpenAsync(path, script: false);
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.True((await page.Locator("main").InnerTextAsync()).Length > 40);
        await page.Context.CloseAsync();
    }
}
