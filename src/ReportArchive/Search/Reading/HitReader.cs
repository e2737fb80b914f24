using System.Collections.Immutable;
using System.Numerics;
using ReportArchive.Search.Format;
using ReportArchive.Search.Query;
using ReportArchive.Text;

namespace ReportArchive.Search.Reading;

/// <summary>How often phrases stand in what was read of a report.</summary>
/// <param name="Times">By clause and phrase, the title left out.</param>
/// <param name="InHeading">By clause and phrase, whether a heading has it.</param>
/// <param name="Read">The parts that were read, a bit each.</param>
/// <param name="Hits">The sentences, in the order of the parts.</param>
internal sealed record HitCount(int[][] Times, bool[][] InHeading, byte Read, ImmutableArray<(SearchHit Hit, int Phrase)> Hits)
{
    /// <summary>Parts of a mask that were not read; none where the mask tells nothing.</summary>
    public int Unread(byte mask) => mask == PartMasks.All ? 0 : BitOperations.PopCount((uint)(mask & ~Read));
}

/// <summary>
/// Reads the sentences of a report that hold phrases. Of each phrase the parts are read until one has it; then the rest in
/// order until there are as many sentences as are shown, but no more than one part on top.
/// </summary>
internal sealed class HitReader(ResolvedQuery query, int hitsPerReport)
{
    /// <summary>The order of the first results is found from as much text as one sentence of each needs.</summary>
    public const int Ranked = 1;

    private const int MoreParts = 1;

    /// <summary>Reads a report.</summary>
    public HitCount Read(SegmentRun run, int report)
    {
        var text = run.Text(report);
        byte read = 0;
        byte union = 0;
        var allTitled = true;
        foreach (var (phrase, mask, titled) in Phrases(run, report))
        {
            union |= mask;
            allTitled &= titled || (mask & PartMasks.Headings) == 0;
            read |= ReadUntilFound(text, phrase, mask, titled);
        }
        var count = Count(run, report, text, read);
        for (var more = 0; (read & union) != union && (hitsPerReport == 0 || (count.Hits.Length < hitsPerReport && more < MoreParts)); more++)
        {
            read |= Next(union & ~read, allTitled);
            count = Count(run, report, text, read);
        }
        return count;
    }

    /// <summary>The sentences shown: the first with each phrase, then the first of the rest, in the order of the text.</summary>
    public ImmutableArray<SearchHit> Choose(HitCount count)
    {
        if (hitsPerReport == 0 || count.Hits.Length <= hitsPerReport)
            return [.. count.Hits.Select(static hit => hit.Hit)];
        var chosen = new SortedSet<int>(count.Hits.Select(static (hit, i) => (hit.Phrase, i)).GroupBy(static hit => hit.Phrase).Select(static group => group.First().i).Order().Take(hitsPerReport));
        for (var i = 0; chosen.Count < hitsPerReport; i++)
            chosen.Add(i);
        return [.. chosen.Select(i => count.Hits[i].Hit)];
    }

    /// <summary>
    /// The part of a mask that is read next, as a bit: in reading order, but the headings last where the title, which stands among
    /// them and is no hit, explains why they are in the mask.
    /// </summary>
    private static byte Next(int mask, bool titled) =>
        (byte)(1 << BitOperations.TrailingZeroCount(titled && mask != PartMasks.Headings ? mask & ~PartMasks.Headings : mask));

    /// <summary>The phrases that a report may hold, each with its parts and whether the title has it.</summary>
    private IEnumerable<(Phrase Phrase, byte Mask, bool Titled)> Phrases(SegmentRun run, int report)
    {
        var title = run.Segment.Meta.FoldedTitleOf(report);
        foreach (var (clause, c) in query.Positive)
        {
            for (var p = 0; p < clause.Phrases.Length; p++)
            {
                var mask = run.MaskOf(c, p, report);
                if (mask != 0)
                    yield return (clause.Phrases[p], mask, title.Contains(clause.Phrases[p].Text, StringComparison.Ordinal));
            }
        }
    }

    private byte ReadUntilFound(ReportText text, Phrase phrase, byte mask, bool titled)
    {
        byte read = 0;
        for (int left = mask; left != 0;)
        {
            var next = Next(left, titled);
            read |= next;
            left &= ~next;
            if (text.Part(BitOperations.Log2(next)).Any(block => block.Anchor.Length > 0 && Snippets.Find(block, phrase, query.Exact).Any()))
                break;
        }
        return read;
    }

    private HitCount Count(SegmentRun run, int report, ReportText text, byte read)
    {
        int[][] times = [.. query.Clauses.Select(static clause => new int[clause.Phrases.Length])];
        bool[][] headings = [.. query.Clauses.Select(static clause => new bool[clause.Phrases.Length])];
        var hits = ImmutableArray.CreateBuilder<(SearchHit, int)>();
        for (int left = read; left != 0; left &= left - 1)
        {
            var part = BitOperations.TrailingZeroCount(left);
            foreach (var block in text.Part(part).Where(static block => block.Anchor.Length > 0))
                CountBlock(run, report, block, part == 0, times, headings, hits);
        }
        return new HitCount(times, headings, read, hits.ToImmutable());
    }

    private void CountBlock(SegmentRun run, int report, ReadBlock block, bool heading, int[][] times, bool[][] headings, ImmutableArray<(SearchHit, int)>.Builder hits)
    {
        var found = new List<(TextRange Range, int Phrase)>();
        var number = 0;
        foreach (var (clause, c) in query.Positive)
        {
            for (var p = 0; p < clause.Phrases.Length; p++, number++)
            {
                if (run.MaskOf(c, p, report) == 0)
                    continue;
                var ranges = Snippets.Find(block, clause.Phrases[p], query.Exact).ToList();
                times[c][p] += ranges.Count;
                headings[c][p] |= heading && ranges.Count > 0;
                found.AddRange(ranges.Select(range => (range, number)));
            }
        }
        found.Sort(static (a, b) => (a.Range.Start, -a.Range.Length, a.Phrase).CompareTo((b.Range.Start, -b.Range.Length, b.Phrase)));
        var next = 0;
        foreach (var hit in Snippets.Cut(block, [.. found.Select(static hit => hit.Range)]))
        {
            hits.Add((hit.Hit, found[next].Phrase));
            next += hit.Count;
        }
    }
}
