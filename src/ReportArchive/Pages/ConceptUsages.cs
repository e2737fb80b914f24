using System.Collections.Immutable;
using System.Security.Cryptography;
using ReportArchive.Caching;
using ReportArchive.Concepts.Usage;
using ReportArchive.Data;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>Measures how concepts are used, for their pages.</summary>
internal sealed class ConceptUsages
{
    // A page that cannot hold all lines holds a sample, for its other parts grow with the archive too: it stays below 150 KB.
    // Lines of 500 bytes; in a large archive the charts of places and years take the room of fifty of them.
    private const int MostLines = 150;
    private const int MostLinesBesideCharts = 100;
    private const int LargeArchive = 500;
    private const int Sample = 50;
    private const int MostFirst = 4;
    private const int WidestFirst = 250;
    private const int MostVerbs = 14;

    private readonly Site _site;
    private readonly PageViews _views;
    private readonly Collocates _collocates;
    private readonly ModelBytes _models;
    private readonly string _corpusBasis;

    public ConceptUsages(Site site, PageViews views, ModelBytes models)
    {
        _site = site;
        _views = views;
        Corpus = new Corpus(site);
        _collocates = new Collocates(Corpus);
        _models = models;
        _corpusBasis = BasisOf(site, models);
    }

    public Corpus Corpus { get; }

    /// <summary>Stands for all that the usage of a concept is worked out from.</summary>
    public string BasisOf(int concept)
    {
        using var bytes = new ByteBuffer();
        bytes.AppendText(_corpusBasis);
        foreach (var use in _site.Uses[concept])
            _models.Write(bytes, _site.Reports[use.Report]);
        return Convert.ToHexString(SHA256.HashData(bytes.Written.Span));
    }

    /// <summary>The usage of a concept; safe to call from several threads.</summary>
    public ConceptUsage Of(int concept)
    {
        var lines = Concordance.Of(Corpus, concept).ToList();
        return new ConceptUsage(
            UsageMatrix.Of(Corpus, concept),
            SpreadTable.Of(Corpus, concept),
            PlaceUse.Of(Corpus, concept),
            Reports(concept, lines),
            First(concept),
            [.. ReportSections.All.Select(section => (section, lines.Count(line => line.Section == section))).Where(static pair => pair.Item2 > 0)],
            [.. Shown(lines).Select(View)],
            [.. GoverningVerbs.Of(lines).Take(MostVerbs)],
            Continuations.Of(lines),
            _collocates.Of(concept, lines),
            CompanionsOf(concept))
        {
            AllLines = lines.Select(View),
            IsSampled = _collocates.IsSampled,
            ReportAt = _views.Item,
        };
    }

    /// <summary>What every usage is measured on: shares and company depend on every text, so a text that changes changes them all.</summary>
    private static string BasisOf(Site site, ModelBytes models)
    {
        // Each report is hashed by itself: all texts at once do not fit into memory.
        var hashes = site.Reports.AsParallel().AsOrdered().Select(report => Hash(models, report.Id, report.Matter.Date, report.Body)).ToList();
        hashes.Add(Hash(models, site.Concepts, site.PlaceTree));
        return Convert.ToHexString(SHA256.HashData([.. hashes.SelectMany(static hash => hash)]));
    }

    private static byte[] Hash(ModelBytes models, params ReadOnlySpan<object?> values)
    {
        using var bytes = new ByteBuffer();
        foreach (var value in values)
            models.Write(bytes, value);
        return SHA256.HashData(bytes.Written.Span);
    }

    private LineView View(ConcordanceLine line) => new(_views.Item(line.Report), line);

    /// <summary>The reports that use it; their lines follow each other as the reports do.</summary>
    private ImmutableArray<ConceptReport> Reports(int concept, List<ConcordanceLine> lines)
    {
        var at = 0;
        return [.. _site.Uses[concept].Select(use =>
        {
            var own = lines.GetRange(at, use.Count);
            at += use.Count;
            return new ConceptReport(_views.Item(use.Report), use.Count, [.. own.Select(static line => line.Anchor).Distinct()]);
        })];
    }

    /// <summary>The first sentence of each report of the first plan year, in the order of delivery.</summary>
    private ImmutableArray<LineView> First(int concept)
    {
        var uses = _site.Uses[concept];
        return [.. uses
            .TakeWhile(use => _site.Reports[use.Report].Id.Year == _site.Reports[uses[0].Report].Id.Year)
            .OrderBy(use => PlaceUse.InTime(Corpus, use.Report))
            .Take(MostFirst)
            .Select(use => View(Concordance.First(Corpus, use, WidestFirst)))];
    }

    /// <summary>All lines, or as many as fit, spread evenly over the years and places.</summary>
    private IEnumerable<ConcordanceLine> Shown(List<ConcordanceLine> lines) =>
        lines.Count <= (_site.Reports.Length > LargeArchive ? MostLinesBesideCharts : MostLines) ? lines : Enumerable.Range(0, Sample).Select(i => lines[(int)((long)i * lines.Count / Sample)]);

    private CompanionViews CompanionsOf(int concept)
    {
        var companions = Companions.Of(Corpus, concept);
        var samples = CompanionSamples.Find(_site, concept, companions.List.Select(static companion => companion.Concept), _views);
        return new CompanionViews(
            [.. companions.List.Select(companion => new CompanionView(_views.Concept(companion.Concept), companion, samples.GetValueOrDefault(companion.Concept)))],
            companions.Edges);
    }
}
