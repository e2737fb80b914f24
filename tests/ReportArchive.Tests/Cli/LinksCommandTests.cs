using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Cli;

public sealed class LinksCommandTests
{
    [Fact]
    public async Task Only_links_whose_page_or_host_is_gone_are_dead()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(static context =>
        {
            context.Response.StatusCode = context.Request.Path.Value switch { "/gone" => 404, "/busy" => 503, "/forbidden" => 403, _ => 200 };
            if (context.Request.Path == "/moved")
                context.Response.Redirect("/here");
            return Task.CompletedTask;
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        var host = app.Urls.First();
        using var folder = new TemporaryFolder();
        var sources = string.Concat(new[] { "here", "gone", "busy", "forbidden", "moved" }.Select(path => $"  - name: {path}\n    url: {host}/{path}\n"));
        folder.Write("input/reports/370306/2023-gwr.md", $"---\ntitle: 2023年周村区政府工作报告\nplace: 370306\nyear: 2023\nkind: gwr\nsource:\n{sources}  - name: nowhere\n    url: http://no-such-host.invalid/x\n---\n各位代表：见[附件]({host}/gone)。\n");

        var dead = (await ReportArchiveProcess.RunAsync(folder.Path, ["links", "--check", "--markdown"])).Exits(1);

        Assert.Contains($"| gone | <{host}/gone> | 404 |", dead.Output, StringComparison.Ordinal);
        Assert.Contains("| nowhere | <http://no-such-host.invalid/x> | 找不到主机 |", dead.Output, StringComparison.Ordinal);
        Assert.Contains($"input/reports/370306/2023-gwr.md:", dead.Output, StringComparison.Ordinal);
        Assert.Contains($"| 附件 | <{host}/gone> | 404 |", dead.Output, StringComparison.Ordinal);
        Assert.Equal(5, dead.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        var all = (await ReportArchiveProcess.RunAsync(folder.Path, ["links"])).Exits(0);
        Assert.Equal(7, all.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
