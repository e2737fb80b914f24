using System.Collections.Immutable;
using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>A report's blocks with their anchors, and what its ledger would say if they were published now.</summary>
/// <param name="Ledger">The ledger of the last publication; none for a report never published.</param>
/// <param name="Blocks">The blocks, anchors assigned.</param>
/// <param name="Next">The anchor to give out next.</param>
/// <param name="Retired">Anchors without a block.</param>
/// <param name="Changes">What differs from the last publication, in reading order, what went last; empty when nothing does.</param>
public sealed record Assignment(
    AnchorLedger? Ledger,
    ImmutableArray<Block> Blocks,
    AnchorId Next,
    ImmutableArray<RetiredAnchor> Retired,
    ImmutableArray<AnchorChange> Changes)
{
    /// <summary>Whether the blocks are the published ones to the character.</summary>
    public bool IsPublished => Ledger is not null && Changes.IsEmpty && Ledger.Live.SequenceEqual(Entries());

    /// <summary>
    /// The ledger that publishes these blocks: the very same one when nothing differs, otherwise one with a new edition.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="date">Day of publication; none for a build that does not publish.</param>
    /// <param name="note">Why the text changed, in the editor's words; may be empty.</param>
    public AnchorLedger Freeze(ReportId report, DateOnly? date, string note = "")
    {
        ImmutableArray<LedgerEntry> live = [.. Entries()];
        if (Ledger is null)
            return new AnchorLedger(report, new Edition(1, date, note), Next, live, Retired, []);
        if (IsPublished)
            return Ledger;
        var now = live.ToDictionary(static entry => entry.Anchor);
        var former = new FormerEdition(
            Ledger.Current,
            [.. Ledger.Live.Select(static entry => entry.Anchor)],
            [.. Ledger.Live.Where(entry => now.GetValueOrDefault(entry.Anchor) != entry)]);
        var edition = new Edition(Ledger.Current.Number + 1, date, note);
        return new AnchorLedger(report, edition, Next, live, Retired, [former, .. Ledger.Former]);
    }

    private IEnumerable<LedgerEntry> Entries() =>
        Blocks.Select(static block => new LedgerEntry(block.Anchor, block.Kind, block.Level, block.Text));
}
