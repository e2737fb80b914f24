using System.Collections;
using ReportArchive.Benchmarks.Corpus;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Search;

namespace ReportArchive.Benchmarks.Search;

/// <summary>
/// The reports of a run as the index takes them: those of this repository, or generated ones. Up to <see cref="Held"/> are kept;
/// more are made anew whenever one is asked for.
/// </summary>
internal sealed class SearchCorpus : IReadOnlyList<SearchDocument>
{
    /// <summary>Most reports that are kept in memory.</summary>
    public const int Held = 12_000;

    private readonly Func<int, SearchDocument> _make;
    private readonly SearchDocument[]? _documents;

    private SearchCorpus(int count, Func<int, SearchDocument> make)
    {
        (Count, _make) = (count, make);
        if (count <= Held)
            _documents = [.. ParallelEnumerable.Range(0, count).AsOrdered().Select(make)];
    }

    public int Count { get; }

    public SearchDocument this[int index] => _documents is null ? _make(index) : _documents[index];

    /// <summary>The reports of this repository.</summary>
    public static SearchCorpus Real()
    {
        var real = RealReports.Read();
        return new SearchCorpus(real.Reports.Length, number => Document(real.Reports[number], real.Places));
    }

    /// <summary>So many generated reports.</summary>
    public static SearchCorpus Generated(int count)
    {
        var lexicon = Lexicon.Load();
        var places = CorpusPlaces.Of(PlaceTable.National, count);
        var concepts = CorpusCommand.Labels();
        return new SearchCorpus(count, number =>
        {
            var markdown = new ReportWriter(lexicon, concepts, places[number], places.Path(places[number])).Write();
            return Document(RealReports.Parse(markdown, $"{places[number]}.md", PlaceTable.National), PlaceTable.National);
        });
    }

    public IEnumerator<SearchDocument> GetEnumerator() => Enumerable.Range(0, Count).Select(number => this[number]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static SearchDocument Document(Report report, PlaceTable places)
    {
        var path = places.Path(report.Id.Place);
        return new SearchDocument(
            report.Id,
            $"/r/{report.Id}/",
            report.Matter.Title,
            [.. path.Select(static place => place.Name)],
            [.. path.Select(static place => place.Code)],
            report.Id.Year.Value,
            report.Id.Kind,
            report.Matter.Date,
            [.. report.Blocks.Select(static block => new SearchBlock(block.Anchor.ToString(), block.Text, block.Kind == BlockKind.Heading))],
            ConceptSlugs: []);
    }
}
