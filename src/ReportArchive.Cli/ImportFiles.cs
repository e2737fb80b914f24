using ReportArchive.Diagnostics;
using ReportArchive.Import;
using ReportArchive.Places;

namespace ReportArchive.Cli;

/// <summary>Finds and reads the dumps that an import names.</summary>
internal static class ImportFiles
{
    private static readonly string[] Extensions = [".txt", ".md"];

    /// <summary>The dumps of files, folders and, for a hyphen, standard input; in the order named, folders by path.</summary>
    public static List<Dump> Read(IEnumerable<string> paths, ICollection<Diagnostic> diagnostics)
    {
        var dumps = new List<Dump>();
        foreach (var file in paths.SelectMany(Expand))
        {
            var raw = new RawFile(file.Replace('\\', '/'), file == "-" ? ReadAll(Console.OpenStandardInput()) : File.ReadAllBytes(file));
            if (DumpDecoder.Decode(raw.Bytes.Span) is { } text)
                dumps.Add(new Dump(raw.Name, raw.Sha256, text.Encoding, text.Text));
            else
                diagnostics.Add(Diagnostic.Error("RA0303", new SourceSpan(raw.Name), "the file is no text in UTF-8, UTF-16 or GB18030", "open it in an editor and save it as UTF-8"));
        }
        return dumps;
    }

    /// <summary>The national table with the archive's own corrections, which lie beside its reports.</summary>
    public static PlaceTable Places(string into, ICollection<Diagnostic> diagnostics)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(into))!, "places.csv");
        if (!File.Exists(path))
            return PlaceTable.National;
        var (corrections, found) = PlaceCorrections.Read(File.ReadAllText(path), path.Replace('\\', '/'));
        foreach (var diagnostic in found)
            diagnostics.Add(diagnostic);
        return PlaceTable.National.With(corrections);
    }

    /// <summary>The reports that are in the archive already; one that cannot be read is left to <c>check</c>.</summary>
    public static List<ArchivedReport> Archive(string into, PlaceTable places) =>
        !Directory.Exists(into)
            ? []
            :
            [
                .. Directory.EnumerateFiles(into, "*.md", SearchOption.AllDirectories)
                    .Where(static file => !file.EndsWith(".variants.md", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal)
                    .Select(file => ArchivedReport.Read(Path.GetRelativePath(into, file).Replace('\\', '/'), File.ReadAllText(file), places))
                    .OfType<ArchivedReport>(),
            ];

    private static IEnumerable<string> Expand(string path)
    {
        if (path == "-" || File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            throw new UserException($"there is no file or folder {path}", "name a dump, a folder of dumps, or - for standard input");
        return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(static file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
