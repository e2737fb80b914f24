using System.Collections.Immutable;
using ReportArchive.Concepts;
using ReportArchive.Rdf;
using ReportArchive.Sites;
using ReportArchive.Text;

namespace ReportArchive.Pages;

/// <summary>
/// The concepts as a SKOS scheme (W3C Recommendation of 18 August 2009): names, definitions, what is broader and narrower, and
/// where each concept stands first. Relations are said from both ends, for a reader of one concept sees one end only.
/// </summary>
public sealed class ConceptGraph
{
    private readonly Site _site;
    private readonly string _language;
    private readonly ConceptRelations _relations;
    private readonly Lazy<ImmutableArray<Slug>> _tops;

    /// <summary>Prepares the scheme of a site.</summary>
    public ConceptGraph(Site site)
    {
        _site = site;
        _language = site.Settings.Language;
        _relations = new ConceptRelations(site);
        _tops = new(() => [.. site.Concepts.Where(IsTop).Select(static concept => concept.Slug)]);
    }

    /// <summary>The scheme, then every concept by its slug.</summary>
    public ImmutableArray<RdfResource> All() => [Scheme(), .. Enumerable.Range(0, _site.Concepts.Length).Select(Of)];

    /// <summary>One concept.</summary>
    /// <param name="index">Index into <see cref="Site.Concepts"/>.</param>
    public RdfResource Of(int index)
    {
        var concept = _site.Concepts[index];
        IEnumerable<RdfProperty> properties =
        [
            Words("skos:prefLabel", concept.Label),
            .. concept.Aliases.Select(alias => Words("skos:altLabel", alias)),
            .. concept.Variants.Select(variant => Words("skos:hiddenLabel", variant)),
            .. concept.Definition.IsEmpty ? [] : (RdfProperty[])[Words("skos:definition", string.Join('\n', concept.Definition))],
            .. concept.Scope is { } scope ? [Words("skos:scopeNote", scope)] : (RdfProperty[])[],
            .. concept.Kind is { } kind ? [Words("dcterms:type", kind.Name())] : (RdfProperty[])[],
            .. Links("skos:broader", _relations.BroaderThan(concept)),
            .. Links("skos:narrower", _relations.NarrowerThan(concept)),
            .. _relations.UnlinkedParts(concept).Select(part => Words("skos:note", $"所指之一：{part}")),
            .. Links("skos:related", _relations.RelatedTo(concept)),
            .. concept.Wikidata is { } item ? [Link("skos:exactMatch", $"http://www.wikidata.org/entity/{item}")] : (RdfProperty[])[],
            .. Links("dcterms:isReplacedBy", concept.ReplacedBy is { } successor ? [successor] : []),
            .. Links("dcterms:replaces", _relations.FormersOf(concept)),
            .. concept.Evidence.Select(Paragraph).OfType<string>().Distinct(StringComparer.Ordinal).Select(static address => Link("dcterms:source", address)),
            .. FirstAttestation(index),
            Link("skos:inScheme", SchemeAddress),
            .. IsTop(concept) ? [Link("skos:topConceptOf", SchemeAddress)] : (RdfProperty[])[],
        ];
        return new RdfResource(Address(concept.Slug), "skos:Concept", [.. properties]);
    }

    private string SchemeAddress => _site.Settings.Absolute(SiteUrl.Concepts);

    private RdfResource Scheme() => new(
        SchemeAddress,
        "skos:ConceptScheme",
        [
            Words("dcterms:title", $"{_site.Settings.Title}：提法"),
            Words("dcterms:publisher", _site.Settings.Publisher),
            Link("dcterms:license", _site.Settings.Licence.Url.AbsoluteUri),
            .. Links("skos:hasTopConcept", _tops.Value),
        ]);

    private bool IsTop(Concept concept) => !_relations.BroaderThan(concept).Any();

    /// <summary>The sentence of the first report that uses it, with the paragraph's address and the plan year.</summary>
    private IEnumerable<RdfProperty> FirstAttestation(int index)
    {
        if (_site.Uses[index] is not [var use, ..])
            yield break;
        var report = _site.Reports[use.Report];
        var occurrence = _site.OccurrencesOf(index, use).First();
        var block = report.Body[occurrence.Block];
        yield return new RdfProperty("skos:historyNote", new RdfValue.Thing(
        [
            Words("rdf:value", $"所收最早的用例见{report.Matter.Title}第{block.Anchor.Number}段：{Sentences.Around(block.Text, occurrence.Range).Of(block.Text)}"),
            new RdfProperty("dcterms:date", new RdfValue.Typed($"{report.Id.Year}", "xsd:gYear")),
            Link("dcterms:source", $"{_site.Settings.Absolute(SiteUrl.Of(report.Id))}#{block.Anchor}"),
        ]));
    }

    private string? Paragraph(Evidence evidence) =>
        EvidencePassage.Find(_site, evidence) is { } block ? $"{_site.Settings.Absolute(SiteUrl.Of(evidence.Report))}#{block.Anchor}" : null;

    private string Address(Slug slug) => _site.Settings.Absolute(SiteUrl.Of(slug));

    private RdfProperty Words(string name, string text) => new(name, new RdfValue.Words(text, _language));

    private static RdfProperty Link(string name, string address) => new(name, new RdfValue.Iri(address));

    private IEnumerable<RdfProperty> Links(string name, IEnumerable<Slug> slugs) => slugs.Select(slug => Link(name, Address(slug)));
}
