using System.Collections.Immutable;
using ReportArchive.Reports;

namespace ReportArchive.Parallels;

/// <summary>
/// All paragraphs, lists and tables of an archive laid end to end, so that one number names a character. Headings are left
/// out: that two reports both have 一、2022年工作回顾 says nothing. The texts themselves stay where the reports keep them.
/// </summary>
internal sealed class Paragraphs
{
    private readonly ImmutableArray<Report> _reports;
    private readonly int[] _starts;

    public Paragraphs(ImmutableArray<Report> reports)
    {
        _reports = reports;
        var shapes = reports.AsParallel().AsOrdered().Select(ShapeOf).ToList();
        var places = ImmutableArray.CreateBuilder<(int Report, int Block)>(shapes.Sum(static shape => shape.Length));
        var firsts = ImmutableArray.CreateBuilder<int>(reports.Length + 1);
        _starts = new int[places.Capacity + 1];
        for (var report = 0; report < reports.Length; report++)
        {
            firsts.Add(places.Count);
            foreach (var (block, length) in shapes[report])
            {
                _starts[places.Count + 1] = checked(_starts[places.Count] + length);
                places.Add((report, block));
            }
        }
        firsts.Add(places.Count);
        (Places, FirstOf) = (places.MoveToImmutable(), firsts.MoveToImmutable());
    }

    /// <summary>The report and the block of each.</summary>
    public ImmutableArray<(int Report, int Block)> Places { get; }

    /// <summary>For each report the index of its first paragraph; one more for the end.</summary>
    public ImmutableArray<int> FirstOf { get; }

    /// <summary>Number of characters (UTF-16 units).</summary>
    public int Characters => _starts[^1];

    /// <summary>The number of a paragraph's first character.</summary>
    public int StartOf(int paragraph) => _starts[paragraph];

    /// <summary>Characters of a paragraph.</summary>
    public int LengthOf(int paragraph) => _starts[paragraph + 1] - _starts[paragraph];

    /// <summary>The text of a paragraph.</summary>
    public string TextOf(int paragraph) => _reports[Places[paragraph].Report].Body[Places[paragraph].Block].Text;

    /// <summary>The paragraphs of a report with their texts, read at once.</summary>
    public IEnumerable<(int Paragraph, string Text)> In(int report)
    {
        var blocks = _reports[report].Blocks;
        for (var paragraph = FirstOf[report]; paragraph < FirstOf[report + 1]; paragraph++)
            yield return (paragraph, blocks[Places[paragraph].Block].Text);
    }

    /// <summary>The paragraph a character stands in.</summary>
    public int ParagraphAt(int character)
    {
        var index = Array.BinarySearch(_starts, character);
        if (index < 0)
            return ~index - 1;
        // An empty paragraph begins where the next one does; the character stands in the last that begins here.
        while (_starts[index + 1] == character)
            index++;
        return index;
    }

    private static (int Block, int Length)[] ShapeOf(Report report) =>
        [.. report.Blocks.Select(static (block, index) => (Block: block, Index: index))
            .Where(static pair => pair.Block.Kind != BlockKind.Heading)
            .Select(static pair => (pair.Index, pair.Block.Text.Length))];
}
