namespace ReportArchive.Parallels;

/// <summary>
/// The texts of the paragraphs that were looked at last: those of a group of fingerprints are looked at several times, and an archive's
/// texts do not fit in memory. Not for several threads at once.
/// </summary>
internal sealed class RecentTexts(Paragraphs paragraphs)
{
    // A power of two. A group seldom has more members; of two paragraphs that claim one slot the later stays.
    private const int Slots = 1024;

    private readonly (int Paragraph, string? Text)[] _slots = new (int, string?)[Slots];

    /// <summary>The text of a paragraph.</summary>
    public string Of(int paragraph)
    {
        ref var slot = ref _slots[paragraph & (Slots - 1)];
        if (slot.Text is null || slot.Paragraph != paragraph)
            slot = (paragraph, paragraphs.TextOf(paragraph));
        return slot.Text!;
    }
}
