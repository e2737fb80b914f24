using System.Collections.Immutable;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Pages;

/// <summary>What a run of text is on a page.</summary>
public enum SegmentKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A quiet link to a concept; <see cref="Segment.Url"/> says which.</summary>
    Concept,

    /// <summary>A quiet link to another place; <see cref="Segment.Url"/> says which.</summary>
    Place,

    /// <summary>The words a list is about.</summary>
    Mark,

    /// <summary>Words that the text it is compared with does not have.</summary>
    Different,

    /// <summary>Stressed.</summary>
    Emphasis,

    /// <summary>Strongly stressed.</summary>
    Strong,

    /// <summary>Code.</summary>
    Code,

    /// <summary>A link off the site; <see cref="Segment.Href"/> says where.</summary>
    Link,
}

/// <summary>A run of text that is all one thing.</summary>
public readonly record struct Segment(SegmentKind Kind, string Text, SiteUrl? Url = null, string? Href = null);

/// <summary>A block as its template writes it.</summary>
/// <param name="Block">The block.</param>
/// <param name="Segments">Its text in runs; empty for lists and tables.</param>
/// <param name="Cells">The cells of a list or table in runs, row by row.</param>
public sealed record BlockView(Block Block, ImmutableArray<Segment> Segments, ImmutableArray<ImmutableArray<ImmutableArray<Segment>>> Cells);

/// <summary>Cuts text into runs.</summary>
public static class SegmentCutter
{
    /// <summary>Cuts a part of a text at the ends of marked runs; runs do not overlap and come in order.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="part">The part to cut.</param>
    /// <param name="marks">Runs of the whole text, and what each is; those outside the part are passed over, those across its ends are cut.</param>
    public static ImmutableArray<Segment> Cut(string text, TextRange part, IEnumerable<(TextRange Range, Segment Segment)> marks)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>();
        var at = part.Start;
        foreach (var (range, segment) in marks)
        {
            var start = Math.Max(range.Start, at);
            var end = Math.Min(range.End, part.End);
            if (start >= end)
                continue;
            if (start > at)
                segments.Add(new Segment(SegmentKind.Text, text[at..start]));
            segments.Add(segment with { Text = text[start..end] });
            at = end;
        }
        if (at < part.End)
            segments.Add(new Segment(SegmentKind.Text, text[at..part.End]));
        return segments.ToImmutable();
    }

    /// <summary>
    /// A block with its styled runs and the links given; a link by its author wins over these, and of two that overlap the
    /// first wins, of two that begin together the longer.
    /// </summary>
    public static BlockView View(Block block, IEnumerable<(TextRange Range, Segment Segment)> links)
    {
        var styled = block.Runs.Select(static run => (run.Range, Segment: new Segment(Kind(run.Style), "", Href: run.Href)));
        var linked = links.Where(link => !block.Runs.Any(run => run.Range.Start < link.Range.End && link.Range.Start < run.Range.End));
        var marks = Apart(styled.Concat(linked).OrderBy(static mark => mark.Range.Start).ThenByDescending(static mark => mark.Range.Length)).ToList();
        return block.Rows.IsEmpty
            ? new BlockView(block, Cut(block.Text, new TextRange(0, block.Text.Length), marks), [])
            : new BlockView(block, [], [.. block.Rows.Select(row => row.Select(cell => Cut(block.Text, cell, marks)).ToImmutableArray())]);
    }

    private static IEnumerable<(TextRange Range, Segment Segment)> Apart(IEnumerable<(TextRange Range, Segment Segment)> marks)
    {
        var end = 0;
        foreach (var mark in marks)
        {
            if (mark.Range.Start < end)
                continue;
            yield return mark;
            end = mark.Range.End;
        }
    }

    private static SegmentKind Kind(RunStyle style) => style switch
    {
        RunStyle.Emphasis => SegmentKind.Emphasis,
        RunStyle.Strong => SegmentKind.Strong,
        RunStyle.Code => SegmentKind.Code,
        _ => SegmentKind.Link,
    };
}
