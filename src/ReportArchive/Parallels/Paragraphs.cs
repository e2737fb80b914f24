using System.Collections.Immutable;
using ReportArchive.Reports;

namespace ReportArchive.Parallels;

/// <summary>
/// All paragraphs, lists and tables of an archive laid end to end, so that one number names a character. Headings are left
/// out: that two reports both have 一、2022年工作回顾 says nothing.
/// </summary>
internal sealed class Paragraphs
{
    private readonly int[] _starts;

    public Paragraphs(ImmutableArray<Report> reports)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        var places = ImmutableArray.CreateBuilder<(int Report, int Block)>();
        var firsts = ImmutableArray.CreateBuilder<int>(reports.Length + 1);
        for (var report = 0; report < reports.Length; report++)
        {
            firsts.Add(texts.Count);
            var blocks = reports[report].Blocks;
            for (var block = 0; block < blocks.Length; block++)
            {
                if (blocks[block].Kind == BlockKind.Heading)
                    continue;
                texts.Add(blocks[block].Text);
                places.Add((report, block));
            }
        }
        firsts.Add(texts.Count);
        (Texts, Places, FirstOf) = (texts.ToImmutable(), places.ToImmutable(), firsts.ToImmutable());
        _starts = new int[Texts.Length + 1];
        for (var i = 0; i < Texts.Length; i++)
            _starts[i + 1] = checked(_starts[i] + Texts[i].Length);
    }

    /// <summary>The texts.</summary>
    public ImmutableArray<string> Texts { get; }

    /// <summary>The report and the block of each.</summary>
    public ImmutableArray<(int Report, int Block)> Places { get; }

    /// <summary>For each report the index of its first paragraph; one more for the end.</summary>
    public ImmutableArray<int> FirstOf { get; }

    /// <summary>Number of characters (UTF-16 units).</summary>
    public int Characters => _starts[^1];

    /// <summary>The number of a paragraph's first character.</summary>
    public int StartOf(int paragraph) => _starts[paragraph];

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
}
