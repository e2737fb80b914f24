using System.Text.Json;
using AngleSharp.Html.Parser;
using ReportArchive.Citations;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Sites;

/// <summary>Content that tries to run a script is shown as what it is: text.</summary>
public sealed class HostileContentTests(HostileSite site) : IClassFixture<HostileSite>
{
    [Fact]
    public void No_page_has_an_element_or_attribute_of_the_content()
    {
        foreach (var file in site.Pages)
        {
            var page = new HtmlParser().ParseDocument(site.Read(file));
            Assert.All(page.All, element =>
            {
                Assert.DoesNotContain(element.LocalName, (string[])["img", "iframe", "object", "embed", "base", "style"]);
                Assert.DoesNotContain(element.Attributes, static attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
            });
            Assert.DoesNotContain(page.QuerySelectorAll("script"), static script => script.TextContent.Contains(HostileSite.Call, StringComparison.Ordinal) && script.GetAttribute("type") != "application/ld+json");
            Assert.DoesNotContain(page.QuerySelectorAll("[href], [src], [action]"), static element => IsScript(element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!));
        }
    }

    [Fact]
    public void The_words_of_the_content_stay_readable()
    {
        var report = new HtmlParser().ParseDocument(site.Read("r/370306/2023/gwr/index.html"));
        Assert.Equal(HostileSite.Payload, report.QuerySelector("h1")!.TextContent);
        Assert.Equal(HostileSite.Payload.Replace("&lt;", "<", StringComparison.Ordinal), report.GetElementById("p1")!.TextContent);
        var concept = new HtmlParser().ParseDocument(site.Read("c/hostile/index.html"));
        Assert.Equal(HostileSite.Payload, concept.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public void Embedded_data_cannot_end_its_script_element()
    {
        foreach (var file in site.Pages)
        {
            foreach (var script in new HtmlParser().ParseDocument(site.Read(file)).QuerySelectorAll("script[type='application/ld+json']"))
                using (JsonDocument.Parse(script.TextContent))
                    Assert.DoesNotContain("</", script.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_site_passes_check() => (await site.CheckAsync("--format", "json")).Exits(0);

    /// <summary>An address may hold a citation file, which no browser runs, and nothing else.</summary>
    private static bool IsScript(string address) =>
        address.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
        || (address.TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase)
            && !CitationForms.Files.Any(form => address.StartsWith($"data:{form.MediaType};charset=utf-8,", StringComparison.Ordinal)));
}
