using System.Collections.Immutable;
using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>Says in words of the field what an alignment found.</summary>
internal static class AnchorChanges
{
    private const double IsPart = 0.7;

    public static ImmutableArray<AnchorChange> Between(
        AnchorLedger ledger, LedgerEntry[] old, Alignment alignment, ImmutableArray<Block> blocks, ImmutableArray<RetiredAnchor> retired)
    {
        var moved = Moved(alignment);
        var inPlace = Enumerable.Range(0, blocks.Length).SelectMany(at => Of(old, alignment, blocks, at, moved.Contains(at)));
        var gone = retired
            .Where(anchor => anchor.Edition == ledger.Current.Number + 1)
            .Select(anchor => new AnchorChange(
                anchor.Into is null ? ChangeKind.Deleted : ChangeKind.Merged,
                anchor.Anchor,
                ledger.Live.First(entry => entry.Anchor == anchor.Anchor).Text,
                After: null,
                anchor.Into));
        return [.. inPlace, .. gone];
    }

    private static IEnumerable<AnchorChange> Of(LedgerEntry[] old, Alignment alignment, ImmutableArray<Block> blocks, int at, bool moved)
    {
        var block = blocks[at];
        var from = alignment.OldOf(at);
        if (from == Alignment.None)
        {
            yield return SplitFrom(alignment, at) is var source and not Alignment.None
                ? new AnchorChange(ChangeKind.Split, old[source].Anchor, old[source].Text, block.Text, block.Anchor)
                : new AnchorChange(ChangeKind.Added, block.Anchor, Before: null, block.Text);
            yield break;
        }
        var before = old[from];
        if (from >= alignment.Live)
            yield return new AnchorChange(ChangeKind.Restored, block.Anchor, before.Text, block.Text);
        else if (!string.Equals(before.Text, block.Text, StringComparison.Ordinal) || before.Kind != block.Kind || before.Level != block.Level)
            yield return new AnchorChange(ChangeKind.Edited, block.Anchor, before.Text, block.Text);
        if (moved)
            yield return new AnchorChange(ChangeKind.Moved, block.Anchor, before.Text, block.Text);
    }

    // A new block beside a paired one that is part of what that one was.
    private static int SplitFrom(Alignment alignment, int at)
    {
        foreach (var step in (ReadOnlySpan<int>)[-1, 1])
        {
            var beside = at + step;
            while (beside >= 0 && beside < alignment.New.Length && alignment.OldOf(beside) == Alignment.None)
                beside += step;
            if (beside < 0 || beside >= alignment.New.Length)
                continue;
            var source = alignment.OldOf(beside);
            var part = alignment.New[at].Profile;
            var lost = part.PartIn(alignment.Old[source].Profile) - part.PartIn(alignment.New[beside].Profile);
            if (part.PartIn(alignment.Old[source].Profile) >= IsPart && lost >= IsPart / 2)
                return source;
        }
        return Alignment.None;
    }

    /// <summary>The new blocks outside the longest run of paired blocks that kept their order.</summary>
    private static HashSet<int> Moved(Alignment alignment)
    {
        int[] paired = [.. Enumerable.Range(0, alignment.New.Length).Where(at => alignment.OldOf(at) is >= 0 and var old && old < alignment.Live)];
        var best = new int[paired.Length];
        var previous = new int[paired.Length];
        var last = -1;
        for (var i = 0; i < paired.Length; i++)
        {
            (best[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (best[j] >= best[i] && alignment.OldOf(paired[j]) < alignment.OldOf(paired[i]))
                    (best[i], previous[i]) = (best[j] + 1, j);
            }
            if (last < 0 || best[i] > best[last])
                last = i;
        }
        var moved = paired.ToHashSet();
        for (; last >= 0; last = previous[last])
            moved.Remove(paired[last]);
        return moved;
    }
}
