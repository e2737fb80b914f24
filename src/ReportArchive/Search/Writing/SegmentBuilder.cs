using System.Globalization;
using System.Security.Cryptography;
using ReportArchive.Search.Format;
using ReportArchive.Search.Text;

namespace ReportArchive.Search.Writing;

/// <summary>Builds one segment: takes its reports in order, writes the tables, takes the texts in order.</summary>
internal sealed class SegmentBuilder
{
    private readonly SearchIndexOptions _options;
    private readonly string _tokensFile;
    private readonly int _count;
    private readonly WritingRoom _room;
    private readonly PartedBytes[] _files;
    private readonly GramCollector _grams;
    private readonly MetaWriter _meta = new();
    private readonly ConceptLists _concepts = new();
    private readonly TextWriter _text;
    private bool _variants;
    private int _conceptDirectory;
    private int _gramCount;
    private int _gramPages;
    private int _longPages;
    private int _taken;

    /// <summary>Begins a segment of <paramref name="count"/> reports.</summary>
    public SegmentBuilder(int count, TextTokens tokens, string tokensFile, SearchIndexOptions options, WritingRoom room)
    {
        (_options, _tokensFile, _count, _room) = (options, tokensFile, count, room);
        _files = [.. SegmentFiles.All.Select(_ => new PartedBytes(options.PartBytes))];
        _grams = new GramCollector(count, room);
        _text = new TextWriter(new TextEncoder(tokens), _files[(int)SegmentFile.Reports], _files[(int)SegmentFile.Text]);
    }

    /// <summary>Takes the next report.</summary>
    public void Take(SearchDocument document)
    {
        _grams.Take(Folded(PartCutter.Cut(document)));
        _meta.Take(document);
        _concepts.Take(document, _taken++);
    }

    /// <summary>Writes the tables of what was taken. The texts come after: they need no room while the tables are made.</summary>
    public void WriteTables()
    {
        _files[(int)SegmentFile.Meta].Append(_meta.Finish());
        _conceptDirectory = _concepts.Write(_files[(int)SegmentFile.Concepts], _count);
        var lists = _files[(int)SegmentFile.Lists];
        var postings = _grams.InvertPairs();
        (_gramCount, _gramPages) = GramPages.Write(postings, _grams.InvertSingles(), _options, _files[(int)SegmentFile.Grams], lists);
        var longGrams = LongGramFinder.Find(_grams.Places, postings, _options, _room);
        _longPages = LongPages.Write(longGrams, _files[(int)SegmentFile.Long], lists);
    }

    /// <summary>Takes the text of the next report, from the first on once more.</summary>
    public void TakeText(SearchDocument document) => _text.Write(PartCutter.Cut(document), document.Date);

    /// <summary>The segment.</summary>
    public (SegmentEntry Entry, IReadOnlyList<IndexFile> Files) Finish()
    {
        var entry = new SegmentEntry(
            Hash(), _count, _tokensFile, _gramCount, _gramPages, _longPages, _options.Verify, _options.Masked,
            _options.LongestGram, _conceptDirectory, _variants, [.. _files.Select(static file => file.Length)]);
        return (entry, Files(entry.Hash));
    }

    private IEnumerable<(string Folded, int Part)> Folded(List<SearchBlock>[] parts)
    {
        for (var part = 0; part < parts.Length; part++)
        {
            foreach (var block in parts[part])
            {
                var folded = TextFolding.Fold(block.Text);
                _variants = _variants || TextFolding.HasVariants(block.Text);
                yield return (folded, part);
            }
        }
    }

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _files)
        {
            hash.AppendData(System.Text.Encoding.ASCII.GetBytes(file.Length.ToString(CultureInfo.InvariantCulture) + ";"));
            foreach (var part in file.Parts)
                hash.AppendData(part.Span);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private IReadOnlyList<IndexFile> Files(string hash) =>
        [.. SegmentFiles.All.SelectMany(file => _files[(int)file].Parts.Select((part, i) => new IndexFile(SegmentFiles.Path(hash, file, i), part)))];
}
