using ReportArchive.Caching;
using ReportArchive.Concepts;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>Makes the page of a concept.</summary>
internal static class ConceptPages
{
    public static ConceptPage Make(Site site, int index, PageViews views, ConceptUsages usages, ConceptRelations relations, ConceptGraph graph)
    {
        var concept = site.Concepts[index];
        var item = views.Concept(index);
        return new ConceptPage(
            item,
            Describe(item),
            [.. concept.Definition.Select(text => DefinitionLinks.Cut(site, text, index))],
            [.. concept.Parts.Select(part => Part(views, concept, part))],
            [.. concept.Evidence.Select(evidence => View(site, evidence, views)).OfType<EvidenceView>()],
            relations.Of(concept),
            new Deferred<ConceptUsage>(usages.BasisOf(index), () => usages.Of(index)))
        {
            Citation = SiteCitations.Of(site, concept),
            Skos = graph.Of(index),
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
}
