using System.Collections.Immutable;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Concepts;

/// <summary>The paragraph that a definition quotes.</summary>
public static class EvidencePassage
{
    /// <summary>The block whose letters, digits and Chinese characters contain the quote's; null where none does.</summary>
    public static Block? Find(Site site, Evidence evidence)
    {
        if (!site.ReportById.TryGetValue(evidence.Report, out var index))
            return null;
        var blocks = site.Reports[index].Blocks;
        return blocks.FirstOrDefault(block => block.Text.Contains(evidence.Quote, StringComparison.Ordinal)) ?? Loosely(blocks, Bare(evidence.Quote));
    }

    /// <summary>Nearly all quotes stand there as they are; only the others are worth the stripping of every block.</summary>
    private static Block? Loosely(ImmutableArray<Block> blocks, string quote) =>
        blocks.FirstOrDefault(block => Bare(block.Text).Contains(quote, StringComparison.Ordinal));

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
