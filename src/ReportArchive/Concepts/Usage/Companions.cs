using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using ReportArchive.Sites;

namespace ReportArchive.Concepts.Usage;

/// <summary>A concept that stands in the same paragraphs as another.</summary>
/// <param name="Concept">Index of the companion.</param>
/// <param name="Together">Paragraphs with both.</param>
/// <param name="Own">Paragraphs with the companion.</param>
/// <param name="LogLikelihood">See <see cref="Association.LogLikelihood"/>, over all paragraphs of the archive.</param>
public readonly record struct Companion(int Concept, int Together, int Own, double LogLikelihood);

/// <summary>The concepts that stand with a concept, and which of them stand with each other beside it.</summary>
/// <param name="List">The companions, strongest first.</param>
/// <param name="Edges">Pairs of places in <paramref name="List"/>, and in how many paragraphs both stand together with the concept.</param>
public sealed record Companions(ImmutableArray<Companion> List, ImmutableArray<(int A, int B, int Count)> Edges)
{
    private const int Most = 12;

    /// <summary>Counts for a concept.</summary>
    public static Companions Of(Corpus corpus, int concept)
    {
        var paragraphs = ParagraphsWith(corpus.Site, concept).Select(static paragraph => paragraph.Occurrences).ToList();
        var own = corpus.ParagraphsOf(concept);
        var list = Count(paragraphs)
            .Where(pair => pair.Key != concept)
            .Select(pair => new Companion(
                pair.Key, pair.Value, corpus.ParagraphsOf(pair.Key), Association.LogLikelihood(pair.Value, own, corpus.ParagraphsOf(pair.Key), corpus.Paragraphs)))
            .Where(static companion => companion.LogLikelihood > 0)
            .OrderByDescending(static companion => Math.Round(companion.LogLikelihood, 6))
            .ThenBy(static companion => companion.Concept)
            .Take(Most)
            .ToImmutableArray();
        return new Companions(list, EdgesOf(list, paragraphs));
    }

    /// <summary>
    /// The occurrences of all concepts in each paragraph that has the concept, with the index of its report. Occurrences stand in
    /// reading order, so a paragraph's lie side by side.
    /// </summary>
    internal static IEnumerable<(int Report, ReadOnlyMemory<Occurrence> Occurrences)> ParagraphsWith(Site site, int concept)
    {
        foreach (var use in site.Uses[concept])
        {
            var all = site.Occurrences[use.Report];
            var left = use.Count;
            for (var i = use.First; left > 0;)
            {
                if (all[i].Concept != concept)
                {
                    i++;
                    continue;
                }
                var (start, end) = ParagraphAt(all, i);
                yield return (use.Report, all.AsMemory()[start..end]);
                for (; i < end; i++)
                    left -= all[i].Concept == concept ? 1 : 0;
            }
        }
    }

    private static (int Start, int End) ParagraphAt(ImmutableArray<Occurrence> all, int at)
    {
        var (start, end) = (at, at + 1);
        while (start > 0 && all[start - 1].Block == all[at].Block)
            start--;
        while (end < all.Length && all[end].Block == all[at].Block)
            end++;
        return (start, end);
    }

    /// <summary>In how many of the paragraphs each concept stands.</summary>
    private static Dictionary<int, int> Count(List<ReadOnlyMemory<Occurrence>> paragraphs)
    {
        var counts = new Dictionary<int, int>();
        foreach (var paragraph in paragraphs)
        {
            var occurrences = paragraph.Span;
            for (var i = 0; i < occurrences.Length; i++)
            {
                if (!Has(occurrences[..i], occurrences[i].Concept))
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, occurrences[i].Concept, out _)++;
            }
        }
        return counts;
    }

    private static bool Has(ReadOnlySpan<Occurrence> occurrences, int concept)
    {
        foreach (var occurrence in occurrences)
        {
            if (occurrence.Concept == concept)
                return true;
        }
        return false;
    }

    private static ImmutableArray<(int A, int B, int Count)> EdgesOf(ImmutableArray<Companion> list, List<ReadOnlyMemory<Occurrence>> paragraphs)
    {
        var places = list.Select(static (companion, place) => (companion.Concept, place)).ToDictionary(static pair => pair.Concept, static pair => pair.place);
        var counts = new int[Most, Most];
        foreach (var paragraph in paragraphs)
        {
            var present = 0u;
            foreach (var occurrence in paragraph.Span)
                present |= places.TryGetValue(occurrence.Concept, out var place) ? 1u << place : 0;
            for (var first = present; first != 0; first &= first - 1)
            {
                for (var second = first & (first - 1); second != 0; second &= second - 1)
                    counts[BitOperations.TrailingZeroCount(first), BitOperations.TrailingZeroCount(second)]++;
            }
        }
        return [.. Enumerable.Range(0, Most)
            .SelectMany(a => Enumerable.Range(a + 1, Most - a - 1).Select(b => (A: a, B: b, Count: counts[a, b])))
            .Where(static edge => edge.Count > 0)];
    }
}
