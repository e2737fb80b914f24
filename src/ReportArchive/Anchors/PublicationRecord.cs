using System.Collections.Immutable;
using ReportArchive.Pages;
using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>What the archive published before this build, as its own files record it.</summary>
/// <param name="Histories">The history of every report that was published.</param>
/// <param name="Redirects">Where that which moved is found now.</param>
/// <param name="Frozen">Addresses published that no report of this build has by itself.</param>
/// <param name="Moves">Reports published under another identity: the old address and the new one.</param>
public sealed record PublicationRecord(
    ImmutableDictionary<ReportId, ReportHistory> Histories,
    ImmutableArray<Redirect> Redirects,
    ImmutableArray<FrozenUrl> Frozen,
    ImmutableDictionary<SiteUrl, SiteUrl> Moves)
{
    /// <summary>Nothing was published.</summary>
    public static PublicationRecord None { get; } = new(
        ImmutableDictionary<ReportId, ReportHistory>.Empty, [], [], ImmutableDictionary<SiteUrl, SiteUrl>.Empty);

    /// <summary>The history of a report.</summary>
    public ReportHistory Of(ReportId report) => Histories.GetValueOrDefault(report, ReportHistory.None);
}
