using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportArchive.Concepts;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>What several pages show of the same report or concept, worked out once for the site.</summary>
internal sealed class PageViews
{
    private readonly ImmutableArray<ReportItem> _items;
    private readonly ImmutableArray<ConceptItem> _concepts;
    private readonly ImmutableArray<ImmutableArray<int>> _conceptsOf;
    private readonly double[] _rarities;
    private readonly double[] _weights;
    private readonly FrozenDictionary<(PlanYear Year, ReportKind Kind), ImmutableArray<int>> _byYearAndKind;
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);

    public PageViews(Site site)
    {
        _items = [.. site.Reports.Select(report => new ReportItem(report, [.. ReportPlace.PathOf(report, site.Places)]))];
        _concepts = [.. site.Concepts.Select((concept, i) => new ConceptItem(
            concept,
            site.Uses[i].Length,
            site.Uses[i].Sum(static use => use.Count),
            site.Uses[i].IsEmpty ? null : site.Reports[site.Uses[i][0].Report].Id.Year))];
        _conceptsOf = [.. site.Occurrences.Select(static occurrences => occurrences.Select(static o => o.Concept).Distinct().ToImmutableArray())];
        _rarities = [.. site.Uses.Select(uses => Math.Log((double)site.Reports.Length / Math.Max(1, uses.Length)))];
        _weights = [.. _conceptsOf.Select(concepts => Math.Max(double.Epsilon, concepts.Sum(Rarity)))];
        for (var i = 0; i < site.Concepts.Length; i++)
        {
            foreach (var spelling in site.Concepts[i].Spellings)
                _byName.TryAdd(MatchText.Fold(spelling), i);
        }
        _byYearAndKind = Enumerable.Range(0, site.Reports.Length)
            .GroupBy(i => (site.Reports[i].Id.Year, site.Reports[i].Id.Kind))
            .ToFrozenDictionary(static group => group.Key, static group => group.ToImmutableArray());
    }

    /// <summary>The concept one of whose spellings this is; null where there is none.</summary>
    public ConceptItem? FindByName(string name) => _byName.TryGetValue(MatchText.Fold(name), out var concept) ? _concepts[concept] : null;

    /// <summary>The reports of a plan year and kind, by id.</summary>
    public ImmutableArray<int> OfYearAndKind(PlanYear year, ReportKind kind) => _byYearAndKind.GetValueOrDefault((year, kind), []);

    public ReportItem Item(int report) => _items[report];

    public ConceptItem Concept(int concept) => _concepts[concept];

    public ImmutableArray<ConceptItem> Concepts => _concepts;

    /// <summary>The concepts of a report, in the order they first occur.</summary>
    public ImmutableArray<int> ConceptsOf(int report) => _conceptsOf[report];

    /// <summary>log(N / n): how much it says that a report uses the concept; 0 when all do.</summary>
    public double Rarity(int concept) => _rarities[concept];

    /// <summary>Sum of the rarities of a report's concepts.</summary>
    public double Weight(int report) => _weights[report];

    /// <summary>The concepts that the given reports use most, by number of those reports, then by number in the archive, rarest first.</summary>
    public ImmutableArray<ConceptItem> MostUsed(IEnumerable<int> reports, int most) =>
        [.. reports
            .SelectMany(report => ConceptsOf(report))
            .CountBy(static concept => concept)
            .OrderByDescending(static pair => pair.Value)
            .ThenByDescending(pair => Rarity(pair.Key))
            .ThenBy(static pair => pair.Key)
            .Take(most)
            .Select(pair => Concept(pair.Key))];
}
