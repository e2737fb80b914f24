using System.Collections.Immutable;
using ReportArchive.Concepts;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>Which concepts stand in a relation to which, as their files declare it, from both ends.</summary>
internal sealed class ConceptRelations
{
    private readonly Site _site;
    private readonly ILookup<Slug, Slug> _children;
    private readonly ILookup<Slug, Slug> _relating;
    private readonly ILookup<string, Slug> _wholes;
    private readonly ILookup<Slug, Slug> _formers;

    public ConceptRelations(Site site)
    {
        _site = site;
        var described = site.Concepts.Where(static concept => concept.IsCurated).ToList();
        _children = described.Where(static concept => concept.Parent is not null).ToLookup(static concept => concept.Parent!.Value, static concept => concept.Slug);
        _relating = described.SelectMany(static concept => concept.Related.Distinct().Select(related => (related, concept.Slug))).ToLookup(static pair => pair.related, static pair => pair.Slug);
        _wholes = described.SelectMany(static concept => concept.Parts.Distinct(StringComparer.Ordinal).Select(part => (part, concept.Slug))).ToLookup(static pair => pair.part, static pair => pair.Slug, StringComparer.Ordinal);
        _formers = described.Where(static concept => concept.ReplacedBy is not null).ToLookup(static concept => concept.ReplacedBy!.Value, static concept => concept.Slug);
    }

    /// <summary>The relations of a concept, in a fixed order.</summary>
    public ImmutableArray<ConceptLink> Of(Concept concept)
    {
        var links = ImmutableArray.CreateBuilder<ConceptLink>();
        Add(links, "上位", concept.Parent is { } parent ? [parent] : []);
        Add(links, "下位", _children[concept.Slug]);
        Add(links, "相关", concept.Related);
        Add(links, "相关", _relating[concept.Slug].Where(other => !concept.Related.Contains(other)));
        Add(links, "所属", _wholes[concept.Label]);
        Add(links, "后继", concept.ReplacedBy is { } replacedBy ? [replacedBy] : []);
        Add(links, "前身", _formers[concept.Slug]);
        return links.ToImmutable();
    }

    private void Add(ImmutableArray<ConceptLink>.Builder links, string relation, IEnumerable<Slug> slugs)
    {
        foreach (var slug in slugs)
        {
            if (_site.ConceptBySlug.TryGetValue(slug, out var index))
                links.Add(new ConceptLink(relation, new PageLink(_site.Concepts[index].Label, SiteUrl.Of(slug))));
        }
    }
}
