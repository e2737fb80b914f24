using System.Numerics;
using ReportArchive.Search.Format;
using ReportArchive.Search.Text;

namespace ReportArchive.Search.Reading;

/// <summary>A block that was read, and how it is compared.</summary>
internal sealed record ReadBlock(string Anchor, string Text, FoldedText Folded, FoldedText Exact);

/// <summary>The text of a report, read part by part as it is asked for.</summary>
internal sealed class ReportText(FolderSource<SegmentFile> source, TextTokens tokens, int report)
{
    private readonly ReportRecord _record = ReportRecord.Read(source.Read(SegmentFile.Reports, (long)report * ReportRecord.Bytes, ReportRecord.Bytes));
    private readonly ReadBlock[]?[] _parts = new ReadBlock[PartMasks.Parts][];

    /// <summary>Day of delivery, where stated.</summary>
    public DateOnly? Date => _record.Date;

    /// <summary>The blocks of a part.</summary>
    public ReadBlock[] Part(int part) => _parts[part] ??= ReadPart(part);

    /// <summary>Whether a part was read already.</summary>
    public bool IsRead(int part) => _parts[part] is not null;

    /// <summary>Whether one of the parts of a mask holds a phrase.</summary>
    public bool Holds(byte mask, Func<ReadBlock, bool> test)
    {
        for (int left = mask; left != 0; left &= left - 1)
        {
            if (Part(BitOperations.TrailingZeroCount(left)).Any(test))
                return true;
        }
        return false;
    }

    private ReadBlock[] ReadPart(int part)
    {
        var (offset, length) = _record.Parts[part];
        return [.. TextParts.Read(source.Read(SegmentFile.Text, offset, length), tokens)
            .Select(static block => new ReadBlock(block.Anchor, block.Text, TextFolding.FoldWithOrigins(block.Text), TextFolding.FoldWithOrigins(block.Text, variants: false)))];
    }
}
