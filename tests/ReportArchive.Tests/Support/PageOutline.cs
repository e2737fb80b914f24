using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ReportArchive.Tests.Support;

/// <summary>
/// What a page says, for golden files: its title, and its main part a block a line, links as <c>[text](where)</c>. Markup that
/// only concerns looks is left out, so that a golden file changes when a reader without styles would notice.
/// </summary>
internal static class PageOutline
{
    private static readonly HashSet<string> s_blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "tr", "dt", "dd", "figcaption", "summary", "blockquote", "nav", "form", "section", "figure",
        "article", "header", "footer", "div", "ul", "ol", "dl", "table", "thead", "tbody", "details", "main", "noscript",
    };

    public static string Of(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        var lines = new List<string> { $"title: {page.Title}", $"description: {page.QuerySelector("meta[name=description]")?.GetAttribute("content")}" };
        Blocks(page.QuerySelector("main")!, lines);
        return string.Concat(lines.Select(static line => line + "\n"));
    }

    private static void Blocks(IElement element, List<string> lines)
    {
        var text = new StringBuilder();
        foreach (var node in element.ChildNodes)
        {
            if (node is IElement child && s_blocks.Contains(child.LocalName))
            {
                Flush(element, text, lines);
                Blocks(child, lines);
            }
            else
            {
                Inline(node, text);
            }
        }
        Flush(element, text, lines);
    }

    private static void Inline(INode node, StringBuilder text)
    {
        if (node is not IElement element)
        {
            text.Append(node is IText ? node.TextContent : "");
            return;
        }
        if (element.LocalName is "script" or "svg")
            return;
        var start = text.Length;
        foreach (var child in element.ChildNodes)
            Inline(child, text);
        switch (element.LocalName)
        {
            case "a":
                var words = text.ToString(start, text.Length - start);
                text.Length = start;
                text.Append($"[{(words.Length > 0 ? words : element.GetAttribute("aria-label"))}]({element.GetAttribute("href")})");
                break;
            case "mark" or "em" or "strong" or "code":
                text.Insert(start, '*').Append('*');
                break;
            case "td" or "th":
                text.Append(" | ");
                break;
        }
    }

    private static void Flush(IElement element, StringBuilder text, List<string> lines)
    {
        var line = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text.Clear();
        if (line.Length > 0)
            lines.Add($"{element.LocalName}{(element.Id is { Length: > 0 } id ? "#" + id : "")}: {line}");
    }
}
