using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Concepts.Usage;

/// <summary>A concept counted by plan year and by level of government.</summary>
/// <param name="Years">The columns, oldest first: all plan years of the archive.</param>
/// <param name="Levels">The rows, province first: all levels of the archive.</param>
/// <param name="Cells">The cells, row by row.</param>
public sealed record UsageMatrix(
    ImmutableArray<PlanYear> Years, ImmutableArray<PlaceLevel> Levels, ImmutableArray<ImmutableArray<UsageCell>> Cells)
{
    /// <summary>Each year, all levels together.</summary>
    public ImmutableArray<UsageCell> ByYear { get; } =
        [.. Enumerable.Range(0, Years.Length).Select(column => Sum(Cells.Select(row => row[column])))];

    /// <summary>Each level, all years together.</summary>
    public ImmutableArray<UsageCell> ByLevel { get; } = [.. Cells.Select(static row => Sum(row))];

    /// <summary>Everything together.</summary>
    public UsageCell Total { get; } = Sum(Cells.SelectMany(static row => row));

    /// <summary>Counts a concept.</summary>
    public static UsageMatrix Of(Corpus corpus, int concept)
    {
        var used = corpus.Site.Uses[concept]
            .GroupBy(use => (corpus.Site.Reports[use.Report].Id.Year, corpus.Site.Reports[use.Report].Id.Place.Level))
            .ToDictionary(static group => group.Key, static group => new UsageCell(group.Count(), 0, group.Sum(static use => use.Count), 0));
        return new UsageMatrix(
            corpus.Years,
            corpus.Levels,
            [.. corpus.Levels.Select(level => corpus.Years.Select(year => corpus.Total(year, level) + used.GetValueOrDefault((year, level))).ToImmutableArray())]);
    }

    private static UsageCell Sum(IEnumerable<UsageCell> cells) => cells.Aggregate(default(UsageCell), static (a, b) => a + b);
}
