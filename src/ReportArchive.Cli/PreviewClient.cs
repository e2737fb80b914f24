namespace ReportArchive.Cli;

/// <summary>What the preview adds to pages in the browser; the published site has none of it.</summary>
internal static class PreviewClient
{
    /// <summary>Reloads the page after a build, and shows the errors of one that failed.</summary>
    public const string Script =
        """
        let box = null;
        const show = (errors) => {
          box ??= document.body.appendChild(Object.assign(document.createElement('pre'), { id: 'preview-errors' }));
          box.setAttribute('role', 'alert');
          box.style.cssText = 'position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;margin:0;padding:1rem 1.5rem;background:#2b0f0f;color:#ffd9d2;font:14px/1.6 ui-monospace,monospace;white-space:pre-wrap;z-index:99';
          box.textContent = '没有生成，以下为上一次成功的版本 · Not built; this is the last good site\n\n' + errors.join('\n');
        };
        const events = new EventSource('/_preview/events');
        events.onmessage = (event) => {
          const message = JSON.parse(event.data);
          const state = message.hello ? message.state : message;
          if (!state.ok) show(state.errors);
          else if (!message.hello) location.reload();
        };

        """;

    /// <summary>Shown while there is no site yet.</summary>
    public const string EmptyPage =
        """<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>报告档案</title></head><body><p>还没有生成网站。</p><script type="module" src="/_preview/client.js"></script></body></html>""";

    /// <summary>A page with the script before its end.</summary>
    public static string Inject(string html, string script)
    {
        var end = html.LastIndexOf("</body>", StringComparison.Ordinal);
        return end < 0 ? html : html.Insert(end, $"<script type=\"module\" src=\"{script}\"></script>");
    }
}
