using System.IO.Compression;
using System.Text;

namespace ReportArchive.Tests.Import;

/// <summary>Word files made of their parts.</summary>
internal static class SampleDocx
{
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>What says where the document is.</summary>
    public const string Relations = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Types}/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

    /// <summary>A document with this body and, where given, these numbering definitions.</summary>
    public static byte[] Of(string body, string? numbering = null) => Zip(
        ("_rels/.rels", Relations),
        ("word/document.xml", Root("document", $"<w:body>{body}</w:body>")),
        ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Types}/numbering\" Target=\"numbering.xml\"/></Relationships>"),
        ("word/numbering.xml", Root("numbering", numbering ?? "")));

    /// <summary>A paragraph; with a level it is numbered by list 1.</summary>
    public static string Paragraph(string text, int? level = null) =>
        $"<w:p>{(level is null ? "" : $"<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>")}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    /// <summary>An archive of these entries.</summary>
    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }

    private static string Root(string name, string inner) => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{name} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{inner}</w:{name}>";
}
