using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ReportArchive.Data;
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

    /// <summary>Renders one page into a buffer, which holds the file's bytes afterwards.</summary>
    public async Task<OutputFile> RenderAsync(Page page, ByteBuffer buffer)
    {
        buffer.Clear();
        await using var renderer = new HtmlRenderer(_services, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(Layout.Page)] = page,
                [nameof(Layout.Theme)] = _context,
            });
            var root = await renderer.RenderComponentAsync<Layout>(parameters);
            buffer.Append("<!DOCTYPE html>\n");
            await using var text = new ByteBufferWriter(buffer);
            root.WriteHtmlTo(text);
            buffer.Append('\n');
        });
        return new OutputFile(page.Url.FilePath, buffer.Written);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
