using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>Cuts a report into its eight parts: title and headings, and the body in sevenths of about equal length.</summary>
internal static class PartCutter
{
    /// <summary>The blocks of each part in reading order. No block is divided.</summary>
    public static List<SearchBlock>[] Cut(SearchDocument document)
    {
        var parts = new List<SearchBlock>[PartMasks.Parts];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = [];
        parts[0].Add(new SearchBlock("", document.Title, IsHeading: true));
        long length = 0;
        foreach (var block in document.Blocks)
            length += block.IsHeading ? 0 : block.Text.Length;
        long before = 0;
        foreach (var block in document.Blocks)
        {
            if (block.IsHeading)
            {
                parts[0].Add(block);
                continue;
            }
            var middle = before + (block.Text.Length / 2);
            parts[1 + (int)Math.Min(PartMasks.Parts - 2, middle * (PartMasks.Parts - 1) / Math.Max(1, length))].Add(block);
            before += block.Text.Length;
        }
        return parts;
    }
}
