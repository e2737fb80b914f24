using System.Collections.Immutable;
using ReportArchive.Concepts;
using ReportArchive.Sites;
using ReportArchive.Text;

namespace ReportArchive.Pages;

/// <summary>Which concepts stand in a relation to which, as their files declare it, from both ends.</summary>
internal sealed class ConceptRelations
{
    private readonly Site _site;
    private readonly Dictionary<string, Slug> _byName = new(StringComparer.Ordinal);
    private readonly ILookup<Slug, Slug> _children;
    private readonly ILookup<Slug, Slug> _relating;
    private readonly ILookup<Slug, Slug> _wholes;
    private readonly ILookup<Slug, Slug> _formers;

    public ConceptRelations(Site site)
    {
        _site = site;
        foreach (var concept in site.Concepts)
        {
            foreach (var spelling in concept.Spellings)
                _byName.TryAdd(MatchText.Fold(spelling), concept.Slug);
        }
        var described = site.Concepts.Where(static concept => concept.IsCurated).ToList();
        _children = described.Where(static concept => concept.Parent is not null).ToLookup(static concept => concept.Parent!.Value, static concept => concept.Slug);
        _relating = described.SelectMany(static concept => concept.Related.Distinct().Select(related => (related, concept.Slug))).ToLookup(static pair => pair.related, static pair => pair.Slug);
        _wholes = described.SelectMany(concept => PartsOf(concept).Select(part => (part, concept.Slug))).ToLookup(static pair => pair.part, static pair => pair.Slug);
        _formers = described.Where(static concept => concept.ReplacedBy is not null).ToLookup(static concept => concept.ReplacedBy!.Value, static concept => concept.Slug);
    }

    /// <summary>The relations of a concept, in a fixed order.</summary>
    public ImmutableArray<ConceptLink> Of(Concept concept) =>
    [
        .. Links("上位", concept.Parent is { } parent ? [parent] : []),
        .. Links("下位", _children[concept.Slug]),
        .. Links("相关", RelatedTo(concept)),
        .. Links("所属", _wholes[concept.Slug]),
        .. Links("后继", concept.ReplacedBy is { } replacedBy ? [replacedBy] : []),
        .. Links("前身", _formers[concept.Slug]),
    ];

    /// <summary>Its parent and the formulas it is a part of.</summary>
    public IEnumerable<Slug> BroaderThan(Concept concept) =>
        Known([.. concept.Parent is { } parent ? [parent] : (Slug[])[], .. _wholes[concept.Slug]]);

    /// <summary>What names it as parent, and what it has as parts.</summary>
    public IEnumerable<Slug> NarrowerThan(Concept concept) => Known([.. PartsOf(concept), .. _children[concept.Slug]]);

    /// <summary>What it declares as related and what declares it so; what is broader or narrower is not related besides (SKOS S27).</summary>
    public IEnumerable<Slug> RelatedTo(Concept concept) =>
        Known([.. concept.Related, .. _relating[concept.Slug]]).Except(BroaderThan(concept)).Except(NarrowerThan(concept));

    /// <summary>What it took the place of.</summary>
    public IEnumerable<Slug> FormersOf(Concept concept) => Known(_formers[concept.Slug]);

    /// <summary>The parts that no concept is named after.</summary>
    public IEnumerable<string> UnlinkedParts(Concept concept) => concept.Parts.Where(part => !_byName.ContainsKey(MatchText.Fold(part)));

    private IEnumerable<Slug> PartsOf(Concept concept) => concept.Parts
        .Select(part => _byName.TryGetValue(MatchText.Fold(part), out var slug) ? slug : concept.Slug)
        .Where(slug => slug != concept.Slug)
        .Distinct();

    private IEnumerable<Slug> Known(IEnumerable<Slug> slugs) => slugs.Where(_site.ConceptBySlug.ContainsKey).Distinct();

    private IEnumerable<ConceptLink> Links(string relation, IEnumerable<Slug> slugs) =>
        Known(slugs).Select(slug => _site.Concepts[_site.ConceptBySlug[slug]]).Select(concept => new ConceptLink(relation, new PageLink(concept.Label, SiteUrl.Of(concept.Slug)), FirstSentence(concept)));

    private static string FirstSentence(Concept concept) =>
        concept.Definition.IsEmpty ? "" : Sentences.Around(concept.Definition[0], new TextRange(0, 1)).Of(concept.Definition[0]).ToString();
}
