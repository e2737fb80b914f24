using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Sites;
using ReportArchive.Text;

namespace ReportArchive.Parallels;

/// <summary>The whole sentences around the spans that two paragraphs share.</summary>
/// <param name="Spans">The spans.</param>
/// <param name="Left">The sentences in the report's paragraph.</param>
/// <param name="Right">The sentences in the other report's paragraph.</param>
public sealed record Passage(ImmutableArray<SharedSpan> Spans, TextRange Left, TextRange Right)
{
    /// <summary>Characters of both sides.</summary>
    public int Characters => Left.Length + Right.Length;
}

/// <summary>A report to set beside another, and the passages to show of it.</summary>
/// <param name="Other">Index of the other report.</param>
/// <param name="Passages">The passages, in the order of the report it is set beside.</param>
/// <param name="LeftOut">How many shorter ones there is no room for.</param>
public sealed record ComparedReport(int Other, ImmutableArray<Passage> Passages, int LeftOut)
{
    // A page shows both sides; three bytes a character and the marks around them keep it below 150 KB.
    private const int Room = 24_000;

    /// <summary>
    /// Chooses what the page of a report holds: the same place in other years and the places above and below first, then those
    /// that share most, until the page is full. Of a report that does not fit as a whole the longest passages are shown.
    /// </summary>
    public static ImmutableArray<ComparedReport> Choose(Site site, int report)
    {
        var chosen = ImmutableArray.CreateBuilder<ComparedReport>();
        var room = Room;
        var body = site.Reports[report].Body;
        foreach (var group in site.Parallels.Of(report)
            .GroupBy(static span => span.Other)
            .OrderBy(group => IsRelative(site.Reports[report].Id.Place, site.Reports[group.Key].Id.Place) ? 0 : 1)
            .ThenByDescending(static group => Coverage.Of(group))
            .ThenBy(static group => group.Key))
        {
            if (room <= 0)
                break;
            var passages = PassagesOf(body, site.Reports[group.Key].Body, group);
            var shown = Fitting(passages, room);
            room -= shown.Sum(static passage => passage.Characters);
            chosen.Add(new ComparedReport(group.Key, shown, passages.Count - shown.Length));
        }
        return chosen.ToImmutable();
    }

    private static bool IsRelative(PlaceCode a, PlaceCode b) => a == b || a.IsAbove(b) || b.IsAbove(a);

    private static List<Passage> PassagesOf(ReportBody body, ReportBody other, IEnumerable<SharedSpan> spans) =>
        [.. spans.GroupBy(static span => (span.Block, span.OtherBlock)).Select(group => new Passage(
            [.. group],
            Around(body[group.Key.Block].Text, group.Min(static span => span.Start), group.Max(static span => span.End)),
            Around(other[group.Key.OtherBlock].Text, group.Min(static span => span.OtherStart), group.Max(static span => span.OtherStart + span.Length))))];

    private static TextRange Around(string text, int start, int end) => Sentences.Around(text, new TextRange(start, end - start));

    /// <summary>The longest passages that fit, at least one, in their order.</summary>
    private static ImmutableArray<Passage> Fitting(List<Passage> passages, int room)
    {
        var left = room;
        return [.. passages
            .OrderByDescending(static passage => passage.Spans.Max(static span => span.Length))
            .Where((passage, i) => (left -= passage.Characters) >= 0 || i == 0)
            .OrderBy(static passage => (passage.Spans[0].Block, passage.Spans[0].Start, passage.Spans[0].OtherBlock))];
    }
}
