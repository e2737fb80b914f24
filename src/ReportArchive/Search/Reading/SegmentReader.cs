using System.Text.Json;
using ReportArchive.Search.Format;

namespace ReportArchive.Search.Reading;

/// <summary>One segment of an index, opened.</summary>
internal sealed class SegmentReader
{
    private readonly FolderSource<SegmentFile> _source;
    private readonly Lazy<SegmentMeta> _meta;
    private readonly Lazy<TextTokens> _tokens;
    private readonly Lazy<Dictionary<string, (long Offset, int Length, int Reports)>> _concepts;
    private readonly PhraseFinder _finder;

    /// <summary>Opens a segment; nothing is read yet.</summary>
    public SegmentReader(SegmentEntry entry, TablesEntry tables, Lazy<SegmentMeta> meta, int partBytes, IndexBytes bytes)
    {
        Entry = entry;
        _source = new FolderSource<SegmentFile>(entry.Hash, entry.Lengths, partBytes, bytes);
        _finder = new PhraseFinder(entry, tables, new FolderSource<TableFile>(tables.Hash, tables.Lengths, partBytes, bytes));
        _meta = meta;
        _tokens = new Lazy<TextTokens>(() => TextTokens.Read(bytes(entry.Tokens, 0, -1)));
        _concepts = new Lazy<Dictionary<string, (long, int, int)>>(ReadConcepts);
    }

    /// <summary>What the manifest says of it.</summary>
    public SegmentEntry Entry { get; }

    /// <summary>What is known of its reports.</summary>
    public SegmentMeta Meta => _meta.Value;

    /// <summary>The reports that hold a phrase.</summary>
    public PhraseMatch Find(string phrase) => _finder.Find(phrase);

    /// <summary>The text of a report.</summary>
    public ReportText Text(int report) => new(_source, _tokens.Value, report);

    /// <summary>The reports that hold a concept.</summary>
    public ushort[] ReportsWith(string slug)
    {
        if (!_concepts.Value.TryGetValue(slug, out var list))
            return [];
        var code = Checksum.Verify(_source.Read(SegmentFile.Concepts, list.Offset, list.Length), "the list of a concept");
        return SortedNumbers.Read(new BitReader(code), list.Reports, Entry.Reports);
    }

    private Dictionary<string, (long Offset, int Length, int Reports)> ReadConcepts()
    {
        var directory = Deflated.Open(_source.Read(SegmentFile.Concepts, 0, Entry.ConceptDirectory), "the directory of concepts");
        using var json = JsonDocument.Parse(directory);
        var columns = json.RootElement;
        var lists = new Dictionary<string, (long, int, int)>(StringComparer.Ordinal);
        long offset = Entry.ConceptDirectory;
        for (var i = 0; i < columns[0].GetArrayLength(); i++)
        {
            var length = columns[2][i].GetInt32();
            lists[columns[0][i].GetString()!] = (offset, length, columns[1][i].GetInt32());
            offset += length;
        }
        return lists;
    }
}
