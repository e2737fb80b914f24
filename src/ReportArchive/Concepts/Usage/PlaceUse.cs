using System.Collections.Immutable;
using ReportArchive.Places;

namespace ReportArchive.Concepts.Usage;

/// <summary>How a place's first use of a concept stands to the places above it, as far as the archive's reports can tell.</summary>
public enum Descent
{
    /// <summary>A place above used it in an earlier report.</summary>
    FromAbove,

    /// <summary>A place above used it in a report of the same plan year, and which was first is not known.</summary>
    WithAbove,

    /// <summary>Places above use it too, but only in later reports.</summary>
    BeforeAbove,

    /// <summary>Places above have reports in the archive and none of them uses it.</summary>
    Local,

    /// <summary>No place above has a report in the archive, so nothing can be said.</summary>
    Unknown,
}

/// <summary>The names of the descents.</summary>
public static class Descents
{
    /// <summary>All of them, in the order they are listed.</summary>
    public static IReadOnlyList<Descent> All { get; } = Enum.GetValues<Descent>();

    /// <summary>The word used in data files.</summary>
    public static string Key(this Descent descent) => descent switch
    {
        Descent.FromAbove => "from-above",
        Descent.WithAbove => "with-above",
        Descent.BeforeAbove => "before-above",
        Descent.Local => "local",
        _ => "unknown",
    };

    /// <summary>The Chinese name shown to readers.</summary>
    public static string Name(this Descent descent) => descent switch
    {
        Descent.FromAbove => "承自上级",
        Descent.WithAbove => "与上级同年",
        Descent.BeforeAbove => "先于上级",
        Descent.Local => "上级未用",
        _ => "上级未收",
    };
}

/// <summary>A place that uses a concept.</summary>
/// <param name="Place">The place.</param>
/// <param name="First">Index of its first report that uses it.</param>
/// <param name="Last">Index of its last report that uses it.</param>
/// <param name="Total">All its own reports taken together.</param>
/// <param name="Descent">How its first use stands to the places above.</param>
/// <param name="Above">The report of a place above that <paramref name="Descent"/> rests on; none for local and unknown.</param>
/// <param name="SilentSince">Index of its first report after the last use, of the same kind as one that used it; none where there is none.</param>
public sealed record PlaceUse(Place Place, int First, int Last, UsageCell Total, Descent Descent, int? Above, int? SilentSince)
{
    /// <summary>The places that use a concept, by their first report that does; places of one plan year by day of delivery, unknown days last.</summary>
    public static ImmutableArray<PlaceUse> Of(Corpus corpus, int concept)
    {
        var site = corpus.Site;
        var byPlace = site.Uses[concept]
            .GroupBy(use => site.Reports[use.Report].Id.Place)
            .ToDictionary(static group => group.Key, group => group.OrderBy(use => InTime(corpus, use.Report)).ToList());
        return [.. byPlace
            .Select(pair => Make(corpus, pair.Key, pair.Value.ConvertAll(static use => use.Report), pair.Value.Sum(static use => use.Count), byPlace.ContainsKey, place => byPlace[place].ConvertAll(static use => use.Report)))
            .OrderBy(use => InTime(corpus, use.First))];
    }

    /// <summary>The order of reports in time, as far as it is known: plan year, day (unknown ones last), id.</summary>
    public static (int Year, DateOnly Date, int Report) InTime(Corpus corpus, int report) =>
        (corpus.Site.Reports[report].Id.Year.Value, corpus.Site.Reports[report].Matter.Date ?? DateOnly.MaxValue, report);

    private static PlaceUse Make(
        Corpus corpus, PlaceCode code, List<int> uses, int occurrences, Func<PlaceCode, bool> isUsing, Func<PlaceCode, List<int>> usesOf)
    {
        var node = corpus.Site.PlaceTree[code];
        var above = node.Path.SkipLast(1).Reverse().Select(static place => place.Code).ToList();
        var aboveUses = above.Where(isUsing).SelectMany(usesOf).ToList();
        var (descent, witness) = DescentOf(corpus, uses[0], aboveUses, above.Exists(place => !corpus.Site.PlaceTree[place].Reports.IsEmpty));
        var all = node.Reports.Aggregate(default(UsageCell), (sum, report) => sum + corpus.Cell(report, 0));
        return new PlaceUse(
            node.Place, uses[0], uses[^1], all + new UsageCell(uses.Count, 0, occurrences, 0), descent, witness, SilentAfter(corpus, node.Reports, uses));
    }

    private static (Descent Descent, int? Witness) DescentOf(Corpus corpus, int first, List<int> aboveUses, bool hasAbove)
    {
        if (aboveUses.Count == 0)
            return (hasAbove ? Descent.Local : Descent.Unknown, null);
        var earliest = aboveUses.MinBy(report => InTime(corpus, report));
        var descent = corpus.IsBefore(earliest, first) ? Descent.FromAbove
            : corpus.IsBefore(first, earliest) ? Descent.BeforeAbove
            : Descent.WithAbove;
        return (descent, earliest);
    }

    private static int? SilentAfter(Corpus corpus, ImmutableArray<int> reports, List<int> uses)
    {
        var kinds = uses.Select(report => corpus.Site.Reports[report].Id.Kind).ToHashSet();
        var later = reports
            .Where(report => corpus.IsBefore(uses[^1], report) && kinds.Contains(corpus.Site.Reports[report].Id.Kind))
            .OrderBy(report => InTime(corpus, report))
            .ToList();
        return later.Count == 0 ? null : later[0];
    }
}
