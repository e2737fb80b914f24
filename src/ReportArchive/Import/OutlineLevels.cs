using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>Gives headings their levels: each style lies one deeper than the wider style it is used in, the outermost is 2.</summary>
internal static class OutlineLevels
{
    private const int Deepest = 6;
    private const int Innermost = 100;

    /// <summary>Blocks with levels; rows of one table are one block.</summary>
    public static List<DraftBlock> Assign(string text, List<Draft> drafts)
    {
        var blocks = new List<DraftBlock>();
        var open = new Stack<int>();
        var great = GreatRank(text, drafts);
        foreach (var draft in drafts)
        {
            if (!draft.IsHeading)
            {
                Add(blocks, text, draft);
                continue;
            }
            var rank = draft.Style == NumberStyle.None ? PlainHeadings.IsGreat(text, draft.Range) ? great : Innermost : 10 * (int)draft.Style;
            while (open.Count > 0 && open.Peek() >= rank)
                open.Pop();
            open.Push(rank);
            blocks.Add(new DraftBlock(draft.Range, BlockKind.Heading, Math.Min(open.Count + 1, Deepest)));
        }
        return blocks;
    }

    /// <summary>
    /// A great part without number stands beside 一、 where the report numbers other great parts so, and above it where 一、
    /// counts what lies in the great parts.
    /// </summary>
    private static int GreatRank(string text, List<Draft> drafts) =>
        drafts.Exists(draft => draft is { IsHeading: true, Style: NumberStyle.Han } && PlainHeadings.IsGreat(text, WithoutNumber(text, draft)))
            || !drafts.Exists(static draft => draft is { IsHeading: true, Style: NumberStyle.Han })
            ? 10 * (int)NumberStyle.Han
            : 10 * (int)NumberStyle.Han - 5;

    private static TextRange WithoutNumber(string text, Draft draft)
    {
        var length = Enumerator.Read(text, draft.Range.Start)?.Length ?? 0;
        return new TextRange(draft.Range.Start + length, draft.Range.Length - length);
    }

    private static void Add(List<DraftBlock> blocks, string text, Draft draft)
    {
        var isRow = text[draft.Range.Start] == '|' && draft.Range.Length > 2 && text[draft.Range.End - 1] == '|';
        if (isRow && blocks.Count > 0 && blocks[^1].Kind == BlockKind.Table)
            blocks[^1] = blocks[^1] with { Range = new TextRange(blocks[^1].Range.Start, draft.Range.End - blocks[^1].Range.Start) };
        else
            blocks.Add(new DraftBlock(draft.Range, isRow ? BlockKind.Table : BlockKind.Paragraph, 0));
    }
}
