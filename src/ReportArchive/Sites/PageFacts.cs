using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ReportArchive.Diagnostics;

namespace ReportArchive.Sites;

/// <summary>A link of a page.</summary>
/// <param name="Target">As written.</param>
/// <param name="Line">Line it stands on, counted from 1.</param>
/// <param name="Column">Column, counted from 1.</param>
public readonly record struct PageHref(string Target, int Line, int Column);

/// <summary>What a link check needs of a page.</summary>
/// <param name="Path">Path below the site's root.</param>
/// <param name="Ids">Its identifiers.</param>
/// <param name="Links">Its links: href and src of any element.</param>
/// <param name="Base">Address the page itself says it is published at; none where it does not say.</param>
/// <param name="Problems">What is wrong with the page itself.</param>
public sealed record PageFacts(
    string Path, FrozenSet<string> Ids, ImmutableArray<PageHref> Links, Uri? Base, ImmutableArray<Diagnostic> Problems)
{
    private static readonly (string Selector, string Attribute)[] LinkAttributes = [("[href]", "href"), ("[src]", "src"), ("form[action]", "action")];

    /// <summary>Parses a page as browsers do, noting where it is not well-formed.</summary>
    public static PageFacts Read(string html, string path)
    {
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        parser.Error += (_, e) =>
        {
            if (e is AngleSharp.Html.Dom.Events.HtmlErrorEvent error)
                problems.Add(Diagnostic.Error("RA0403", new SourceSpan(path, error.Position.Line, error.Position.Column), $"not well-formed: {error.Message.TrimEnd('.')}"));
        };
        var document = parser.ParseDocument(html);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in document.QuerySelectorAll("[id]"))
        {
            if (!ids.Add(element.Id!))
                problems.Add(Diagnostic.Error("RA0404", SpanOf(element, path), $"the identifier '{element.Id}' stands twice"));
        }
        var links = LinkAttributes.SelectMany(pair => document.QuerySelectorAll(pair.Selector).Select(element =>
        {
            var span = SpanOf(element, path);
            return new PageHref(element.GetAttribute(pair.Attribute)!, span.Line, span.Column);
        }));
        var canonical = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
        return new PageFacts(
            path,
            ids.ToFrozenSet(StringComparer.Ordinal),
            [.. links],
            Uri.TryCreate(canonical, UriKind.Absolute, out var uri) ? uri : null,
            problems.ToImmutable());
    }

    private static SourceSpan SpanOf(IElement element, string path) =>
        element.SourceReference?.Position is { } position ? new SourceSpan(path, position.Line, position.Column) : new SourceSpan(path);
}
