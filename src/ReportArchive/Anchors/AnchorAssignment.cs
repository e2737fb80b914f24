using System.Collections.Immutable;
using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>
/// Gives every block of a report its anchor. Without a ledger they are p1 to pn in reading order, headings too. With one, a block
/// that was published keeps its anchor whatever was corrected, inserted, split, merged or moved around it; a new one gets the next
/// number never used; an anchor whose block went leads to the block that took up its text, or to a notice.
/// </summary>
public static class AnchorAssignment
{
    private const double StillHeld = 0.5;

    /// <summary>Assigns the anchors.</summary>
    /// <param name="ledger">The ledger of the last publication; none for a report never published.</param>
    /// <param name="blocks">The blocks in reading order; anchors they have are ignored.</param>
    public static Assignment Assign(AnchorLedger? ledger, ImmutableArray<Block> blocks)
    {
        if (ledger is null)
            return new Assignment(null, Numbered(blocks), new AnchorId(blocks.Length + 1), [], []);
        return IsUnchanged(ledger, blocks)
            ? new Assignment(ledger, [.. blocks.Zip(ledger.Live, static (block, entry) => block with { Anchor = entry.Anchor })], ledger.Next, ledger.Retired, [])
            : Align(ledger, blocks);
    }

    private static ImmutableArray<Block> Numbered(ImmutableArray<Block> blocks) =>
        [.. blocks.Select(static (block, index) => block with { Anchor = new AnchorId(index + 1) })];

    private static bool IsUnchanged(AnchorLedger ledger, ImmutableArray<Block> blocks)
    {
        if (ledger.Live.Length != blocks.Length)
            return false;
        for (var i = 0; i < blocks.Length; i++)
        {
            var (entry, block) = (ledger.Live[i], blocks[i]);
            if (entry.Kind != block.Kind || entry.Level != block.Level || !string.Equals(entry.Text, block.Text, StringComparison.Ordinal))
                return false;
        }
        return true;
    }

    private static Assignment Align(AnchorLedger ledger, ImmutableArray<Block> blocks)
    {
        LedgerEntry[] old = [.. ledger.Live, .. ledger.Retired.Select(ledger.LastOf)];
        var alignment = Alignment.Between(
            [.. old.Select(static entry => Aligned.Of(entry.Kind, entry.Level, entry.Text))],
            ledger.Live.Length,
            [.. blocks.Select(static block => Aligned.Of(block.Kind, block.Level, block.Text))]);
        var next = ledger.Next.Number;
        var assigned = blocks
            .Select((block, at) => block with { Anchor = alignment.OldOf(at) is var from and not Alignment.None ? old[from].Anchor : new AnchorId(next++) })
            .ToImmutableArray();
        var retired = Retire(ledger, alignment, assigned);
        var changes = AnchorChanges.Between(ledger, old, alignment, assigned, retired);
        return new Assignment(ledger, assigned, new AnchorId(next), retired, changes);
    }

    private static ImmutableArray<RetiredAnchor> Retire(AnchorLedger ledger, Alignment alignment, ImmutableArray<Block> blocks)
    {
        AnchorId? AnchorAt(int @new) => @new == Alignment.None ? null : blocks[@new].Anchor;
        var gone = alignment.LooseOld().Select(old => new RetiredAnchor(
            ledger.Live[old].Anchor,
            ledger.Current.Number + 1,
            AnchorAt(Merges.Absorbing(alignment, old)),
            Surviving(ledger, alignment, old)));
        var kept = alignment.LooseRetired().Select(old =>
        {
            var retired = ledger.Retired[old - alignment.Live];
            var into = retired.Into is { } anchor ? AnchorAt(StillIn(alignment, blocks, old, anchor)) : null;
            return retired with { Into = into };
        });
        ImmutableArray<RetiredAnchor> all = [.. kept.Concat(gone).OrderBy(static retired => retired.Anchor)];
        return [.. all.Select(retired => retired with { After = Standing(all, retired.After) })];
    }

    // The block it was merged into is still right while it holds the text; it may have been split or cut since.
    private static int StillIn(Alignment alignment, ImmutableArray<Block> blocks, int old, AnchorId into)
    {
        for (var at = 0; at < blocks.Length; at++)
        {
            if (blocks[at].Anchor == into && alignment.Old[old].Profile.PartIn(alignment.New[at].Profile) >= StillHeld)
                return at;
        }
        return Merges.Holding(alignment, old);
    }

    private static AnchorId? Surviving(AnchorLedger ledger, Alignment alignment, int old)
    {
        for (var before = old - 1; before >= 0; before--)
        {
            if (alignment.NewOf(before) != Alignment.None)
                return ledger.Live[before].Anchor;
        }
        return null;
    }

    private static AnchorId? Standing(ImmutableArray<RetiredAnchor> retired, AnchorId? after)
    {
        for (var steps = retired.Length; steps > 0 && retired.FirstOrDefault(other => other.Anchor == after) is { } gone; steps--)
            after = gone.Into ?? gone.After;
        return after;
    }
}
