using System.Net;
using System.Net.NetworkInformation;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Commands;

/// <summary>A small archive, served by a process of its own.</summary>
public sealed class ServedFolder : IAsyncLifetime
{
    internal TemporaryFolder Folder { get; } = new();

    internal RunningServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        FolderTree.Copy(Repository.Fixtures("small-archive", "input"), Folder["input"]);
        Folder.Write("theme/assets/icon.svg", """<svg xmlns="http://www.w3.org/2000/svg"/>""");
        Server = await RunningServer.StartAsync(Folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Folder.Dispose();
    }
}

/// <summary>The preview as a process of its own: what it serves, and to whom.</summary>
public sealed class ServeTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private readonly TemporaryFolder _folder = served.Folder;
    private readonly RunningServer _server = served.Server;

    [Theory]
    [InlineData("", "text/html", "<h1>小档案</h1>")]
    [InlineData("r/370306/2023/gwr/", "text/html", "<h1>2023年周村区政府工作报告</h1>")]
    [InlineData("r/370306/2023/gwr/data.json", "application/json", "\"id\":\"370306/2023/gwr\"")]
    [InlineData("r/370306/2023/gwr/index.md", "text/markdown", "place: 山东省/淄博市/周村区")]
    [InlineData("feed.xml", "application/xml", "<feed")]
    [InlineData("data/text.tsv", "text/tab-separated-values", "各位代表：")]
    public async Task Files_come_with_their_type_and_character_set(string path, string type, string content)
    {
        var response = await _server.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal((type, "utf-8"), (response.ContentHeaders.ContentType?.MediaType, response.ContentHeaders.ContentType?.CharSet));
        Assert.Contains(content, response.Text, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Served_pages_listen_for_changes_and_published_ones_do_not()
    {
        Assert.Contains("/_preview/client.js", (await _server.GetAsync("c/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("_preview", File.ReadAllText(_folder["output/c/index.html"]), StringComparison.Ordinal);
        var script = await _server.GetAsync("_preview/client.js");
        Assert.Equal("text/javascript", script.ContentHeaders.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_wrong_address_is_answered_with_404_and_the_page_for_lost_readers()
    {
        var response = await _server.GetAsync("r/370306/1999/gwr/");
        Assert.Equal(HttpStatusCode.NotFound, response.Status);
        Assert.Contains("没有这个页面", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_its_last_slash_is_found()
    {
        var response = await _server.GetAsync("search?q=四减四增");
        Assert.Equal(HttpStatusCode.Redirect, response.Status);
        Assert.Equal("/search/?q=%E5%9B%9B%E5%87%8F%E5%9B%9B%E5%A2%9E", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("bytes=0-9", 0, 10)]
    [InlineData("bytes=10-", 10, -1)]
    [InlineData("bytes=-7", -7, 7)]
    [InlineData("bytes=5-5", 5, 1)]
    [InlineData("bytes=3-99999999", 3, -1)]
    public async Task A_part_of_a_file_is_sent_when_a_part_is_asked_for(string range, int start, int length)
    {
        var whole = File.ReadAllBytes(_folder["output/data/text.tsv"]);
        var response = await _server.GetAsync("data/text.tsv", range: range);
        Assert.Equal(HttpStatusCode.PartialContent, response.Status);
        var from = start < 0 ? whole.Length + start : start;
        var part = whole[from..(length < 0 ? whole.Length : from + length)];
        Assert.Equal(part, response.Bytes);
        Assert.Equal($"bytes {from}-{from + part.Length - 1}/{whole.Length}", response.ContentHeaders.ContentRange?.ToString());
    }

    [Fact]
    public async Task A_part_beyond_the_end_is_refused_and_an_unknown_unit_is_passed_over()
    {
        var beyond = await _server.GetAsync("data/text.tsv", range: "bytes=99999999-");
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.Status);
        var other = await _server.GetAsync("data/text.tsv", range: "pages=1-2");
        Assert.Equal(HttpStatusCode.OK, other.Status);
    }

    [Fact]
    public async Task Head_tells_the_length_and_sends_nothing()
    {
        var response = await _server.GetAsync("data/text.tsv", HttpMethod.Head);
        Assert.Equal(new FileInfo(_folder["output/data/text.tsv"]).Length, response.ContentHeaders.ContentLength);
        Assert.Empty(response.Bytes);
    }

    [Theory]
    [InlineData("/../input/site.yml")]
    [InlineData("/r/../../input/site.yml")]
    [InlineData("/%2e%2e/input/site.yml")]
    [InlineData("/..%2finput/site.yml")]
    [InlineData("/%2e%2e%2finput%2fsite.yml")]
    [InlineData("/..%5cinput%5csite.yml")]
    [InlineData("/..\\input\\site.yml")]
    [InlineData("//input/site.yml")]
    [InlineData("/./../input/site.yml")]
    [InlineData("/.%00/../input/site.yml")]
    [InlineData("/../output-of-another/secret")]
    [InlineData("/../input/")]
    [InlineData("http://localhost/../input/site.yml")]
    public async Task No_path_leads_out_of_the_site(string path)
    {
        _folder.Write("output-of-another/secret", "baseUrl");
        var response = await _server.SendRawAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 (400|404) |^HTTP/1.1 302 ", response);
        Assert.DoesNotContain("baseUrl", response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", "200")]
    [InlineData("127.0.0.1", "200")]
    [InlineData("evil.example", "421")]
    [InlineData("localhost.evil.example", "421")]
    [InlineData("0.0.0.0", "421")]
    public async Task Only_this_machine_may_ask_under_its_own_name(string host, string status)
    {
        foreach (var path in (string[])["/", "/manifest.json", "/_preview/client.js"])
            Assert.StartsWith($"HTTP/1.1 {status} ", await _server.SendRawAsync($"GET {path} HTTP/1.1\r\nHost: {host}:{_server.Address.Port}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_listens_on_the_loopback_interface_alone()
    {
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == _server.Address.Port).ToList();
        Assert.NotEmpty(listeners);
        Assert.All(listeners, static listener => Assert.True(IPAddress.IsLoopback(listener.Address), listener.ToString()));
    }

    [Fact]
    public async Task A_port_in_use_is_said()
    {
        var second = (await ReportArchiveProcess.RunAsync(_folder.Path, ["serve", "--port", $"{_server.Address.Port}", "--output", "second"])).Exits(1);
        Assert.Contains($"port {_server.Address.Port} is in use", second.Errors, StringComparison.Ordinal);
    }
}

/// <summary>What the preview does when the content changes; each test has a server of its own.</summary>
public sealed class ServeChangesTests : IAsyncLifetime
{
    private readonly ServedFolder _served = new();

    private TemporaryFolder Folder => _served.Folder;

    private RunningServer Server => _served.Server;

    public ValueTask InitializeAsync() => _served.InitializeAsync();

    public ValueTask DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task A_change_is_built_and_open_pages_are_told()
    {
        using var events = await Server.ListenAsync();
        Assert.True(events.Hello.GetProperty("state").GetProperty("ok").GetBoolean());
        File.AppendAllText(Folder["input/reports/370306/2022-gwr.md"], "\n新加的一段。\n");
        await events.UntilBuiltAsync(async () => (await Server.GetAsync("r/370306/2022/gwr/")).Text.Contains("新加的一段。", StringComparison.Ordinal));

        Folder.Write("input/reports/370303/2023-gwr.md", "---\ntitle: 2023年张店区政府工作报告\nplace: 370303\nyear: 2023\nkind: gwr\n---\n张店区报告。\n");
        await events.UntilBuiltAsync(async () => (await Server.GetAsync("r/370303/2023/gwr/")).Status == HttpStatusCode.OK);

        Directory.Delete(Folder["input/reports/370303"], recursive: true);
        await events.UntilBuiltAsync(async () => (await Server.GetAsync("r/370303/2023/gwr/")).Status == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_change_of_the_theme_is_built_too()
    {
        using var events = await Server.ListenAsync();
        Folder.Write("theme/assets/icon.svg", """<svg xmlns="http://www.w3.org/2000/svg"><circle r="1"/></svg>""");
        await events.UntilBuiltAsync(async () =>
        {
            var icon = Directory.EnumerateFiles(Folder["output/assets"], "icon.svg", SearchOption.AllDirectories).Single();
            return (await Server.GetAsync(Path.GetRelativePath(Folder["output"], icon))).Text.Contains("circle", StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_mistake_is_told_and_the_last_good_site_stays_until_it_is_mended()
    {
        using var events = await Server.ListenAsync();
        var report = File.ReadAllText(Folder["input/reports/370306/2022-gwr.md"]);
        Folder.Write("input/reports/370306/2022-gwr.md", report.Replace("year: 2022", "year: 二〇二二", StringComparison.Ordinal));
        var told = await events.NextFailureAsync();
        var error = Assert.Single(told.GetProperty("errors").EnumerateArray()).GetString()!;
        Assert.Contains("input/reports/370306/2022-gwr.md:4:7: error RA0007: ", error, StringComparison.Ordinal);
        Assert.Contains("write 'year: 2022'", error, StringComparison.Ordinal);
        Assert.Contains("2022-gwr.md:4:7: error RA0007: ", Server.Said, StringComparison.Ordinal);
        Assert.Contains("2022年周村区政府工作报告", (await Server.GetAsync("r/370306/2022/gwr/")).Text, StringComparison.Ordinal);

        // A page opened now is told too.
        using (var later = await Server.ListenAsync())
            Assert.False(later.Hello.GetProperty("state").GetProperty("ok").GetBoolean());

        Folder.Write("input/reports/370306/2022-gwr.md", report + "\n已改正。\n");
        await events.UntilBuiltAsync(async () => (await Server.GetAsync("r/370306/2022/gwr/")).Text.Contains("已改正。", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ctrl_C_ends_it_with_0_and_leaves_the_site_alone()
    {
        using var events = await Server.ListenAsync();
        Assert.Equal(0, await Server.InterruptAsync());
        Assert.Equal([".cache", "input", "output", "theme"], Directory.EnumerateFileSystemEntries(Folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("error:", Server.Said, StringComparison.Ordinal);
    }
}

/// <summary>A preview of content that is wrong from the start.</summary>
public sealed class ServeWrongContentTests
{
    [Fact]
    public async Task It_serves_a_page_that_waits_and_then_the_site()
    {
        using var folder = new TemporaryFolder();
        FolderTree.Copy(Repository.Fixtures("small-archive", "input"), folder["input"]);
        var report = File.ReadAllText(folder["input/reports/370306/2022-gwr.md"]);
        folder.Write("input/reports/370306/2022-gwr.md", report.Replace("kind: gwr", "kind: 报告", StringComparison.Ordinal));
        await using var server = await RunningServer.StartAsync(folder.Path);
        var empty = await server.GetAsync("");
        Assert.Equal(HttpStatusCode.NotFound, empty.Status);
        Assert.Contains("还没有生成网站", empty.Text, StringComparison.Ordinal);
        using var events = await server.ListenAsync();
        Assert.False(events.Hello.GetProperty("state").GetProperty("ok").GetBoolean());
        folder.Write("input/reports/370306/2022-gwr.md", report);
        await events.UntilBuiltAsync(async () => (await server.GetAsync("")).Text.Contains("小档案", StringComparison.Ordinal));
    }
}
