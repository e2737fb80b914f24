using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ReportArchive.Charts;

/// <summary>
/// A drawing in SVG, written from back to front. Colours come from the style sheet by class, so that one drawing serves
/// light, dark and paper; coordinates are whole pixels, so that the same drawing has the same bytes everywhere.
/// </summary>
public sealed class Svg
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new();
    private readonly string _frame;
    private bool _hasLinks;

    /// <summary>Begins a drawing.</summary>
    /// <param name="width">Width in CSS pixels.</param>
    /// <param name="height">Height in CSS pixels.</param>
    /// <param name="label">What the drawing shows, for those who do not see it; its numbers must stand in a table beside it.</param>
    public Svg(int width, int height, string label)
    {
        _frame = $"viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" aria-label=\"{Encoder.Encode(label)}\"";
    }

    /// <summary>A rectangle.</summary>
    public Svg Rect(int x, int y, int width, int height, string style, int radius = 0)
    {
        var rounded = radius > 0 ? $" rx=\"{radius}\"" : "";
        _text.Append($"<rect class=\"{style}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{rounded} />");
        return this;
    }

    /// <summary>A rectangle whose fill is as strong as a share, 0 to 1.</summary>
    public Svg Shade(int x, int y, int width, int height, string style, double share)
    {
        _text.Append($"<rect class=\"{style}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"3\" fill-opacity=\"{share:0.00}\" />");
        return this;
    }

    /// <summary>A circle.</summary>
    public Svg Circle(int x, int y, int radius, string style)
    {
        _text.Append($"<circle class=\"{style}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" />");
        return this;
    }

    /// <summary>A straight line; a width of 0 leaves it to the style sheet.</summary>
    public Svg Line(int x1, int y1, int x2, int y2, string style, int width = 0)
    {
        var stroke = width > 0 ? $" stroke-width=\"{width}\"" : "";
        _text.Append($"<line class=\"{style}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{stroke} />");
        return this;
    }

    /// <summary>Dots of one size and style at many places, as one element: ends of lines without length.</summary>
    public Svg Dots(IEnumerable<(int X, int Y)> places, int radius, string style)
    {
        var path = string.Concat(places.Select(static place => $"M{place.X} {place.Y}h0"));
        if (path.Length > 0)
            _text.Append($"<path class=\"{style}\" stroke-linecap=\"round\" stroke-width=\"{2 * radius}\" d=\"{path}\" />");
        return this;
    }

    /// <summary>Vertical lines of one style and length, as one element.</summary>
    public Svg Verticals(IEnumerable<int> places, int y1, int y2, string style)
    {
        var path = string.Concat(places.Select(x => $"M{x} {y1}V{y2}"));
        if (path.Length > 0)
            _text.Append($"<path class=\"{style}\" d=\"{path}\" />");
        return this;
    }

    /// <summary>
    /// Rectangles of one size and style: drawn once, used at every place, given by its upper left corner.
    /// <paramref name="name"/> must be no other element's of the page.
    /// </summary>
    public Svg Rects(IEnumerable<(int X, int Y)> places, int width, int height, string style, int radius, string name)
    {
        var uses = string.Concat(places.Select(place => $"<use href=\"#{name}\" x=\"{place.X}\" y=\"{place.Y}\" />"));
        if (uses.Length > 0)
            _text.Append($"<defs><rect id=\"{name}\" class=\"{style}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" /></defs>{uses}");
        return this;
    }

    /// <summary>Words of one style, each with their middle at a place.</summary>
    public Svg Words(IEnumerable<(int X, int Y, string Text)> words, string style)
    {
        var texts = string.Concat(words.Select(static word => $"<text x=\"{word.X}\" y=\"{word.Y}\">{Encoder.Encode(word.Text)}</text>"));
        if (texts.Length > 0)
            _text.Append($"<g class=\"{style}\" text-anchor=\"middle\">{texts}</g>");
        return this;
    }

    /// <summary>A line of text; x is where it starts, has its middle or ends, as the anchor says.</summary>
    public Svg Text(int x, int y, string text, string style, string anchor = "start")
    {
        var at = anchor == "start" ? "" : $" text-anchor=\"{anchor}\"";
        _text.Append($"<text class=\"{style}\" x=\"{x}\" y=\"{y}\"{at}>{Encoder.Encode(text)}</text>");
        return this;
    }

    /// <summary>A group whose words show where the pointer rests on it.</summary>
    public Svg Titled(string title, Action<Svg> content)
    {
        _text.Append($"<g><title>{Encoder.Encode(title)}</title>");
        content(this);
        _text.Append("</g>");
        return this;
    }

    /// <summary>A link around what <paramref name="content"/> draws.</summary>
    public Svg Link(string href, string title, Action<Svg> content)
    {
        _hasLinks = true;
        _text.Append($"<a href=\"{Encoder.Encode(href)}\"><title>{Encoder.Encode(title)}</title>");
        content(this);
        _text.Append("</a>");
        return this;
    }

    /// <summary>
    /// The drawing as markup for an HTML page: an image, or a group where it has links, which an image would hide from those who
    /// do not see it.
    /// </summary>
    public string End() => $"<svg role=\"{(_hasLinks ? "group" : "img")}\" {_frame}>{_text}</svg>";
}
