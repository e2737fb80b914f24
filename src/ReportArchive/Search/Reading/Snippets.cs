using System.Collections.Immutable;
using ReportArchive.Search.Query;
using ReportArchive.Text;

namespace ReportArchive.Search.Reading;

/// <summary>Cuts the sentences out of blocks that hold phrases.</summary>
internal static class Snippets
{
    private const string Enders = "。！？；\n";
    private const int Before = 60;
    private const int After = 80;

    /// <summary>Where a phrase stands in a block, in units of its text; occurrences do not overlap.</summary>
    public static IEnumerable<TextRange> Find(ReadBlock block, Phrase phrase, bool exact)
    {
        var (folded, sought) = exact ? (block.Exact, phrase.Exact) : (block.Folded, phrase.Text);
        for (var at = folded.Text.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = folded.Text.IndexOf(sought, at + sought.Length, StringComparison.Ordinal))
        {
            var (start, end) = (folded.Starts[at], folded.Ends[at + sought.Length - 1]);
            yield return new TextRange(start, end - start);
        }
    }

    /// <summary>The sentences of a block that hold hits, each with the number of hits in it; each hit is in one of them.</summary>
    /// <param name="block">The block.</param>
    /// <param name="hits">Where phrases stand, by start.</param>
    public static IEnumerable<(SearchHit Hit, int Count)> Cut(ReadBlock block, IReadOnlyList<TextRange> hits)
    {
        for (var i = 0; i < hits.Count;)
        {
            var first = i;
            var from = Start(block.Text, hits[i].Start);
            var to = End(block.Text, hits[i].End);
            var marks = ImmutableArray.CreateBuilder<TextRange>();
            var lead = from > 0 && !Enders.Contains(block.Text[from - 1], StringComparison.Ordinal) ? "…" : "";
            for (; i < hits.Count && hits[i].End <= to; i++)
            {
                // A hit within one that is marked already, or reaching out of it, adds nothing a reader could see.
                if (marks.Count == 0 || hits[i].Start - from + lead.Length >= marks[^1].End)
                    marks.Add(new TextRange(hits[i].Start - from + lead.Length, hits[i].Length));
            }
            var tail = to < block.Text.Length && !Enders.Contains(block.Text[to - 1], StringComparison.Ordinal) ? "…" : "";
            yield return (new SearchHit(block.Anchor, lead + block.Text[from..to] + tail, marks.ToImmutable()), i - first);
        }
    }

    private static int Start(string text, int hit)
    {
        var from = hit;
        while (from > 0 && hit - from < Before && !Enders.Contains(text[from - 1], StringComparison.Ordinal))
            from--;
        return from > 0 && char.IsLowSurrogate(text[from]) ? from - 1 : from;
    }

    private static int End(string text, int hit)
    {
        var to = hit;
        while (to < text.Length && to - hit < After && !Enders.Contains(text[to - 1], StringComparison.Ordinal))
            to++;
        return to < text.Length && char.IsLowSurrogate(text[to]) ? to + 1 : to;
    }
}
