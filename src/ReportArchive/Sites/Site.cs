using System.Collections.Immutable;
using ReportArchive.Anchors;
using ReportArchive.Concepts;
using ReportArchive.Parallels;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Sites;

/// <summary>A concept where it stands in a report.</summary>
/// <param name="Concept">Index into <see cref="Site.Concepts"/>.</param>
/// <param name="Block">Index into the report's blocks.</param>
/// <param name="Range">Where in the block's text.</param>
public readonly record struct Occurrence(int Concept, int Block, TextRange Range);

/// <summary>A report that uses a concept.</summary>
/// <param name="Report">Index into <see cref="Site.Reports"/>.</param>
/// <param name="First">Index of its first occurrence of the concept within the report's occurrences.</param>
/// <param name="Count">How often the report uses it.</param>
public readonly record struct ConceptUse(int Report, int First, int Count);

/// <summary>A place that the archive has a page for: it has reports, or places below it have.</summary>
/// <param name="Place">The place.</param>
/// <param name="Path">Its path from the province down, itself last.</param>
/// <param name="Children">Codes of the places right below it that have pages, by code.</param>
/// <param name="Reports">Indexes of its own reports, newest plan year first.</param>
/// <param name="ReportsBelow">Number of reports of the places below it.</param>
public sealed record PlaceNode(
    Place Place, ImmutableArray<Place> Path, ImmutableArray<PlaceCode> Children, ImmutableArray<int> Reports, int ReportsBelow);

/// <summary>Everything derived from all reports at once. Built once, never changed, read by every page.</summary>
/// <param name="Settings">What the archive says about itself.</param>
/// <param name="Places">The table of divisions with the archive's corrections.</param>
/// <param name="Reports">All reports, by id.</param>
/// <param name="Concepts">All concepts, by slug: the curated ones and the undescribed ones that recur.</param>
/// <param name="Occurrences">For each report the concepts in it, in reading order.</param>
/// <param name="Uses">For each concept the reports that use it, by plan year, then place.</param>
/// <param name="PlaceTree">The places with pages.</param>
/// <param name="Matcher">Finds the concepts in any text.</param>
public sealed record Site(
    SiteSettings Settings,
    PlaceTable Places,
    ImmutableArray<Report> Reports,
    ImmutableArray<Concept> Concepts,
    ImmutableArray<ImmutableArray<Occurrence>> Occurrences,
    ImmutableArray<ImmutableArray<ConceptUse>> Uses,
    ImmutableSortedDictionary<PlaceCode, PlaceNode> PlaceTree,
    ConceptMatcher Matcher)
{
    /// <summary>What was published before this build.</summary>
    public PublicationRecord Publications { get; init; } = PublicationRecord.None;

    private NamedPlaces? _namedPlaces;

    private readonly Lazy<ParallelPassages> _parallels = new(() => ParallelPassages.Find(Reports));

    /// <summary>What the reports have in common word for word; found when first asked for.</summary>
    public ParallelPassages Parallels => _parallels.Value;

    /// <summary>Which report names which other place; found when first asked for.</summary>
    public NamedPlaces NamedPlaces => LazyInitializer.EnsureInitialized(ref _namedPlaces, () => NamedPlaces.Find(this));

    /// <summary>Index of each concept by its slug.</summary>
    public ImmutableDictionary<Slug, int> ConceptBySlug { get; } =
        Concepts.Select(static (concept, index) => KeyValuePair.Create(concept.Slug, index)).ToImmutableDictionary();

    /// <summary>Index of each report by its id.</summary>
    public ImmutableDictionary<ReportId, int> ReportById { get; } =
        Reports.Select(static (report, index) => KeyValuePair.Create(report.Id, index)).ToImmutableDictionary();

    /// <summary>The plan years that have reports, newest first.</summary>
    public ImmutableArray<PlanYear> Years { get; } = [.. Reports.Select(static report => report.Matter.Year).Distinct().OrderDescending()];

    /// <summary>The kinds that have reports.</summary>
    public ImmutableArray<ReportKind> Kinds { get; } = [.. Reports.Select(static report => report.Matter.Kind).Distinct().Order()];

    /// <summary>The occurrences of one concept in one report, in reading order.</summary>
    public IEnumerable<Occurrence> OccurrencesOf(int concept, ConceptUse use)
    {
        var all = Occurrences[use.Report];
        var left = use.Count;
        for (var i = use.First; left > 0; i++)
        {
            if (all[i].Concept != concept)
                continue;
            left--;
            yield return all[i];
        }
    }
}
