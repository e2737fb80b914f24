using ReportArchive.Reports;

namespace ReportArchive.Anchors;

/// <summary>What an edit did to an anchor.</summary>
public enum ChangeKind
{
    /// <summary>A new block got it.</summary>
    Added,

    /// <summary>Its block's text is another; it stays.</summary>
    Edited,

    /// <summary>Its block stands elsewhere in the order; it stays.</summary>
    Moved,

    /// <summary>Its block was split; it stays on one part, and <see cref="AnchorChange.Other"/> is a new part.</summary>
    Split,

    /// <summary>Its block was joined to another, <see cref="AnchorChange.Other"/>, and it leads there now.</summary>
    Merged,

    /// <summary>Its block was deleted; it leads to a notice.</summary>
    Deleted,

    /// <summary>Its block had been deleted or merged and is back.</summary>
    Restored,
}

/// <summary>A change to one anchor.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Anchor">The anchor.</param>
/// <param name="Before">The text published; none for a new block.</param>
/// <param name="After">The text now; none where the block is gone.</param>
/// <param name="Other">The other anchor of a split or a merge.</param>
public sealed record AnchorChange(ChangeKind Kind, AnchorId Anchor, string? Before, string? After, AnchorId? Other = null);
