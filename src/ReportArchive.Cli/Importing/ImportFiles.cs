using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Import;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Cli.Importing;

/// <summary>The dumps that an import names.</summary>
/// <param name="Paths">Files in the order named, folders by path; a hyphen is standard input.</param>
/// <param name="LeftOut">Extensions of the other files in the folders named, and how many there are of each.</param>
internal sealed record ImportFiles(ImmutableArray<string> Paths, ImmutableArray<KeyValuePair<string, int>> LeftOut)
{
    private static readonly string[] Extensions = [".txt", ".html", ".htm", ".shtml", ".md", ".markdown", ".docx", ".pdf"];

    /// <summary>Finds them. What a folder holds besides dumps, and the archive itself, is left out.</summary>
    /// <param name="paths">Files and folders as typed.</param>
    /// <param name="into">Folder of the archive's reports.</param>
    /// <exception cref="UserException">A path leads nowhere.</exception>
    public static ImportFiles Find(IEnumerable<string> paths, string into)
    {
        var archive = Path.GetFullPath(into) + Path.DirectorySeparatorChar;
        var isDump = paths.SelectMany(path => Expand(path, archive)).ToLookup(static file => file.IsNamed || Extensions.Contains(Path.GetExtension(file.Path), StringComparer.OrdinalIgnoreCase));
        return new ImportFiles(
            [.. isDump[true].Select(static file => file.Path).Distinct(StringComparer.Ordinal)],
            [.. isDump[false].CountBy(static file => Path.GetExtension(file.Path)).OrderBy(static pair => pair.Key, StringComparer.Ordinal)]);
    }

    /// <summary>Reads a dump; null with an error where it cannot be read.</summary>
    public static async Task<Dump?> ReadAsync(string path, ICollection<Diagnostic> diagnostics, CancellationToken stop)
    {
        await using var stream = path == "-" ? Console.OpenStandardInput() : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var file = new RawFile(path == "-" ? "standard input" : path.Replace('\\', '/'), await ReadAsync(stream, stop));
        return PdfText.IsPdf(file) ? await PdfText.ReadAsync(file, diagnostics, stop) : DumpReader.Read(file, diagnostics);
    }

    /// <summary>The national table with the archive's own corrections, which lie beside its reports.</summary>
    public static PlaceTable Places(string into, List<Diagnostic> diagnostics)
    {
        var input = Path.GetDirectoryName(Path.GetFullPath(into));
        return Directory.Exists(input) ? BuildPipeline.ReadPlaces(InputFolder.Open(input), diagnostics) : PlaceTable.National;
    }

    /// <summary>The reports that are in the archive already; what cannot be read there is for <c>check</c> to report.</summary>
    public static ImmutableArray<ArchivedReport> Archive(string into, PlaceTable places) =>
        !Directory.Exists(into)
            ? []
            : [.. Directory.EnumerateFiles(into, "*.md", SearchOption.AllDirectories)
                .Where(static file => !file.EndsWith(".variants.md", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .AsParallel().AsOrdered()
                .Select(file => ArchivedReport.Read(Path.GetRelativePath(into, file).Replace('\\', '/'), File.ReadAllText(file), TextOf(VariantsFile.PathFor(file)), places))
                .OfType<ArchivedReport>()];

    private static string TextOf(string path) => File.Exists(path) ? File.ReadAllText(path) : "";

    private static IEnumerable<(string Path, bool IsNamed)> Expand(string path, string archive)
    {
        if (path == "-" || File.Exists(path))
            return [(path, true)];
        if (!Directory.Exists(path))
            throw new UserException($"there is no file or folder {path}", "name a dump, a folder of dumps, or - for standard input");
        return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith('.') && !Path.GetFullPath(file).StartsWith(archive, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(static file => (file, false));
    }

    /// <summary>All bytes, but no more than tell that there are too many.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (var read = await stream.ReadAsync(buffer, stop); read > 0 && bytes.Length <= DumpReader.LargestFile; read = await stream.ReadAsync(buffer, stop))
            bytes.Write(buffer, 0, read);
        return bytes.ToArray();
    }
}
