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
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (!draft.IsHeading)
            {
                Add(blocks, text, draft);
                continue;
            }
            var rank = draft.Style == NumberStyle.None ? PlainRank(text, drafts, i, great) : 10 * (int)draft.Style;
            while (open.Count > 0 && open.Peek() >= rank)
                open.Pop();
            open.Push(rank);
            blocks.Add(new DraftBlock(draft.Range, BlockKind.Heading, Math.Min(open.Count + 1, Deepest)));
        }
        return blocks;
    }

    /// <summary>
    /// A heading without number lies above the list that it opens. Where 一、 counts what lies in great parts without number,
    /// it is one of those too, unless the list goes on after it.
    /// </summary>
    private static int PlainRank(string text, List<Draft> drafts, int at, int great)
    {
        if (drafts[at].IsGreat || PlainHeadings.IsGreat(text, drafts[at].Range))
            return great;
        if (PlainHeadings.Opens(text, drafts, at) is { } style)
            return 10 * (int)style - 5;
        var next = drafts.FindIndex(at + 1, static draft => draft is { IsHeading: true, Style: NumberStyle.Han });
        return great < 10 * (int)NumberStyle.Han && (next < 0 || PlainHeadings.OpensList(text, drafts[next])) ? great : Innermost;
    }

    /// <summary>
    /// A great part without number stands beside 一、 where the report numbers other great parts so, and above it where 一、
    /// counts what lies in the great parts.
    /// </summary>
    private static int GreatRank(string text, List<Draft> drafts) =>
        !HoldsHanList(text, drafts) && (drafts.Exists(draft => draft is { IsHeading: true, Style: NumberStyle.Han } && PlainHeadings.IsGreat(text, WithoutNumber(text, draft)))
            || !drafts.Exists(static draft => draft is { IsHeading: true, Style: NumberStyle.Han }))
            ? 10 * (int)NumberStyle.Han
            : 10 * (int)NumberStyle.Han - 5;

    /// <summary>Whether 一、 counts what lies in great parts without number.</summary>
    private static bool HoldsHanList(string text, List<Draft> drafts) =>
        Enumerable.Range(0, drafts.Count).Any(i => drafts[i] is { IsHeading: true, Style: NumberStyle.None } && PlainHeadings.Opens(text, drafts, i) == NumberStyle.Han);

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
