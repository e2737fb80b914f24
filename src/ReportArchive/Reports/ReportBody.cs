using System.Collections.Immutable;

namespace ReportArchive.Reports;

/// <summary>
/// The text of a report. Most of an archive is text, so a large one cannot hold it all: a body may be kept elsewhere and read
/// when it is asked for. Its figures are always at hand.
/// </summary>
public abstract class ReportBody(BodyFigures figures)
{
    /// <summary>A body held in memory.</summary>
    public static ReportBody Of(ImmutableArray<Block> blocks) => new Held(blocks);

    /// <summary>What is known of it without reading it.</summary>
    public BodyFigures Figures { get; } = figures;

    /// <summary>All blocks in reading order.</summary>
    public abstract ImmutableArray<Block> Blocks { get; }

    /// <summary>One block, without reading the others where they are kept elsewhere.</summary>
    /// <param name="index">From 0.</param>
    public abstract Block this[int index] { get; }

    private sealed class Held(ImmutableArray<Block> blocks) : ReportBody(BodyFigures.Of(blocks))
    {
        public override ImmutableArray<Block> Blocks => blocks;

        public override Block this[int index] => blocks[index];
    }
}
