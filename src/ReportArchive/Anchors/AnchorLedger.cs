using System.Collections.Immutable;
using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>A block as an edition published it.</summary>
/// <param name="Anchor">Its anchor.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Level">Level of a heading; 0 otherwise.</param>
/// <param name="Text">Its plain text.</param>
public sealed record LedgerEntry(AnchorId Anchor, BlockKind Kind, int Level, string Text);

/// <summary>An anchor that was published and has no block of its own any more. It goes on resolving and is never given away.</summary>
/// <param name="Anchor">The anchor.</param>
/// <param name="Edition">The first edition without its block.</param>
/// <param name="Into">The anchor whose block holds its text now; none when the text is gone.</param>
/// <param name="After">The block it stood behind when it went, where its notice is shown; none when it was the first.</param>
public sealed record RetiredAnchor(AnchorId Anchor, int Edition, AnchorId? Into, AnchorId? After);

/// <summary>What was published at one time.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Date">The day it was frozen for publication; none for what is built and not frozen yet.</param>
/// <param name="Note">Why it differs from the one before, in the editor's words; may be empty.</param>
public sealed record Edition(int Number, DateOnly? Date, string Note);

/// <summary>An edition that another one replaced.</summary>
/// <param name="Edition">Which.</param>
/// <param name="Order">Its anchors in reading order.</param>
/// <param name="Entries">Those of its blocks that the next edition changed or no longer has.</param>
public sealed record FormerEdition(Edition Edition, ImmutableArray<AnchorId> Order, ImmutableArray<LedgerEntry> Entries);

/// <summary>
/// Everything published of one report: its blocks with their anchors, the anchors that went, and what every former edition had
/// instead. It suffices to write out any edition and to say where any anchor ever published leads.
/// </summary>
/// <param name="Report">The report.</param>
/// <param name="Current">The edition published last.</param>
/// <param name="Next">The anchor to give out next: higher than all that were ever given out.</param>
/// <param name="Live">The blocks of that edition in reading order.</param>
/// <param name="Retired">Anchors without a block, in order.</param>
/// <param name="Former">Former editions, the newest first.</param>
public sealed record AnchorLedger(
    ReportId Report,
    Edition Current,
    AnchorId Next,
    ImmutableArray<LedgerEntry> Live,
    ImmutableArray<RetiredAnchor> Retired,
    ImmutableArray<FormerEdition> Former)
{
    /// <summary>All editions, the newest first.</summary>
    public IEnumerable<Edition> Editions => [Current, .. Former.Select(static former => former.Edition)];

    /// <summary>The blocks of an edition in reading order; none when there is no edition of that number.</summary>
    public ImmutableArray<LedgerEntry> BlocksOf(int edition)
    {
        if (edition == Current.Number)
            return Live;
        if (Former.All(former => former.Edition.Number != edition))
            return [];
        var texts = Live.ToDictionary(static entry => entry.Anchor);
        foreach (var former in Former.TakeWhile(former => former.Edition.Number >= edition))
        {
            foreach (var entry in former.Entries)
                texts[entry.Anchor] = entry;
        }
        return [.. Former.First(former => former.Edition.Number == edition).Order.Select(anchor => texts[anchor])];
    }

    /// <summary>
    /// The last text of an anchor that has no block any more. The edition before it went differs from its successor in that very
    /// block, so it holds the text.
    /// </summary>
    public LedgerEntry LastOf(RetiredAnchor retired) => Former
        .First(former => former.Edition.Number < retired.Edition && former.Entries.Any(entry => entry.Anchor == retired.Anchor))
        .Entries.First(entry => entry.Anchor == retired.Anchor);

    /// <summary>The anchor of the block that an anchor leads to, through every merge; none when its text is gone or it was never given out.</summary>
    public AnchorId? Resolve(AnchorId anchor)
    {
        // Every step leads to a block that outlived the last, so a ledger's chain ends; a damaged one must end as well.
        for (var steps = Retired.Length; steps >= 0; steps--)
        {
            if (Live.Any(entry => entry.Anchor == anchor))
                return anchor;
            if (Retired.FirstOrDefault(retired => retired.Anchor == anchor)?.Into is not { } into)
                return null;
            anchor = into;
        }
        return null;
    }
}
