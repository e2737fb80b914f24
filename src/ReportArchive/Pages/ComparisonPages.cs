using System.Collections.Immutable;
using ReportArchive.Parallels;
using ReportArchive.Reports;
using ReportArchive.Sites;
using ReportArchive.Text;

namespace ReportArchive.Pages;

/// <summary>
/// A report beside each of its relatives, as far as they share passages. Every report has this page, whatever the archive
/// holds beside it, so that its address lasts; a relative has a section with an id made of its own identity.
/// </summary>
/// <param name="Item">The report: the left column.</param>
/// <param name="Comparisons">Those it is set beside: its place in other years and the places above and below first, then by characters shared.</param>
/// <param name="Others">Those for which the page has no room.</param>
public sealed record ComparisonPage(ReportItem Item, ImmutableArray<Comparison> Comparisons, ImmutableArray<SharedReport> Others)
    : Page(
        SiteUrl.ComparisonsOf(Item.Report.Id),
        $"{Item.Report.Matter.Title}：逐段对照",
        $"{Item.Report.Matter.Title}与其他报告逐字相同的段落，两栏对照，标出异同。");

/// <summary>Another report beside this one.</summary>
/// <param name="Shared">The other report and how much of this one stands in it.</param>
/// <param name="OtherShare">Share of the other report's text that stands in this one, formulas left out.</param>
/// <param name="Longest">Characters of the longest shared span.</param>
/// <param name="Passages">The passages in the order of this report.</param>
/// <param name="LeftOut">How many shorter passages there is no room for.</param>
public sealed record Comparison(SharedReport Shared, double OtherShare, int Longest, ImmutableArray<PassagePair> Passages, int LeftOut);

/// <summary>A passage in both of its forms.</summary>
/// <param name="LeftAnchor">Paragraph of the one report.</param>
/// <param name="Left">Its sentences, what differs marked.</param>
/// <param name="RightAnchor">Paragraph of the other.</param>
/// <param name="Right">Its sentences, what differs marked.</param>
public sealed record PassagePair(AnchorId LeftAnchor, ImmutableArray<Segment> Left, AnchorId RightAnchor, ImmutableArray<Segment> Right);

/// <summary>Makes the pages that set reports side by side.</summary>
internal static class ComparisonPages
{
    public static ComparisonPage Make(Site site, int report, PageViews views, ParallelViews parallels)
    {
        var compared = parallels.Compared(report);
        var set = compared.Select(static pair => pair.Other).ToHashSet();
        return new ComparisonPage(
            views.Item(report),
            [.. compared.Select(pair => Compare(site, report, pair, parallels))],
            [.. parallels.SharedWith(report, compared).Where(shared => !set.Contains(site.ReportById[shared.Report.Report.Id]))])
        {
            Origin = site.Reports[report].File,
            Trail = [.. PageBuilder.HomeTrail, new PageLink(site.Reports[report].Matter.Title, views.Item(report).Url)],
        };
    }

    private static Comparison Compare(Site site, int report, ComparedReport pair, ParallelViews parallels)
    {
        var spans = pair.Passages.SelectMany(static passage => passage.Spans).ToList();
        var back = site.Parallels.Of(pair.Other).Where(span => span.Other == report);
        return new Comparison(
            parallels.Shared(report, pair.Other),
            (double)Coverage.Of(back) / Math.Max(1, site.Reports[pair.Other].Length),
            spans.Max(static span => span.Length),
            [.. pair.Passages.Select(passage => Passage(site.Reports[report].Body, site.Reports[pair.Other].Body, passage))],
            pair.LeftOut);
    }

    private static PassagePair Passage(ReportBody report, ReportBody other, Passage passage)
    {
        var (left, right) = (report[passage.Spans[0].Block], other[passage.Spans[0].OtherBlock]);
        var runs = CommonRuns.Of(passage.Left.Of(left.Text).ToString(), passage.Right.Of(right.Text).ToString());
        return new PassagePair(
            left.Anchor,
            Cut(left.Text, passage.Left, runs.Select(static run => new TextRange(run.Left, run.Length))),
            right.Anchor,
            Cut(right.Text, passage.Right, runs.Select(static run => new TextRange(run.Right, run.Length))));
    }

    /// <summary>A part of a text, what lies between its common runs marked as different.</summary>
    private static ImmutableArray<Segment> Cut(string text, TextRange part, IEnumerable<TextRange> common)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>();
        var at = part.Start;
        foreach (var run in common.Append(new TextRange(part.Length, 0)))
        {
            var start = part.Start + run.Start;
            if (start > at)
                segments.Add(new Segment(SegmentKind.Different, text[at..start]));
            if (run.Length > 0)
                segments.Add(new Segment(SegmentKind.Text, text.Substring(start, run.Length)));
            at = start + run.Length;
        }
        return segments.ToImmutable();
    }
}
