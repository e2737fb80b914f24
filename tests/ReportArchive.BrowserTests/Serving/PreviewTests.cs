using System.Net;
using System.Net.Http.Headers;
using ReportArchive.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace ReportArchive.BrowserTests.Serving;

/// <summary>The real server process, asked over HTTP and watched in a browser.</summary>
public sealed class PreviewTests(ServedArchive served)
{
    [Fact]
    public async Task Pages_and_files_are_served_with_their_types_and_what_is_missing_is_404()
    {
        using var client = new HttpClient { BaseAddress = served.Address };
        Assert.Equal("text/html", (await client.GetAsync("r/370306/2023/gwr/")).Content.Headers.ContentType?.MediaType);
        Assert.Equal("text/markdown", (await client.GetAsync("r/370306/2023/gwr/index.md")).Content.Headers.ContentType?.MediaType);
        Assert.Equal("application/json", (await client.GetAsync("manifest.json")).Content.Headers.ContentType?.MediaType);
        var missing = await client.GetAsync("r/370306/1950/gwr/");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("没有这个页面", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_file_is_served_as_static_hosts_do()
    {
        using var client = new HttpClient { BaseAddress = served.Address };
        var whole = await client.GetByteArrayAsync("manifest.json");
        using var request = new HttpRequestMessage(HttpMethod.Get, "manifest.json");
        request.Headers.Range = new RangeHeaderValue(10, 29);
        var part = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[10..30], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal($"bytes 10-29/{whole.Length}", part.Content.Headers.ContentRange?.ToString());
    }

    [Theory]
    [InlineData("/..%2f..%2finput/site.yml")]
    [InlineData("/%2e%2e/input/site.yml")]
    [InlineData("/..%5cinput%5csite.yml")]
    public async Task Nothing_outside_the_site_is_served(string path)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, served.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        var answer = await new StreamReader(stream).ReadToEndAsync();
        Assert.DoesNotContain("baseUrl", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("description:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(" 200 ", answer.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_under_another_hosts_name_is_refused()
    {
        using var client = new HttpClient { BaseAddress = served.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "");
        request.Headers.Host = "evil.example";
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_mistake_shows_in_the_open_page_and_the_last_good_site_stays_until_it_is_mended()
    {
        var file = served.Input("reports", "370481107", "2020-gwr.md");
        var text = await File.ReadAllTextAsync(file);
        var page = await served.OpenAsync("r/370481107/2020/gwr/", follow: true);
        try
        {
            await File.WriteAllTextAsync(file, text.Replace("year: 2020", "year: 二〇二〇", StringComparison.Ordinal));
            await Expect(page.Locator("#preview-errors")).ToContainTextAsync("write 'year: 2020'", new() { Timeout = 60_000 });
            await Expect(page.Locator("h1")).ToHaveTextAsync("2020年姜屯镇政府工作报告");

            await File.WriteAllTextAsync(file, text.Replace("title: 2020年姜屯镇政府工作报告", "title: 2020年姜屯镇政府工作报告（改）", StringComparison.Ordinal));
            await Expect(page.Locator("h1")).ToHaveTextAsync("2020年姜屯镇政府工作报告（改）", new() { Timeout = 60_000 });
            await Expect(page.Locator("#preview-errors")).ToHaveCountAsync(0);
        }
        finally
        {
            await File.WriteAllTextAsync(file, text);
        }
        await Expect(page.Locator("h1")).ToHaveTextAsync("2020年姜屯镇政府工作报告", new() { Timeout = 60_000 });
    }
}
