using System.Collections.Immutable;
using ReportArchive.Concepts;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>Makes the page of a concept.</summary>
internal static class ConceptPages
{
    public static ConceptPage Make(Site site, int index, PageViews views, ConceptUsages usages)
    {
        var concept = site.Concepts[index];
        var item = views.Concept(index);
        return new ConceptPage(
            item,
            Describe(item),
            [.. concept.Definition.Select(text => DefinitionLinks.Cut(site, text, index))],
            [.. concept.Parts.Select(part => Part(views, concept, part))],
            [.. concept.Evidence.Select(evidence => View(site, evidence, views)).OfType<EvidenceView>()],
            Relations(site, index),
            new Lazy<ConceptUsage>(() => usages.Of(index)))
        {
            Citation = SiteCitations.Of(site, concept),
            ReportCitations = SiteCitations.OfUses(site, index, views),
            Origin = concept.File,
            Trail = [.. PageBuilder.HomeTrail, new PageLink("提法", SiteUrl.Concepts)],
        };
    }

    private static string Describe(ConceptItem item)
    {
        var where = item.Reports == 0 ? "尚未见于所收报告。" : $"见于{item.Reports}篇报告，共{item.Occurrences}处。";
        var definition = item.Concept.Definition.IsEmpty ? "" : item.Concept.Definition[0];
        return $"“{item.Concept.Label}”：{definition}{where}";
    }

    private static ConceptPart Part(PageViews views, Concept concept, string part)
    {
        var target = views.FindByName(part);
        return new ConceptPart(part, target is null || target.Concept.Slug == concept.Slug ? null : target.Url);
    }

    private static EvidenceView? View(Site site, Evidence evidence, PageViews views) =>
        EvidencePassage.Find(site, evidence) is { } block
            ? new EvidenceView(evidence.Quote, views.Item(site.ReportById[evidence.Report]), block.Anchor)
            : null;

    private static ImmutableArray<ConceptLink> Relations(Site site, int index)
    {
        var concept = site.Concepts[index];
        var links = ImmutableArray.CreateBuilder<ConceptLink>();
        Add(links, site, "上位", concept.Parent);
        foreach (var child in site.Concepts.Where(child => child.Parent == concept.Slug))
            Add(links, site, "下位", child.Slug);
        foreach (var related in concept.Related)
            Add(links, site, "相关", related);
        foreach (var other in site.Concepts.Where(other => other.Related.Contains(concept.Slug) && !concept.Related.Contains(other.Slug)))
            Add(links, site, "相关", other.Slug);
        foreach (var whole in site.Concepts.Where(whole => whole.Parts.Contains(concept.Label, StringComparer.Ordinal)))
            Add(links, site, "所属", whole.Slug);
        Add(links, site, "后继", concept.ReplacedBy);
        foreach (var former in site.Concepts.Where(former => former.ReplacedBy == concept.Slug))
            Add(links, site, "前身", former.Slug);
        return links.ToImmutable();
    }

    private static void Add(ImmutableArray<ConceptLink>.Builder links, Site site, string relation, Slug? slug)
    {
        if (slug is { } known && site.ConceptBySlug.TryGetValue(known, out var index))
            links.Add(new ConceptLink(relation, new PageLink(site.Concepts[index].Label, SiteUrl.Of(known))));
    }
}
