using ReportArchive.Search.Format;
using ReportArchive.Search.Text;

namespace ReportArchive.Search.Writing;

/// <summary>Builds one segment: takes its reports in order, writes what it brings to the tables, takes the texts in order.</summary>
internal sealed class SegmentBuilder
{
    private readonly SearchIndexOptions _options;
    private readonly string _tokensFile;
    private readonly int _count;
    private readonly WritingRoom _room = new();
    private readonly PartedBytes[] _files;
    private readonly MetaWriter _meta = new();
    private readonly ConceptLists _concepts = new();
    private readonly TextWriter _text;
    private readonly SortedSet<char> _variants = [];
    private GramCollector? _grams;
    private int _conceptDirectory;
    private int _taken;

    /// <summary>Begins a segment of <paramref name="count"/> reports, whose files are made in scratch files.</summary>
    public SegmentBuilder(int count, TextTokens tokens, string tokensFile, SearchIndexOptions options, ScratchFiles scratch)
    {
        (_options, _tokensFile, _count) = (options, tokensFile, count);
        _files = [.. Enum.GetValues<SegmentFile>().Select(_ => new PartedBytes(scratch.Take(), options.PartBytes))];
        _grams = new GramCollector(count, _room);
        _text = new TextWriter(new TextEncoder(tokens), _files[(int)SegmentFile.Reports], _files[(int)SegmentFile.Text]);
    }

    /// <summary>Takes the next report.</summary>
    public void Take(SearchDocument document)
    {
        _grams!.Take(Folded(PartCutter.Cut(document)));
        _meta.Take(document);
        _concepts.Take(document, _taken++);
    }

    /// <summary>Writes all but the texts. These come after: they need no room while grams are looked for.</summary>
    public void WriteTables()
    {
        _files[(int)SegmentFile.Meta].Append(_meta.Finish());
        _conceptDirectory = _concepts.Write(_files[(int)SegmentFile.Concepts], _count);
        var places = _grams!.Places;
        var postings = _grams.InvertPairs();
        GramRun.Write(postings, _grams.InvertSingles(), _options, _files[(int)SegmentFile.GramRun]);
        _grams = null;
        var longGrams = LongGramFinder.Find(places, postings, _options, _room);
        TableRun.Write(longGrams, _files[(int)SegmentFile.LongRun], _files[(int)SegmentFile.UnstoredRun]);
        _room.LetGo();
    }

    /// <summary>Takes the text of the next report, from the first on once more.</summary>
    public void TakeText(SearchDocument document) => _text.Write(PartCutter.Cut(document), document.Date);

    /// <summary>The segment.</summary>
    public BuiltSegment Finish()
    {
        var hash = FolderHash.Of(_files);
        var entry = new SegmentEntry(
            hash, _count, 0, 0, _tokensFile, _options.Verify, _options.Masked, _options.LongestGram, _conceptDirectory, string.Concat(_variants),
            FolderHash.Of(SegmentFiles.Passing.Select(file => _files[(int)file])), [.. _files.Select(static file => file.Length)]);
        return new BuiltSegment(
            entry, [.. Enum.GetValues<SegmentFile>().SelectMany(file => _files[(int)file].Parts(hash, file))]);
    }

    private IEnumerable<(string Folded, int Part)> Folded(List<SearchBlock>[] parts)
    {
        for (var part = 0; part < parts.Length; part++)
        {
            foreach (var block in parts[part])
            {
                _variants.UnionWith(TextFolding.VariantsIn(block.Text));
                yield return (TextFolding.Fold(block.Text), part);
            }
        }
    }
}
