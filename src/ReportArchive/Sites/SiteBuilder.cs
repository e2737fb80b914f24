using System.Collections.Immutable;
using ReportArchive.Concepts;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Sites;

/// <summary>
/// Derives the site from its content: 1. reject what claims one identity twice; 2. validate the concepts against each
/// other; 3. find recurring quoted expressions nobody has described; 4. match all concepts in all reports; 5. turn the
/// matches round, concept to reports, and drop expressions that only stand within longer names or are seldom quoted; 6. build
/// the tree of places.
/// </summary>
public static class SiteBuilder
{
    /// <summary>Builds the site; duplicates are left out, so that the rest can still be looked at.</summary>
    /// <param name="settings">What the archive says about itself.</param>
    /// <param name="places">The table of divisions.</param>
    /// <param name="allReports">The reports.</param>
    /// <param name="allConcepts">The authority files.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <param name="allRead">Whether every report could be read; if not, nothing is concluded from what is missing.</param>
    public static Site Build(
        SiteSettings settings,
        PlaceTable places,
        IEnumerable<Report> allReports,
        IEnumerable<Concept> allConcepts,
        ICollection<Diagnostic> diagnostics,
        bool allRead = true)
    {
        var reports = Duplicates.Reject(allReports, diagnostics);
        var curated = ConceptScheme.Validate(allConcepts, diagnostics);
        ImmutableArray<Concept> concepts = [.. curated.Concat(Recurring(reports, curated, settings.QuotedInReports)).OrderBy(static concept => concept.Slug)];
        var (matcher, occurrences, uses) = Match(reports, concepts);
        var site = new Site(settings, places, reports, concepts, occurrences, uses, PlaceTree.Build(reports, places), matcher);
        ConceptScheme.ValidateAgainstTexts(site, allRead, diagnostics);
        EditorsConcepts.Validate(site, diagnostics);
        return site;
    }

    /// <summary>
    /// The quoted expressions that recur by themselves: not those that stand mostly within longer names, as “三公” in “三公”经费, nor
    /// ordinary words that some few reports quoted. How many reports hold each is counted first: matches of all of them would take much memory.
    /// </summary>
    private static IEnumerable<Concept> Recurring(ImmutableArray<Report> reports, ImmutableArray<Concept> curated, int least)
    {
        ImmutableArray<(Concept Concept, int Quoted)> found = [.. RecurringExpressions.Find(reports, curated, least)];
        if (found.IsEmpty)
            return [];
        var matcher = new ConceptMatcher(curated.Concat(found.Select(static one => one.Concept)).Select(static concept => concept.Spellings));
        var held = new int[curated.Length + found.Length];
        reports.AsParallel().ForAll(report =>
        {
            foreach (var concept in report.Blocks.SelectMany(block => matcher.Find(block.Text)).Select(static match => match.Concept).Distinct())
                Interlocked.Increment(ref held[concept]);
        });
        return found
            .Where((one, i) => held[curated.Length + i] >= least && RecurringExpressions.IsName(one.Quoted, held[curated.Length + i]))
            .Select(static one => one.Concept);
    }

    private static (ConceptMatcher Matcher, ImmutableArray<ImmutableArray<Occurrence>> Occurrences, ImmutableArray<ImmutableArray<ConceptUse>> Uses) Match(
        ImmutableArray<Report> reports, ImmutableArray<Concept> concepts)
    {
        var matcher = new ConceptMatcher(concepts.Select(static concept => concept.Spellings));
        var occurrences = reports.AsParallel().AsOrdered().Select(report => OccurrencesIn(report, matcher)).ToImmutableArray();
        return (matcher, occurrences, Invert(reports, concepts.Length, occurrences));
    }

    private static ImmutableArray<Occurrence> OccurrencesIn(Report report, ConceptMatcher matcher) =>
        [.. report.Blocks.SelectMany((block, index) =>
            matcher.Find(block.Text).Select(match => new Occurrence(match.Concept, index, match.Range)))];

    private static ImmutableArray<ImmutableArray<ConceptUse>> Invert(
        ImmutableArray<Report> reports, int concepts, ImmutableArray<ImmutableArray<Occurrence>> occurrences)
    {
        var uses = new List<ConceptUse>[concepts];
        foreach (var report in Enumerable.Range(0, reports.Length).OrderBy(i => reports[i].Matter.Year).ThenBy(static i => i))
        {
            var counts = occurrences[report]
                .Select(static (occurrence, index) => (occurrence.Concept, index))
                .GroupBy(static pair => pair.Concept);
            foreach (var group in counts)
                (uses[group.Key] ??= []).Add(new ConceptUse(report, group.First().index, group.Count()));
        }
        return [.. uses.Select(static list => list is null ? [] : list.ToImmutableArray())];
    }
}
