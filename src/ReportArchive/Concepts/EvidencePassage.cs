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
        var quote = Bare(evidence.Quote);
        foreach (var block in site.Reports[index].Blocks)
        {
            if (Bare(block.Text).Contains(quote, StringComparison.Ordinal))
                return block;
        }
        return null;
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
