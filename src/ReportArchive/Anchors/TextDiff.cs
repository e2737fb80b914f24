using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.Model;

namespace ReportArchive.Anchors;

/// <summary>Whether a run of text was kept, taken out or put in.</summary>
public enum DiffKind
{
    /// <summary>Kept.</summary>
    Same,

    /// <summary>Taken out.</summary>
    Deleted,

    /// <summary>Put in.</summary>
    Inserted,
}

/// <summary>A run of text in a comparison.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The text.</param>
public readonly record struct DiffRun(DiffKind Kind, string Text);

/// <summary>The difference of two texts by characters, which in Chinese is nearly by words.</summary>
public static class TextDiff
{
    // Two changes with less than this kept between them read better as one: 「三」→「五」 beside 「年」→「月」 is a rewritten phrase.
    private const int Readable = 3;

    /// <summary>The runs that make both texts: without the inserted ones the first, without the deleted ones the second.</summary>
    public static ImmutableArray<DiffRun> Between(string before, string after)
    {
        var blocks = Joined(new Differ().CreateCharacterDiffs(before, after, ignoreWhitespace: false).DiffBlocks);
        var runs = ImmutableArray.CreateBuilder<DiffRun>();
        var at = 0;
        foreach (var block in blocks)
        {
            Add(runs, DiffKind.Same, before[at..block.DeleteStartA]);
            at = block.DeleteStartA + block.DeleteCountA;
            Add(runs, DiffKind.Deleted, before[block.DeleteStartA..at]);
            Add(runs, DiffKind.Inserted, after[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
        }
        Add(runs, DiffKind.Same, before[at..]);
        return runs.ToImmutable();
    }

    private static List<DiffBlock> Joined(IEnumerable<DiffBlock> blocks)
    {
        var joined = new List<DiffBlock>();
        foreach (var block in blocks)
        {
            if (joined.Count > 0 && joined[^1] is var last && block.DeleteStartA - (last.DeleteStartA + last.DeleteCountA) < Readable)
            {
                joined[^1] = new DiffBlock(
                    last.DeleteStartA,
                    block.DeleteStartA + block.DeleteCountA - last.DeleteStartA,
                    last.InsertStartB,
                    block.InsertStartB + block.InsertCountB - last.InsertStartB);
            }
            else
            {
                joined.Add(block);
            }
        }
        return joined;
    }

    private static void Add(ImmutableArray<DiffRun>.Builder runs, DiffKind kind, string text)
    {
        if (text.Length > 0)
            runs.Add(new DiffRun(kind, text));
    }
}
