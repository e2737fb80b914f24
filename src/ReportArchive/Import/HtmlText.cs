using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ReportArchive.Import;

/// <summary>
/// Draws the text out of a web page: what a reader sees, a block a line, tables of data as rows between upright bars.
/// Scripts, styles, forms and the parts HTML itself calls furniture (nav, footer, aside) are left out, and so are lists of
/// links; what other furniture there is, the importer tells by what it says. The walk does not recurse, so that no depth
/// of nesting can exhaust the stack.
/// </summary>
public static class HtmlText
{
    private const int DeepestPage = 4_000;

    /// <summary>The text of a page; null where its elements are nested so deeply that no honest page is.</summary>
    public static string? Of(string html)
    {
        if (Depth(html) > DeepestPage)
            return null;
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        var text = new StringBuilder(html.Length / 4);
        if (document.Title is { Length: > 0 } title)
            text.Append(title.Trim()).Append('\n');
        Write(document.Body ?? (INode)document, text);
        return text.ToString();
    }

    private static void Write(INode root, StringBuilder text)
    {
        var node = root;
        while (node is not null)
        {
            if (node is IText run)
                AppendRun(text, run.Data);
            var isEntered = node is not IElement element || Enter(element, text);
            node = isEntered && node.FirstChild is { } child ? child : Next(node, root, text);
        }
    }

    /// <summary>What comes after a node and all in it; blocks that end on the way end their line.</summary>
    private static INode? Next(INode node, INode root, StringBuilder text)
    {
        for (var at = node; at is not null && at != root; at = at.Parent)
        {
            if (at is IElement element && HtmlElements.IsBlock(element.LocalName))
                EndLine(text);
            if (at.NextSibling is { } next)
                return next;
        }
        return null;
    }

    /// <summary>Begins an element; false where what is in it was written already or is not wanted.</summary>
    private static bool Enter(IElement element, StringBuilder text)
    {
        if (HtmlElements.IsFurniture(element))
            return false;
        if (element.LocalName == "br")
            EndLine(text);
        else if (HtmlElements.IsBlock(element.LocalName))
            EndLine(text);
        if (element.LocalName != "table" || HtmlTable.Rows(element) is not { } rows)
            return true;
        foreach (var row in rows)
            text.Append(row).Append('\n');
        return false;
    }

    /// <summary>Line ends of the source are spaces between Latin words; next to Chinese characters and digits they are nothing.</summary>
    private static void AppendRun(StringBuilder text, string run)
    {
        foreach (var c in run)
        {
            if (c is not ('\n' or '\r' or '\t'))
                text.Append(c);
            else if (text.Length > 0 && (char.IsAsciiLetter(text[^1]) || text[^1] is ',' or '.'))
                text.Append(' ');
        }
    }

    private static void EndLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
    }

    /// <summary>How deeply tags are nested at most, void elements and stray end tags aside.</summary>
    private static int Depth(string html)
    {
        var (depth, deepest) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/')
                depth = Math.Max(0, depth - 1);
            else if (char.IsAsciiLetter(html[at + 1]) && !HtmlElements.IsVoid(html.AsSpan(at + 1)))
                deepest = Math.Max(deepest, ++depth);
        }
        return deepest;
    }
}
