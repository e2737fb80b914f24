using System.Collections.Immutable;
using ReportArchive.Reports;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Anchors;

/// <summary>The bodies of real reports, to edit.</summary>
internal static class RealReports
{
    /// <summary>Three reports of 32 to 72 paragraphs, by file name, as blocks without anchors.</summary>
    public static ImmutableArray<ImmutableArray<Block>> All { get; } =
        [.. Directory.GetFiles(Repository.Fixtures("anchors"), "*.md")
            .Order(StringComparer.Ordinal)
            .Select(file => Blocks(File.ReadAllText(file)))];

    // Enough Markdown for these bodies: headings and paragraphs between blank lines.
    private static ImmutableArray<Block> Blocks(string text) =>
        [.. text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Read)];

    private static Block Read(string paragraph)
    {
        var level = paragraph.TakeWhile(c => c == '#').Count();
        return Block(level == 0 ? BlockKind.Paragraph : BlockKind.Heading, level, paragraph[level..].Trim().ReplaceLineEndings(""));
    }

    public static Block Block(BlockKind kind, int level, string text) => new(default, kind, level, text, [], [], Line: 0);
}
