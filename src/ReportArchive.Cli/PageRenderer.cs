using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ReportArchive.Pages;
using ReportArchive.Sites;
using ReportArchive.Theme;

namespace ReportArchive.Cli;

/// <summary>
/// Renders pages with the theme's Razor components; may be called from several threads at once. A renderer keeps every
/// component it ever made, so each page has a renderer of its own: memory stays flat, and making one costs less than the page.
/// </summary>
internal sealed class PageRenderer : IAsyncDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly ServiceProvider _services;
    private readonly ThemeContext _context;

    public PageRenderer(ThemeContext context)
    {
        _context = context;
        // Chinese is written as it is; the default encoder would write every character as a reference.
        _services = new ServiceCollection()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .BuildServiceProvider();
    }

    /// <summary>Renders one page.</summary>
    public async Task<OutputFile> RenderAsync(Page page)
    {
        await using var renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(Layout.Page)] = page,
                [nameof(Layout.Theme)] = _context,
            });
            var root = await renderer.RenderComponentAsync<Layout>(parameters);
            var text = new StringWriter();
            text.Write("<!DOCTYPE html>\n");
            root.WriteHtmlTo(text);
            text.Write('\n');
            return text.ToString();
        });
        return new OutputFile(page.Url.FilePath, Utf8.GetBytes(html));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
