using System.Collections.Immutable;
using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>A report with its anchors, and its history.</summary>
/// <param name="Report">The report, anchors assigned.</param>
/// <param name="History">What was published of it.</param>
public sealed record PublishedReport(Report Report, ReportHistory History);

/// <summary>What was published of a report beside its present text.</summary>
/// <param name="Editions">The editions, the newest first; none for a report never frozen. The first has no day when it is not frozen yet.</param>
/// <param name="Ledger">
/// The ledger as it would be if this build were published; none when it says nothing but the present text, so that an archive
/// does not hold every text twice.
/// </param>
public sealed record ReportHistory(ImmutableArray<Edition> Editions, AnchorLedger? Ledger)
{
    /// <summary>The history of a report that was never published.</summary>
    public static ReportHistory None { get; } = new([], null);

    /// <summary>Anchors that were published and have no block any more.</summary>
    public ImmutableArray<RetiredAnchor> Retired => Ledger?.Retired ?? [];

    /// <summary>The anchors that lead to a block which took up their texts.</summary>
    public IEnumerable<AnchorId> MergedInto(AnchorId block) =>
        Retired.Where(retired => retired.Into == block).Select(static retired => retired.Anchor);

    /// <summary>The anchors of deleted blocks whose notices stand behind a block, or at the top.</summary>
    public IEnumerable<AnchorId> GoneAfter(AnchorId? block) =>
        Retired.Where(retired => retired.Into is null && retired.After == block).Select(static retired => retired.Anchor);

    /// <summary>The edition in which a retired anchor first had no block.</summary>
    public int EditionWithout(AnchorId anchor) => Retired.First(retired => retired.Anchor == anchor).Edition;

    /// <summary>The editions whose text can be read besides the present one: none until something was corrected.</summary>
    public bool HasFormerEditions => Ledger is { Former.IsEmpty: false };

    /// <summary>Number of the present edition.</summary>
    public int Edition => Editions.IsEmpty ? 1 : Editions[0].Number;

    /// <summary>The day the present text was published, as far as it was.</summary>
    public DateOnly? Modified => Editions.IsEmpty ? null : Editions[0].Date;

    /// <summary>A report's blocks with their anchors, and its history.</summary>
    /// <param name="report">The report as read.</param>
    /// <param name="ledger">Its ledger; none when it was never published.</param>
    public static PublishedReport Of(Report report, AnchorLedger? ledger)
    {
        // As read, blocks are p1 to pn: what a report never published gets.
        if (ledger is null)
            return new PublishedReport(report, None);
        var assignment = AnchorAssignment.Assign(ledger, report.Blocks);
        var assigned = report with { Blocks = assignment.Blocks };
        var now = assignment.Freeze(report.Id, date: null);
        var saysMore = !now.Former.IsEmpty || !now.Retired.IsEmpty;
        return new PublishedReport(assigned, new ReportHistory([.. now.Editions], saysMore ? now : null));
    }
}
