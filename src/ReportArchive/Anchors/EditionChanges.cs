using System.Collections.Immutable;
using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>What happened to a paragraph between an edition and the present one.</summary>
/// <param name="Kind">Edited, Added, Deleted, Merged or Moved.</param>
/// <param name="Anchor">Its anchor.</param>
/// <param name="Runs">Its text with what was deleted and inserted; whole for what was added, deleted or merged.</param>
/// <param name="Into">The paragraph that took it up, when merged.</param>
public sealed record ParagraphChange(ChangeKind Kind, AnchorId Anchor, ImmutableArray<DiffRun> Runs, AnchorId? Into = null);

/// <summary>The differences between a former edition and the present one, paragraph by paragraph.</summary>
public static class EditionChanges
{
    private static readonly (ChangeKind Kind, string Text)[] s_names =
        [(ChangeKind.Edited, "改正"), (ChangeKind.Added, "新增"), (ChangeKind.Merged, "并入他段"), (ChangeKind.Deleted, "删去")];

    /// <summary>What changed since an edition: in the present reading order, what went last.</summary>
    public static ImmutableArray<ParagraphChange> Since(AnchorLedger ledger, int edition)
    {
        var before = ledger.BlocksOf(edition).ToDictionary(static entry => entry.Anchor);
        var live = ledger.Live.Select(static entry => entry.Anchor).ToHashSet();
        var now = ledger.Live.Select(entry => before.TryGetValue(entry.Anchor, out var old) ? Edited(old, entry) : Whole(ChangeKind.Added, entry, DiffKind.Inserted));
        var gone = ledger.BlocksOf(edition)
            .Where(entry => !live.Contains(entry.Anchor))
            .Select(entry => ledger.Resolve(entry.Anchor) is { } into
                ? Whole(ChangeKind.Merged, entry, DiffKind.Same) with { Into = into }
                : Whole(ChangeKind.Deleted, entry, DiffKind.Deleted));
        return [.. now.OfType<ParagraphChange>(), .. gone];
    }

    /// <summary>How many of what, for readers: <c>改正3段，新增1段，删去2段</c>; <c>文字未改</c> when nothing differs but the order.</summary>
    public static string Summarise(IReadOnlyCollection<ParagraphChange> changes)
    {
        var parts = s_names
            .Select(name => (name.Text, Count: changes.Count(change => change.Kind == name.Kind)))
            .Where(static part => part.Count > 0)
            .Select(static part => $"{part.Text}{part.Count}段");
        return string.Join('，', parts) is { Length: > 0 } text ? text : "文字未改";
    }

    private static ParagraphChange? Edited(LedgerEntry before, LedgerEntry now) =>
        string.Equals(before.Text, now.Text, StringComparison.Ordinal)
            ? null
            : new ParagraphChange(ChangeKind.Edited, now.Anchor, TextDiff.Between(before.Text, now.Text));

    private static ParagraphChange Whole(ChangeKind kind, LedgerEntry entry, DiffKind diff) =>
        new(kind, entry.Anchor, [new DiffRun(diff, entry.Text)]);
}
