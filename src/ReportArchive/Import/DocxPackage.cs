using System.IO.Compression;
using System.Xml;

namespace ReportArchive.Import;

/// <summary>
/// The parts of a Word file, opened so that a hostile one can do no harm: every part is decompressed under a limit,
/// whatever the archive says of its size, and read forward only, so that neither a zip bomb nor elements nested without
/// end can exhaust memory or stack. Document types and outside references are not followed.
/// </summary>
internal sealed class DocxPackage : IDisposable
{
    /// <summary>Most bytes a part may have: twenty times the largest budget report with its tables.</summary>
    private const int LargestPart = 32 * 1024 * 1024;

    private const int MostEntries = 10_000;

    private readonly ZipArchive _zip;
    private readonly string _main;
    private readonly Dictionary<string, string> _relations;

    /// <summary>Opens.</summary>
    /// <exception cref="InvalidDataException">It is no Word file.</exception>
    public DocxPackage(ReadOnlyMemory<byte> bytes)
    {
        _zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
        if (_zip.Entries.Count > MostEntries)
            throw new InvalidDataException($"the archive has more than {MostEntries} entries");
        _main = Relations("_rels/.rels", "").GetValueOrDefault("officeDocument") ?? throw new InvalidDataException("the archive is no Word document");
        var folder = _main[..(_main.LastIndexOf('/') + 1)];
        _relations = Relations($"{folder}_rels/{_main[folder.Length..]}.rels", folder);
    }

    /// <summary>The document itself.</summary>
    /// <exception cref="InvalidDataException">It is missing or larger than any report.</exception>
    public XmlReader Document() => Open(_main) ?? throw new InvalidDataException("the archive has no document");

    /// <summary>A part the document refers to, by the last word of its relation: <c>numbering</c>, <c>styles</c>, <c>footnotes</c>; null where it has none.</summary>
    public XmlReader? Part(string relation) => _relations.TryGetValue(relation, out var path) ? Open(path) : null;

    /// <summary>Closes the archive.</summary>
    public void Dispose() => _zip.Dispose();

    private Dictionary<string, string> Relations(string path, string folder)
    {
        var relations = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = Open(path);
        while (reader?.Read() == true)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship" && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Type") is { } type && reader.GetAttribute("Target") is { } target)
                relations.TryAdd(type[(type.LastIndexOf('/') + 1)..], target.StartsWith('/') ? target[1..] : folder + target);
        }
        return relations;
    }

    private XmlReader? Open(string path)
    {
        if (_zip.GetEntry(path) is not { } entry)
            return null;
        var part = new MemoryStream();
        using (var stream = entry.Open())
        {
            var buffer = new byte[81920];
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                if (part.Length + read > LargestPart)
                    throw new InvalidDataException($"a part of it ({path}) has more than {LargestPart / 1024 / 1024} MB");
                part.Write(buffer, 0, read);
            }
        }
        part.Position = 0;
        return XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true });
    }
}
