using System.Globalization;
using System.Text;
using System.Xml;

namespace ReportArchive.Import;

/// <summary>
/// Draws the text out of a Word file (.docx, ECMA-376): a paragraph a line, with the numbers Word puts before it, tables of
/// data as rows between upright bars, footnotes as <c>[1]</c> where they are called and in full after the text. What was
/// deleted under revision and what is hidden is left out; heads and feet of pages are in parts that are not read.
/// </summary>
internal sealed class DocxText
{
    private const int Deepest = 1_000;

    private readonly DocxNumbering? _numbering;
    private readonly StringBuilder _text = new();
    private readonly Stack<Paragraph> _paragraphs = new();
    private readonly Stack<DocxTable> _tables = new();
    private readonly List<string> _notes = [];
    private bool _isHidden;
    private bool _isText;

    private DocxText(DocxNumbering? numbering) => _numbering = numbering;

    /// <summary>The text of a Word file.</summary>
    /// <exception cref="InvalidDataException">It is no Word file, or larger or more deeply nested than any report.</exception>
    /// <exception cref="XmlException">A part of it is no XML.</exception>
    public static string Of(ReadOnlyMemory<byte> bytes)
    {
        using var package = new DocxPackage(bytes);
        var document = new DocxText(new DocxNumbering(package));
        using (var reader = package.Document())
            document.Walk(reader);
        using (var notes = package.Part("footnotes"))
            document.AppendNotes(notes, "footnote");
        using (var notes = package.Part("endnotes"))
            document.AppendNotes(notes, "endnote");
        return document._text.ToString();
    }

    private void Walk(XmlReader reader)
    {
        var isRead = reader.Read();
        while (isRead)
        {
            if (reader.Depth > Deepest)
                throw new InvalidDataException($"its elements are nested more than {Deepest} deep");
            if (reader.NodeType == XmlNodeType.Element && !Begin(reader))
            {
                reader.Skip();
                isRead = !reader.EOF;
                continue;
            }
            if (_isText && reader.NodeType is (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA))
                Append(reader.Value);
            if (reader.NodeType == XmlNodeType.EndElement || (reader.NodeType == XmlNodeType.Element && reader.IsEmptyElement))
                End(reader.LocalName);
            isRead = reader.Read();
        }
    }

    /// <summary>Begins an element; false where nothing in it is wanted.</summary>
    private bool Begin(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "p":
                _paragraphs.Push(new Paragraph());
                return true;
            case "r":
                _isHidden = false;
                return true;
            case "vanish":
                _isHidden = Value(reader) is not ("0" or "false" or "off");
                return true;
            case "tbl":
                _tables.Push(new DocxTable());
                return true;
            case "tr":
                _tables.TryPeek(out var table);
                table?.BeginRow();
                return true;
            case "tc":
                _tables.TryPeek(out table);
                table?.BeginCell();
                return true;
            case "t" when reader.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal) || reader.NamespaceURI.EndsWith("/math", StringComparison.Ordinal):
                _isText = true;
                return true;
            case "tab" when _paragraphs.Count > 0:
                Append(" ");
                return true;
            case "br" or "cr":
                Append("\n");
                return true;
            case "noBreakHyphen":
                Append("-");
                return true;
            case "footnoteReference" or "endnoteReference":
                Call(reader);
                return true;
            default:
                return !IsUnwanted(reader.LocalName) && !ReadProperty(reader);
        }
    }

    /// <summary>What was deleted or moved away, the second of two renderings, code of fields, readings above characters, old formats.</summary>
    private static bool IsUnwanted(string name) =>
        name is "del" or "moveFrom" or "delText" or "instrText" or "delInstrText" or "Fallback" or "rt" or "tabs" or "sectPr" or "pPrChange" or "rPrChange" or "tblPr" or "trPr" or "tblGrid";

    private bool ReadProperty(XmlReader reader)
    {
        if (!_paragraphs.TryPeek(out var paragraph))
            return false;
        switch (reader.LocalName)
        {
            case "pStyle":
                paragraph.Style = Value(reader);
                break;
            case "numId":
                paragraph.Number = Value(reader);
                break;
            case "ilvl":
                paragraph.Level = int.TryParse(Value(reader), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null;
                break;
        }
        return false;
    }

    private void End(string name)
    {
        if (name == "t")
            _isText = false;
        else if (name == "p" && _paragraphs.TryPop(out var paragraph))
            EndParagraph(paragraph);
        else if (name == "tc" && _tables.TryPeek(out var table))
            table.EndCell();
        else if (name == "tbl" && _tables.TryPop(out table))
            EndTable(table);
    }

    private void EndParagraph(Paragraph paragraph)
    {
        var text = paragraph.Text.ToString();
        if (text.AsSpan().Trim().Length > 0)
            Emit(_numbering?.Next(paragraph.Number, paragraph.Level, paragraph.Style) + text);
    }

    private void EndTable(DocxTable table)
    {
        var rows = table.Rows();
        if (_tables.TryPeek(out var outer))
            outer.IsLayout = true;
        foreach (var line in rows ?? table.Lines)
            Emit(line);
    }

    private void Emit(string line)
    {
        if (_tables.TryPeek(out var table))
            table.Add(line);
        else
            _text.Append(line).Append('\n');
    }

    private void Append(string text)
    {
        if (!_isHidden && _paragraphs.TryPeek(out var paragraph))
            paragraph.Text.Append(text);
    }

    private void Call(XmlReader reader)
    {
        var note = reader.LocalName[0] + Attribute(reader, "id");
        if (!_notes.Contains(note, StringComparer.Ordinal))
            _notes.Add(note);
        Append($"[{_notes.IndexOf(note) + 1}]");
    }

    /// <summary>The notes that were called, in the order of their calls.</summary>
    private void AppendNotes(XmlReader? reader, string element)
    {
        var texts = new List<(int Number, string Text)>();
        while (reader?.Read() == true)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != element)
                continue;
            var number = _notes.IndexOf(element[0] + Attribute(reader, "id")) + 1;
            using var note = reader.ReadSubtree();
            var text = new DocxText(numbering: null);
            text.Walk(note);
            if (number > 0)
                texts.Add((number, text._text.ToString().Trim().ReplaceLineEndings(" ")));
        }
        foreach (var (number, text) in texts.OrderBy(static note => note.Number))
            _text.Append(CultureInfo.InvariantCulture, $"[{number}] {text}\n");
    }

    /// <summary>The attribute <c>w:val</c>.</summary>
    private static string? Value(XmlReader reader) => Attribute(reader, "val");

    private static string? Attribute(XmlReader reader, string name) => reader.GetAttribute(name, reader.NamespaceURI);

    private sealed class Paragraph
    {
        public StringBuilder Text { get; } = new();

        public string? Style { get; set; }

        public string? Number { get; set; }

        public int? Level { get; set; }
    }
}
