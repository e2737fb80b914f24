using Microsoft.Playwright;
using ReportArchive.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace ReportArchive.BrowserTests.Citations;

/// <summary>A scholar takes references along.</summary>
public sealed class CitingTests(CorrectedArchive corrected)
{
    private const string Report = PublishedArchive.Base + "r/370306/2023/gwr/";
    private const string Reference = "淄博市周村区人民政府. 2023年周村区政府工作报告[R/OL]. 2023-01-07. " + Report;

    private static Task<string> ClipboardAsync(IPage page) => page.EvaluateAsync<string>("navigator.clipboard.readText()");

    private static async Task SelectAsync(IPage page, string block, string from, string to) => await page.EvaluateAsync(
        """
        ([id, from, to]) => {
          const nodes = [];
          const walk = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) nodes.push(walk.currentNode);
          const start = nodes.find((node) => node.data.includes(from));
          const end = nodes.find((node) => node.data.includes(to));
          const range = document.createRange();
          range.setStart(start, start.data.indexOf(from));
          range.setEnd(end, end.data.indexOf(to) + to.length);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }
        """,
        (string[])[block, from, to]);

    [Fact]
    public async Task Every_form_stands_on_the_page_without_scripts()
    {
        var page = await corrected.Archive.PageAsync(script: false);
        await page.GotoAsync(Report);
        await page.ClickAsync("#cite > summary");
        await Expect(page.Locator("#cite [data-form]")).ToHaveCountAsync(5);
        await Expect(page.Locator("#cite [data-form=gbt2025] dd")).ToHaveTextAsync(Reference + ".");
        await Expect(page.Locator("#cite [data-form=gbt2015] dd")).ToContainTextAsync("(2023-01-07)[引用日期]");
        await Expect(page.Locator("#cite a[data-file]")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task The_national_standard_of_2025_comes_first_and_is_copied()
    {
        var page = await corrected.Archive.PageAsync();
        await page.GotoAsync(Report);
        await page.ClickAsync("#cite > summary");
        await page.Locator("#cite .cite-forms + .copy").ClickAsync();
        await Expect(page.GetByText("已复制")).ToBeVisibleAsync();
        Assert.Equal(Reference + ".", await ClipboardAsync(page));
    }

    [Fact]
    public async Task A_title_in_italics_is_copied_in_italics()
    {
        var page = await corrected.Archive.PageAsync();
        await page.GotoAsync(Report);
        await page.ClickAsync("#cite > summary");
        await page.GetByRole(AriaRole.Button, new() { Name = "APA 7" }).ClickAsync();
        await page.Locator("#cite .cite-forms + .copy").ClickAsync();
        await Expect(page.GetByText("已复制")).ToBeVisibleAsync();
        var html = await page.EvaluateAsync<string>("navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())");
        Assert.Contains("<i>2023年周村区政府工作报告</i>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_of_access_is_the_readers_own()
    {
        var page = await corrected.Archive.PageAsync();
        await page.Clock.SetFixedTimeAsync(new DateTime(2026, 11, 21, 4, 0, 0, DateTimeKind.Utc));
        await page.GotoAsync(Report);
        Assert.Equal(
            $"淄博市周村区人民政府. 2023年周村区政府工作报告[R/OL]. (2023-01-07)[2026-11-21]. {Report}.",
            await page.Locator("#cite [data-form=gbt2015] dd").TextContentAsync());
    }

    [Fact]
    public async Task The_form_chosen_is_remembered()
    {
        var page = await corrected.Archive.PageAsync();
        await page.GotoAsync(Report);
        await page.ClickAsync("#cite > summary");
        await page.GetByRole(AriaRole.Button, new() { Name = "MLA 9" }).ClickAsync();
        await page.GotoAsync(PublishedArchive.Base + "r/370300/2023/gwr/");
        await page.ClickAsync("#cite > summary");
        await Expect(page.Locator("#cite [data-form=mla]")).ToBeVisibleAsync();
        await Expect(page.Locator("#cite [data-form=gbt2025]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Choosing_a_paragraphs_number_cites_that_paragraph()
    {
        var page = await corrected.Archive.PageAsync();
        await page.GotoAsync(Report);
        await page.ClickAsync("#p7 > .pn");
        await page.GetByRole(AriaRole.Button, new() { Name = "引用本段" }).ClickAsync();
        await Expect(page.Locator(".cite-dialog .cite-scope")).ToContainTextAsync("引用第7段");
        await page.Locator("#cite .cite-forms + .copy").ClickAsync();
        Assert.Equal(Reference + "#p7.", await ClipboardAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "复制 BibTeX" }).ClickAsync();
        await Expect(page.Locator("#cite [data-file=bib] + button")).ToContainTextAsync("已复制"); // Not the other button, which may still say so.
        Assert.Contains("url = {" + Report + "#p7}", await ClipboardAsync(page), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".cite-dialog")).ToHaveCountAsync(0);
        await Expect(page.Locator("#cite")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Selected_text_is_copied_with_its_reference_and_a_link_to_the_words()
    {
        var page = await corrected.Archive.PageAsync();
        await page.GotoAsync(Report);
        await SelectAsync(page, "p4", "面对复杂严峻的外部环境", "新冠疫情冲击");
        await page.GetByRole(AriaRole.Button, new() { Name = "复制并附出处" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "已复制" })).ToBeVisibleAsync();
        var copied = (await ClipboardAsync(page)).ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("“面对复杂严峻的外部环境和新冠疫情冲击”", copied[0]);
        Assert.StartsWith("——" + Reference + "#p4:~:text=", copied[1], StringComparison.Ordinal);
        var fragment = Uri.UnescapeDataString(copied[1][(copied[1].IndexOf("text=", StringComparison.Ordinal) + 5)..^1]);
        Assert.Contains("复杂严峻的外部环境和新冠疫情", fragment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotation_marks_within_a_quotation_become_single_ones()
    {
        var page = await corrected.Archive.PageAsync();
        await page.GotoAsync(Report);
        await SelectAsync(page, "p4", "聚力答好", "”，各项事业");
        await page.GetByRole(AriaRole.Button, new() { Name = "复制并附出处" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "已复制" })).ToBeVisibleAsync();
        Assert.StartsWith("“聚力答好‘六张时代新答卷’，各项事业”", await ClipboardAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_concept_is_cited_too()
    {
        var page = await corrected.Archive.PageAsync();
        await page.Clock.SetFixedTimeAsync(new DateTime(2026, 11, 21, 4, 0, 0, DateTimeKind.Utc));
        await page.GotoAsync(PublishedArchive.Base + "c/si-jian-si-zeng/");
        Assert.Equal(
            $"报告档案. 四减四增[EB/OL]. [2026-11-21]. {PublishedArchive.Base}c/si-jian-si-zeng/.",
            await page.Locator("#cite [data-form=gbt2025] dd").TextContentAsync());
    }
}
