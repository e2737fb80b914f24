using System.Collections.Immutable;
using ReportArchive.Anchors;
using ReportArchive.Pages;
using ReportArchive.Reports;

namespace ReportArchive.Changes;

/// <summary>A report that differs from what was published of it.</summary>
/// <param name="Report">The report as it is now, anchors assigned.</param>
/// <param name="Assignment">Its anchors, and what its edits did to them.</param>
/// <param name="MovedFrom">The identity it was published under; none when it has kept it, or was never published.</param>
public sealed record ReportChange(Report Report, Assignment Assignment, ReportId? MovedFrom)
{
    /// <summary>Whether it was never published.</summary>
    public bool IsNew => Assignment.Ledger is null;

    /// <summary>Its address.</summary>
    public SiteUrl Url => SiteUrl.Of(Report.Id);

    /// <summary>The anchors that appear.</summary>
    public ImmutableArray<AnchorId> Appearing => IsNew
        ? [.. Assignment.Blocks.Select(static block => block.Anchor)]
        : [.. Assignment.Changes.Select(static change => change.Kind switch { ChangeKind.Added => change.Anchor, ChangeKind.Split => change.Other, _ => null }).OfType<AnchorId>().Distinct().Order()];

    /// <summary>The anchors that stay and whose text is another.</summary>
    public ImmutableArray<AnchorId> Edited => [.. Of(ChangeKind.Edited).Concat(Of(ChangeKind.Split)).Distinct().Order()];

    /// <summary>The anchors that lead to a notice, or to another paragraph.</summary>
    public ImmutableArray<AnchorId> Gone => [.. Of(ChangeKind.Deleted).Concat(Of(ChangeKind.Merged)).Distinct().Order()];

    private IEnumerable<AnchorId> Of(ChangeKind kind) => Assignment.Changes.Where(change => change.Kind == kind).Select(static change => change.Anchor);
}

/// <summary>What an archive would publish that it has not, or not so.</summary>
/// <param name="Reports">Reports that are new or changed, by id.</param>
/// <param name="NewPages">Addresses that appear, reports left out, in order.</param>
public sealed record ArchiveChanges(ImmutableArray<ReportChange> Reports, ImmutableArray<SiteUrl> NewPages)
{
    /// <summary>Whether there is nothing to publish.</summary>
    public bool IsEmpty => Reports.IsEmpty && NewPages.IsEmpty;
}
