using System.Collections.Immutable;
using ReportArchive.Search.Query;
using ReportArchive.Search.Text;

namespace ReportArchive.Search.Reading;

/// <summary>A filter whose values are known to name something.</summary>
/// <param name="Not">Whether reports must not match.</param>
/// <param name="Select">Which reports of a segment match.</param>
internal sealed record ResolvedFilter(bool Not, Func<SegmentReader, bool[]> Select);

/// <summary>A query with the names of concepts filled in and its filters looked up.</summary>
/// <param name="Clauses">What must and must not occur.</param>
/// <param name="Filters">Which reports are looked at.</param>
/// <param name="Exact">Whether traditional and simplified characters differ.</param>
/// <param name="Also">Names that were filled in.</param>
/// <param name="Unknown">Filters that became phrases.</param>
internal sealed record ResolvedQuery(
    ImmutableArray<Clause> Clauses, ImmutableArray<ResolvedFilter> Filters, bool Exact, ImmutableArray<string> Also, ImmutableArray<string> Unknown)
{
    /// <summary>The clauses that ask for something, with their numbers.</summary>
    public IEnumerable<(Clause Clause, int Index)> Positive =>
        Clauses.Select(static (clause, index) => (clause, index)).Where(static clause => !clause.clause.Not);

    /// <summary>Whether anything at all is asked for.</summary>
    public bool IsEmpty => Clauses.IsEmpty && Filters.IsEmpty;
}

/// <summary>Looks up what a query names.</summary>
internal sealed class QueryResolver(ImmutableArray<SegmentReader> segments, Lazy<ImmutableArray<ImmutableArray<string>>> concepts, bool exact)
{
    private readonly List<string> _also = [];
    private readonly List<string> _unknown = [];

    /// <summary>Looks up a query.</summary>
    public ResolvedQuery Resolve(SearchQuery query)
    {
        var clauses = query.Clauses.Select(WithAliases).ToList();
        var filters = new List<ResolvedFilter>();
        foreach (var filter in query.Filters)
        {
            if (Resolve(filter) is { } resolved)
                filters.Add(resolved);
            else
                clauses.Add(new Clause(filter.Not, [Unknown(filter)]));
        }
        return new ResolvedQuery([.. clauses], [.. filters], exact, [.. _also], [.. _unknown]);
    }

    private Phrase Unknown(Filter filter)
    {
        _unknown.Add(filter.Literal.Exact);
        return filter.Literal;
    }

    private Clause WithAliases(Clause clause)
    {
        if (exact || clause.Not)
            return clause;
        var phrases = clause.Phrases.ToList();
        foreach (var phrase in clause.Phrases)
        {
            foreach (var name in concepts.Value.Where(names => names.Length > 2 && names.Skip(1).Any(name => TextFolding.Fold(name) == phrase.Text)).SelectMany(static names => names.Skip(1)))
            {
                var alias = new Phrase(TextFolding.Fold(name), TextFolding.Fold(name, variants: false));
                if (alias.Text.Length == 0 || phrases.Exists(known => known.Text == alias.Text))
                    continue;
                phrases.Add(alias);
                _also.Add(name);
            }
        }
        return clause with { Phrases = [.. phrases] };
    }

    private ResolvedFilter? Resolve(Filter filter) => filter.Key switch
    {
        FilterKey.Year => new ResolvedFilter(filter.Not, segment => ByReport(segment, report => filter.Values.Any(value => YearRange.TryParse(value, out var range) && segment.Meta.Years[report] >= range.From && segment.Meta.Years[report] <= range.To))),
        FilterKey.Kind => new ResolvedFilter(filter.Not, segment => ByReport(segment, report => filter.Values.Any(value => KindNames.Means(value, segment.Meta.Kinds[report])))),
        FilterKey.Place => ResolvePlace(filter),
        _ => ResolveConcept(filter),
    };

    private static bool[] ByReport(SegmentReader segment, Func<int, bool> test) => [.. Enumerable.Range(0, segment.Entry.Reports).Select(test)];

    private ResolvedFilter? ResolvePlace(Filter filter)
    {
        var names = filter.Values.Select(value => PlaceQuery.Choose(value, segments.SelectMany(static segment => segment.Meta.Places))).ToList();
        return names.Contains(null) ? null : new ResolvedFilter(filter.Not, segment =>
        {
            var reports = new bool[segment.Entry.Reports];
            foreach (var place in segment.Meta.Places.Where(place => names.Exists(name => name!(place))))
                Array.Fill(reports, true, place.First, place.End - place.First);
            return reports;
        });
    }

    private ResolvedFilter? ResolveConcept(Filter filter)
    {
        var slugs = filter.Values.Select(value => concepts.Value.FirstOrDefault(names => names.Any(name => TextFolding.Fold(name) == value))).ToList();
        return slugs.Exists(static names => names.IsDefault) ? null : new ResolvedFilter(filter.Not, segment =>
        {
            var reports = new bool[segment.Entry.Reports];
            foreach (var report in slugs.SelectMany(names => segment.ReportsWith(names[0])))
                reports[report] = true;
            return reports;
        });
    }
}
