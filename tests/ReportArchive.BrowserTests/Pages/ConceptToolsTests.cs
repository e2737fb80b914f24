using Microsoft.Playwright;
using ReportArchive.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace ReportArchive.BrowserTests.Pages;

/// <summary>A scholar looks for concepts, compares them, and looks ahead before following a link.</summary>
public sealed class ConceptToolsTests(ServedArchive served)
{
    private const string Report = "r/370306/2023/gwr/";

    [Fact]
    public async Task The_index_filters_as_one_types_by_name_definition_and_pinyin()
    {
        var page = await served.OpenAsync("c/");
        var field = page.Locator("main input[type=search]");
        await field.FillAsync("四减");
        await Expect(page.Locator("#concepts tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator("main output")).ToContainTextAsync("中 2 条");
        await field.FillAsync("sijiansizeng");
        await Expect(page.Locator("#concepts tbody th")).ToHaveTextAsync(["四减四增"]);
        Assert.Contains("words=sijiansizeng", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_groups_by_level_and_year_and_sorts_by_rise()
    {
        var page = await served.OpenAsync("c/?group=level&sort=rise");
        await Expect(page.Locator("#concepts h2").First).ToContainTextAsync("市级");
        await page.GetByLabel("分组").SelectOptionAsync("year");
        await Expect(page.Locator("#concepts h2").First).ToContainTextAsync("2019");
        await page.GetByLabel("分组").SelectOptionAsync("none");
        await Expect(page.Locator("#concepts h2")).ToHaveCountAsync(1);
        var points = await page.Locator("#concepts tbody tr td:last-child").AllInnerTextsAsync();
        var numbers = points.Select(static text => int.Parse(text.Replace('−', '-'), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(numbers.OrderDescending(), numbers);
        Assert.Contains("sort=rise", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_concepts_are_compared_in_one_picture_and_the_address_says_which()
    {
        var page = await served.OpenAsync("compare/?c=si-jian-si-zeng&c=xiang-cun-zhen-xing");
        await Expect(page.Locator(".compare-legend li")).ToHaveCountAsync(2);
        await Expect(page.Locator("figure.compare svg")).ToBeVisibleAsync();
        var field = page.Locator("main input[type=search]");
        await field.FillAsync("放管服");
        await field.PressAsync("Enter");
        await Expect(page.Locator(".compare-legend li")).ToHaveCountAsync(3);
        await field.FillAsync("没有这一条");
        await field.PressAsync("Enter");
        await Expect(page.Locator("main output")).ToContainTextAsync("没有");
        await field.FillAsync("高质量发展");
        await field.PressAsync("Enter");
        await Expect(page.Locator(".compare-legend li")).ToHaveCountAsync(4);
        await Expect(field).ToBeDisabledAsync();
        Assert.EndsWith("?c=si-jian-si-zeng&c=xiang-cun-zhen-xing&c=fang-guan-fu&c=gao-zhi-liang-fa-zhan", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "去掉四减四增" }).ClickAsync();
        await Expect(page.Locator(".compare-legend li")).ToHaveCountAsync(3);
        await page.GoBackAsync();
    }

    [Fact]
    public async Task The_table_below_the_picture_counts_what_the_data_files_count()
    {
        var page = await served.OpenAsync("compare/?c=si-jian-si-zeng");
        await page.Locator("figure.compare summary").ClickAsync();
        var rows = await page.Locator("figure.compare tbody tr").EvaluateAllAsync<string[]>("rows => rows.filter(row => row.cells[0].textContent.endsWith('全部')).map(row => row.cells[2].textContent)");
        Assert.Equal(7, rows.Sum(static row => int.Parse(row.Split('／')[0], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(8, rows.Sum(static row => int.Parse(row.Split('／')[1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Pointing_at_a_concept_shows_what_it_means_and_moves_nothing()
    {
        var page = await served.OpenAsync(Report);
        var link = page.Locator(".body a.concept", new() { HasText = "六张时代新答卷" }).First;
        await link.ScrollIntoViewIfNeededAsync();
        var before = await page.Locator(".body p").Nth(8).BoundingBoxAsync();
        await link.HoverAsync();
        await Expect(page.Locator("#preview")).ToBeVisibleAsync();
        await Expect(page.Locator("#preview")).ToContainTextAsync("六张时代新答卷");
        await Expect(link).ToHaveAttributeAsync("aria-describedby", "preview");
        Assert.Equal(before!.Y, (await page.Locator(".body p").Nth(8).BoundingBoxAsync())!.Y);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#preview")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_keyboard_reaches_a_preview_of_a_paragraph_and_leaves_it()
    {
        var page = await served.OpenAsync(Report + "with/");
        await page.Locator(".passage-pair a.ref").First.FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#preview")).ToContainTextAsync("2023年周村区政府工作报告，第");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#preview")).ToContainTextAsync("2023年淄博市政府工作报告，第");
    }

    [Fact]
    public async Task The_pointer_may_go_over_to_a_preview()
    {
        var page = await served.OpenAsync("c/si-jian-si-zeng/");
        await page.Locator(".relations a").First.HoverAsync();
        await Expect(page.Locator("#preview")).ToBeVisibleAsync();
        await page.Locator("#preview p").First.HoverAsync();
        await page.WaitForTimeoutAsync(500);
        await Expect(page.Locator("#preview")).ToBeVisibleAsync();
        await page.Locator("h1").HoverAsync();
        await Expect(page.Locator("#preview")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Margin_notes_lead_to_the_same_words_and_are_not_copied()
    {
        var page = await served.OpenAsync(Report, width: 1440);
        var note = page.Locator(".also a").First;
        var text = await page.EvaluateAsync<string>("() => { getSelection().selectAllChildren(document.querySelector('.body')); return getSelection().toString(); }");
        Assert.DoesNotContain("亦见于", text, StringComparison.Ordinal);
        await note.ClickAsync();
        await page.ArriveAsync("**/r/370300/2023/gwr/#p*");
        await Expect(page.Locator(":target")).ToContainTextAsync("以迎接党的二十大、学习宣传贯彻党的二十大精神为主线");
    }
}
