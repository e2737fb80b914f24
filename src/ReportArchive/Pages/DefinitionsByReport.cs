using System.Collections.Immutable;
using ReportArchive.Concepts;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>A concept whose definition is drawn from a report.</summary>
/// <param name="Item">The concept.</param>
/// <param name="Anchor">The paragraph it quotes.</param>
/// <param name="Quote">The words it quotes.</param>
public sealed record DefinedHere(ConceptItem Item, AnchorId Anchor, string Quote);

/// <summary>Which definitions rest on which reports: the way back from a report to the concepts that quote it.</summary>
internal sealed class DefinitionsByReport
{
    private readonly ILookup<ReportId, (int Concept, Evidence Evidence)> _quotes;
    private readonly Site _site;
    private readonly PageViews _views;

    public DefinitionsByReport(Site site, PageViews views)
    {
        (_site, _views) = (site, views);
        _quotes = Enumerable.Range(0, site.Concepts.Length)
            .SelectMany(concept => site.Concepts[concept].Evidence.Select(evidence => (concept, evidence)))
            .ToLookup(static pair => pair.evidence.Report);
    }

    /// <summary>The concepts that quote a report, in the order of its paragraphs.</summary>
    public ImmutableArray<DefinedHere> Of(int report) =>
        [.. _quotes[_site.Reports[report].Id]
            .Select(pair => (pair.Concept, pair.Evidence, Block: EvidencePassage.Find(_site, pair.Evidence)))
            .Where(static entry => entry.Block is not null)
            .Select(entry => new DefinedHere(_views.Concept(entry.Concept), entry.Block!.Anchor, entry.Evidence.Quote))
            .OrderBy(static entry => entry.Anchor.Number)
            .ThenBy(static entry => entry.Item.Concept.Slug)];
}
