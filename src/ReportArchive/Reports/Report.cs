using System.Collections.Immutable;

namespace ReportArchive.Reports;

/// <summary>One report as the archive publishes it.</summary>
/// <param name="Matter">Its front matter.</param>
/// <param name="Blocks">Its body in reading order, anchors assigned.</param>
/// <param name="File">The Markdown file it was read from, as given, with forward slashes.</param>
public sealed record Report(FrontMatter Matter, ImmutableArray<Block> Blocks, string File)
{
    /// <summary>Identity.</summary>
    public ReportId Id => Matter.Id;

    /// <summary>Number of characters (UTF-16 units) of the body without headings, a measure of length that readers see as 字.</summary>
    public int Length { get; } = Blocks.Sum(static b => b.Kind == BlockKind.Heading ? 0 : b.Text.Length);
}
