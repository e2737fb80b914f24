using ReportArchive.Text;

namespace ReportArchive.Parallels;

/// <summary>How much of a text runs of it make up.</summary>
public static class Coverage
{
    /// <summary>Characters in at least one of the runs; runs of one block may overlap, and come in any order.</summary>
    public static int Of(IEnumerable<(int Block, TextRange Range)> runs)
    {
        var covered = 0;
        var at = (Block: -1, End: 0);
        foreach (var (block, range) in runs.OrderBy(static run => run.Block).ThenBy(static run => run.Range.Start))
        {
            if (block != at.Block)
                at = (block, 0);
            covered += Math.Max(0, range.End - Math.Max(at.End, range.Start));
            at.End = Math.Max(at.End, range.End);
        }
        return covered;
    }

    /// <summary>Characters of a report's side of shared spans.</summary>
    public static int Of(IEnumerable<SharedSpan> spans) => Of(spans.Select(static span => (span.Block, new TextRange(span.Start, span.Length))));
}
