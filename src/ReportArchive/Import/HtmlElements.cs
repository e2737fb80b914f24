using System.Collections.Frozen;
using AngleSharp.Dom;

namespace ReportArchive.Import;

/// <summary>What the elements of HTML mean to whoever reads a page for its text.</summary>
internal static class HtmlElements
{
    /// <summary>Links a list must have to be one of links.</summary>
    private const int LeastLinks = 3;

    private static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol option p pre section summary table tbody td tfoot th thead title tr ul");

    private static readonly FrozenSet<string> Furniture = Set(
        "script style noscript template nav footer aside form button select textarea input iframe object embed svg canvas audio video map head menu dialog");

    private static readonly FrozenSet<string> Voids = Set("area base br col embed hr img input link meta param source track wbr p li dd dt tr td th option o");

    /// <summary>Whether an element stands on lines of its own.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Whether the tag that begins here opens nothing that must be closed.</summary>
    public static bool IsVoid(ReadOnlySpan<char> tag)
    {
        var end = 0;
        while (end < tag.Length && end < 10 && char.IsAsciiLetterOrDigit(tag[end]))
            end++;
        return Voids.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tag[..end]);
    }

    /// <summary>Whether an element and all in it is no part of what is read: hidden, a widget, or a list of links.</summary>
    public static bool IsFurniture(IElement element)
    {
        if (Furniture.Contains(element.LocalName) || element.HasAttribute("hidden"))
            return true;
        if (element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase))
            return true;
        return element.LocalName is "ul" or "ol" && IsLinkList(element);
    }

    private static bool IsLinkList(IElement list)
    {
        var (items, links) = (0, 0);
        foreach (var item in list.Children)
        {
            items++;
            links += item.Children is [{ LocalName: "a" }] || item.LocalName == "a" ? 1 : 0;
        }
        return links >= LeastLinks && links * 5 >= items * 4;
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
