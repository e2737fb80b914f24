using System.Xml;
using ReportArchive.Diagnostics;

namespace ReportArchive.Import;

/// <summary>
/// Turns a raw file into the text of a dump. What a file is, its first bytes say before its name does: standard input has
/// no name, and sites serve web pages under any. PDF needs a program of the machine and is read at the edge.
/// </summary>
public static class DumpReader
{
    /// <summary>Most bytes a raw file may have: ten times the largest report with all its annexes, pictures in the HTML included.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    private const string SaveAsText = "open it in the program it was made with and save it as UTF-8 text";

    /// <summary>Reads; null with an error where the file cannot be read.</summary>
    public static Dump? Read(RawFile file, ICollection<Diagnostic> diagnostics)
    {
        if (file.Bytes.Length > LargestFile)
            return Fail(file, $"the file has more than {LargestFile / 1024 / 1024} MB, and no report has", "cut it into its reports", diagnostics);
        if (file.StartsWith([0x50, 0x4B, 0x03, 0x04]))
            return ReadDocx(file, diagnostics);
        if (Foreign(file) is { } kind)
            return Fail(file, $"the file is {kind}", "open it and save it as .docx, .html or .txt", diagnostics);
        if (DumpDecoder.Decode(file.Bytes.Span) is not { } decoded)
            return Fail(file, "the file is no text in UTF-8, UTF-16 or GB18030", SaveAsText, diagnostics);
        var text = IsHtml(file, decoded.Text) ? HtmlText.Of(decoded.Text) : IsMarkdown(file) ? MarkdownText.Of(decoded.Text) : decoded.Text;
        return text is null
            ? Fail(file, "the page's elements are nested thousands deep", "open it in a browser and save it as text", diagnostics)
            : new Dump(file.Name, file.Sha256, decoded.Encoding, text);
    }

    private static Dump? ReadDocx(RawFile file, ICollection<Diagnostic> diagnostics)
    {
        try
        {
            return new Dump(file.Name, file.Sha256, "docx", DocxText.Of(file.Bytes));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or ArgumentException or NotSupportedException)
        {
            return Fail(file, $"the file cannot be read as a Word document: {e.Message}", SaveAsText, diagnostics);
        }
    }

    /// <summary>Forms that hold text but not as text.</summary>
    private static string? Foreign(RawFile file) =>
        file.StartsWith([0xD0, 0xCF, 0x11, 0xE0]) ? "a Word or WPS file of the old form (.doc, .wps)"
        : file.StartsWith("{\\rtf"u8) ? "a rich text file (.rtf)"
        : file.StartsWith("%PDF"u8) ? "a PDF file"
        : null;

    private static Dump? Fail(RawFile file, string message, string hint, ICollection<Diagnostic> diagnostics)
    {
        diagnostics.Add(Diagnostic.Error("RA0303", new SourceSpan(file.Name), message, hint));
        return null;
    }

    private static bool IsMarkdown(RawFile file) => Has(file, ".md") || Has(file, ".markdown");

    private static bool IsHtml(RawFile file, string text)
    {
        if (Has(file, ".html") || Has(file, ".htm") || Has(file, ".shtml"))
            return true;
        var head = text.AsSpan(0, Math.Min(text.Length, 2048)).TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Has(RawFile file, string extension) => file.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
