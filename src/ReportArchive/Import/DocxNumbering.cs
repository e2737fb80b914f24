using System.Globalization;
using System.Xml;

namespace ReportArchive.Import;

/// <summary>
/// The numbers that Word puts before paragraphs: they are in no text, but the reader of the document sees 一、 and （一）, so
/// a report without them would have lost its headings. Counts as Word counts (ECMA-376 part 1, 17.9).
/// </summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<string, Level[]> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string List, Dictionary<int, int> Starts)> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int?[]> _counts = new(StringComparer.Ordinal);

    /// <summary>Reads the definitions of a document.</summary>
    public DocxNumbering(DocxPackage package)
    {
        using (var numbering = package.Part("numbering"))
            ReadNumbering(numbering);
        using (var styles = package.Part("styles"))
            ReadStyles(styles);
    }

    /// <summary>The number of the next paragraph as it stands on the page; empty where it has none.</summary>
    /// <param name="number">The paragraph's own list (w:numId); null where its style may give one.</param>
    /// <param name="level">Its own level (w:ilvl).</param>
    /// <param name="style">Its style.</param>
    public string Next(string? number, int? level, string? style)
    {
        for (var depth = 0; style is not null && depth < 20 && (number is null || level is null); depth++)
        {
            if (!_styles.TryGetValue(style, out var given))
                break;
            (number, level, style) = (number ?? given.Number, level ?? given.Level, given.Parent);
        }
        if (number is null || !_numbers.TryGetValue(number, out var found) || !_lists.TryGetValue(found.List, out var levels))
            return "";
        var at = Math.Clamp(level ?? 0, 0, Levels - 1);
        var counts = Count(found.List, levels, at, found.Starts);
        return Written(levels, counts, at);
    }

    private int?[] Count(string list, Level[] levels, int at, Dictionary<int, int> starts)
    {
        if (!_counts.TryGetValue(list, out var counts))
            _counts[list] = counts = new int?[Levels];
        if (starts.Remove(at, out var start))
            counts[at] = start;
        else
            counts[at] = counts[at] + 1 ?? levels[at].Start;
        for (var above = 0; above < at; above++)
            counts[above] ??= levels[above].Start;
        Array.Clear(counts, at + 1, Levels - at - 1);
        return counts;
    }

    private static string Written(Level[] levels, int?[] counts, int at)
    {
        if (levels[at].Format is "bullet" or "none")
            return "";
        var text = levels[at].Text;
        for (var i = 0; i <= at; i++)
            text = text.Replace("%" + (i + 1).ToString(CultureInfo.InvariantCulture), DocxNumber.Of(levels[i].Format, counts[i] ?? levels[i].Start), StringComparison.Ordinal);
        return text.Length > 0 && char.IsAscii(text[^1]) ? text + " " : text;
    }

    private void ReadNumbering(XmlReader? reader)
    {
        var (list, number, level) = ("", "", -1);
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "abstractNum":
                    list = Attribute(reader, "abstractNumId") ?? "";
                    _lists[list] = [.. Enumerable.Range(0, Levels).Select(static _ => new Level(1, "decimal", ""))];
                    break;
                case "num":
                    number = Attribute(reader, "numId") ?? "";
                    break;
                case "abstractNumId":
                    _numbers[number] = (Value(reader) ?? "", []);
                    break;
                case "lvl" or "lvlOverride":
                    level = Integer(Attribute(reader, "ilvl")) ?? -1;
                    break;
                case "startOverride" when _numbers.TryGetValue(number, out var found):
                    found.Starts[level] = Integer(Value(reader)) ?? 1;
                    break;
                case "start" or "numFmt" or "lvlText" when number.Length == 0 && level is >= 0 and < Levels && _lists.TryGetValue(list, out var levels):
                    levels[level] = levels[level].With(reader.LocalName, Value(reader));
                    break;
            }
        }
    }

    private void ReadStyles(XmlReader? reader)
    {
        var style = "";
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "style")
                _styles[style = Attribute(reader, "styleId") ?? ""] = default;
            else if (_styles.TryGetValue(style, out var read))
                _styles[style] = read.With(reader.LocalName, Value(reader));
        }
    }

    /// <summary>The attribute <c>w:val</c>.</summary>
    private static string? Value(XmlReader reader) => Attribute(reader, "val");

    private static string? Attribute(XmlReader reader, string name) => reader.GetAttribute(name, reader.NamespaceURI);

    private static int? Integer(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private readonly record struct Level(int Start, string Format, string Text)
    {
        public Level With(string property, string? value) => property switch
        {
            "start" => this with { Start = Integer(value) ?? 1 },
            "numFmt" => this with { Format = value ?? "decimal" },
            _ => this with { Text = value ?? "" },
        };
    }

    private readonly record struct Style(string? Number, int? Level, string? Parent)
    {
        public Style With(string property, string? value) => property switch
        {
            "numId" => this with { Number = value },
            "ilvl" => this with { Level = Integer(value) },
            "basedOn" => this with { Parent = value },
            _ => this,
        };
    }
}
