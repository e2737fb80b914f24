using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ReportArchive.BrowserTests.Support;
using ReportArchive.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ReportArchive.BrowserTests.Serving;

/// <summary>The site under the headers that the examples of nginx and Caddy send: nothing a reader does is forbidden by them.</summary>
public sealed partial class ContentSecurityTests(ServedArchive served) : IAsyncLifetime
{
    private readonly List<string> _violations = [];
    private IPage _page = null!;

    [GeneratedRegex("""Content-Security-Policy\s+"(?<policy>[^"]+)"|Referrer-Policy\s+"?(?<referrer>[a-z-]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header { get; }

    private static (string Policy, string Referrer) HeadersOf(string example)
    {
        var matches = Header.Matches(File.ReadAllText(Path.Combine(Repository.Root, ".github", "hosting", example)));
        return (matches.Single(static match => match.Groups["policy"].Success).Groups["policy"].Value, matches.Single(static match => match.Groups["referrer"].Success).Groups["referrer"].Value);
    }

    public async ValueTask InitializeAsync()
    {
        _page = await served.OpenAsync("about/");
        var (policy, referrer) = HeadersOf("nginx.conf");
        await _page.Context.RouteAsync($"{served.Address}**", async route =>
        {
            if (route.Request.Url.Contains("/_preview/", StringComparison.Ordinal))
            {
                await route.AbortAsync();
                return;
            }
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new()
            {
                Response = answer,
                Headers = answer.Headers.Concat([new("content-security-policy", policy), new("referrer-policy", referrer), new("x-content-type-options", "nosniff")]),
            });
        });
        await _page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await _page.ExposeFunctionAsync("violated", (string what) => _violations.Add(what));
        await _page.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', (event) => violated(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))");
        _page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                _violations.Add(message.Text);
        };
    }

    public async ValueTask DisposeAsync() => await _page.Context.CloseAsync();

    [Fact]
    public void Both_examples_send_the_same() => Assert.Equal(HeadersOf("nginx.conf"), HeadersOf("Caddyfile"));

    [Fact]
    public async Task The_test_would_see_a_violation()
    {
        await GoAsync("");
        await _page.EvaluateAsync("const script = document.createElement('script'); script.textContent = '1'; document.body.append(script)");
        await _page.WaitForTimeoutAsync(200);
        Assert.NotEmpty(_violations);
    }

    [Theory]
    [InlineData("")]
    [InlineData("p/370306/")]
    [InlineData("y/2023/")]
    [InlineData("k/gwr/")]
    [InlineData("parallels/")]
    [InlineData("r/370306/2023/gwr/with/")]
    [InlineData("data/")]
    [InlineData("404.html")]
    public async Task A_page_that_is_only_read_keeps_to_the_policy(string path)
    {
        await GoAsync(path);
        await AssertKeptAsync();
    }

    [Fact]
    public async Task A_report_is_read_cited_and_previewed()
    {
        await GoAsync("r/370306/2023/gwr/");
        foreach (var summary in await _page.Locator("summary:visible").AllAsync())
            await summary.ClickAsync();
        await _page.Locator("#p4").HoverAsync();
        await _page.Locator("#p4 a[href*='/c/']").First.HoverAsync();
        await Expect(_page.Locator(".preview")).ToBeVisibleAsync();
        await _page.EvaluateAsync("getSelection().selectAllChildren(document.getElementById('p4'))");
        await _page.Keyboard.PressAsync("Shift+ArrowRight");
        foreach (var button in await _page.Locator(".cite-panel button:visible, .cite button:visible").AllAsync())
            await button.ClickAsync();
        await AssertKeptAsync();
    }

    [Fact]
    public async Task A_search_answers()
    {
        await GoAsync("search/");
        await _page.Locator("main input[type=search]").FillAsync("四减四增");
        await _page.Keyboard.PressAsync("Enter");
        await Expect(_page.Locator("#search-app mark").First).ToHaveTextAsync("四减四增");
        await AssertKeptAsync();
    }

    [Fact]
    public async Task A_concept_is_sorted_and_compared()
    {
        await GoAsync("c/si-jian-si-zeng/");
        await _page.GetByRole(AriaRole.Button, new() { Name = "按左文" }).ClickAsync();
        await GoAsync("c/?sort=rise");
        await Expect(_page.Locator("#concepts tbody tr").First).ToBeVisibleAsync();
        await GoAsync("compare/?c=si-jian-si-zeng&c=xiang-cun-zhen-xing");
        await Expect(_page.Locator("figure.compare svg")).ToBeVisibleAsync();
        await Expect(_page.Locator("table.compared td").First).ToHaveCSSAsync("--share", new Regex("[0-9.]", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await AssertKeptAsync();
    }

    [Fact]
    public async Task A_paragraph_is_found_by_its_reference()
    {
        await GoAsync("cite/");
        await _page.Locator("#cite-q").First.FillAsync("周村 2023 第17段");
        await _page.Keyboard.PressAsync("Enter");
        await Expect(_page.Locator("main")).ToContainTextAsync("周村区政府工作报告");
        await AssertKeptAsync();
    }

    private Task<IResponse?> GoAsync(string path) => _page.GotoAsync(new Uri(served.Address, path).AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });

    private async Task AssertKeptAsync()
    {
        await _page.WaitForTimeoutAsync(200);
        Assert.Empty(_violations);
    }
}
