using System.Collections.Immutable;

namespace ReportArchive.Reports;

/// <summary>One report as the archive publishes it.</summary>
/// <param name="Matter">Its front matter.</param>
/// <param name="Body">Its text.</param>
/// <param name="File">The Markdown file it was read from, as given, with forward slashes.</param>
public sealed record Report(FrontMatter Matter, ReportBody Body, string File)
{
    /// <summary>A report whose text is held in memory.</summary>
    public Report(FrontMatter matter, ImmutableArray<Block> blocks, string file)
        : this(matter, ReportBody.Of(blocks), file)
    {
    }

    /// <summary>Where its witnesses differ, in the report's order; empty where nobody has compared any.</summary>
    public ImmutableArray<Variant> Variants { get; init; } = [];

    /// <summary>Identity.</summary>
    public ReportId Id => Matter.Id;

    /// <summary>Its body in reading order, anchors assigned. Read anew where it is not held in memory: who needs it twice keeps it.</summary>
    public ImmutableArray<Block> Blocks
    {
        get => Body.Blocks;
        init => Body = ReportBody.Of(value);
    }

    /// <summary>Number of characters (UTF-16 units) of the body without headings, a measure of length that readers see as 字.</summary>
    public int Length => Body.Figures.Length;
}
