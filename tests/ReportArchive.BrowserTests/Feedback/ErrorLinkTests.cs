using System.Web;
using ReportArchive.BrowserTests.Support;
using ReportArchive.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ReportArchive.BrowserTests.Feedback;

/// <summary>A reader points out an error.</summary>
public sealed class ErrorLinkTests : IAsyncLifetime
{
    private const string Report = PublishedArchive.Base + "r/370306/2023/gwr/";

    private readonly TemporaryFolder _folder = new();
    private PublishedArchive _archive = null!;

    public async ValueTask InitializeAsync()
    {
        _folder.Write("input/site.yml", "repository: https://github.com/example/archive\n");
        _folder.Write("input/reports/370306/2023-gwr.md", File.ReadAllText(Path.Combine(Repository.Input, "reports", "370306", "2023-gwr.md")));
        (await ReportArchiveProcess.RunAsync(_folder.Path, ["build", "--base-url", PublishedArchive.Base])).Exits(0);
        _archive = await PublishedArchive.OpenAsync(_folder["output"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Beside_the_paragraph_under_the_pointer_a_link_opens_the_form_filled_in()
    {
        var page = await _archive.PageAsync();
        await page.GotoAsync(Report);
        var link = page.Locator("#p4 > .feedback");

        await Expect(page.Locator(".feedback:visible")).ToHaveCountAsync(0);
        await page.Locator("#p4").HoverAsync();
        await Expect(link).ToBeVisibleAsync();
        await Expect(link).ToHaveAccessibleNameAsync("指出第4段的错误");

        var url = new Uri((await link.GetAttributeAsync("href"))!);
        var query = HttpUtility.ParseQueryString(url.Query);
        Assert.Equal("https://github.com/example/archive/issues/new", url.GetLeftPart(UriPartial.Path));
        Assert.Equal(("error.yml", Report + "#p4", "错误：2023年周村区政府工作报告第4段"), (query["template"], query["url"], query["title"]));
        Assert.Equal((await page.Locator("#p4").TextContentAsync())!.Trim(), query["text"]);

        await page.Locator("#p5").HoverAsync();
        await Expect(page.Locator(".feedback:visible")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task No_paragraph_makes_an_address_that_is_refused_for_its_length()
    {
        var page = await _archive.PageAsync();
        await page.GotoAsync(Report);

        var lengths = await page.EvaluateAsync<int[]>("() => [...document.querySelectorAll(':is(.body, .alike) > [id]')].map((block) => { block.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })); return block.querySelector('.feedback').href.length; })");

        Assert.True(lengths.Length > 30, $"{lengths.Length} paragraphs");
        Assert.InRange(lengths.Max(), 2000, 8000);
    }

    [Fact]
    public async Task The_keyboard_reaches_it_from_the_paragraphs_number()
    {
        var page = await _archive.PageAsync();
        await page.GotoAsync(Report);

        await page.Locator("#p3 > .pn").FocusAsync();
        await Expect(page.Locator("#p3 > .feedback")).ToBeVisibleAsync();
        await page.Locator("#p3 > .feedback").FocusAsync();
        await Expect(page.Locator("#p3 > .feedback")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Without_scripts_each_paragraph_has_its_link_and_the_report_has_one_at_its_end()
    {
        var page = await _archive.PageAsync(script: false);
        await page.GotoAsync(Report);

        await page.Locator("#p4").HoverAsync();
        await Expect(page.Locator("#p4 > .feedback")).ToBeVisibleAsync();
        await Expect(page.Locator("#p4 > .feedback")).ToHaveAttributeAsync("href", "https://github.com/example/archive/issues/new?template=error.yml&url=" + Report + "%23p4");

        var link = page.Locator("a.feedback-form");
        await Expect(link).ToHaveTextAsync("指出本篇错误");
        await Expect(link).ToHaveAttributeAsync("href", "https://github.com/example/archive/issues/new?template=error.yml&url=" + Report);
    }

    [Fact]
    public async Task Copied_text_holds_no_trace_of_it()
    {
        var page = await _archive.PageAsync();
        await page.GotoAsync(Report);
        await page.Locator("#p3").HoverAsync();

        var selected = await page.EvaluateAsync<string>("() => { getSelection().selectAllChildren(document.getElementById('p3')); return getSelection().toString(); }");

        Assert.DoesNotContain("指出错误", selected, StringComparison.Ordinal);
    }
}
