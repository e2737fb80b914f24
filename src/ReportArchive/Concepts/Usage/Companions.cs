using System.Collections.Immutable;

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
        var paragraphs = ParagraphsWith(corpus, concept);
        var own = corpus.ParagraphsOf(concept);
        var list = paragraphs
            .SelectMany(static concepts => concepts)
            .CountBy(static other => other)
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

    private static List<HashSet<int>> ParagraphsWith(Corpus corpus, int concept)
    {
        var paragraphs = new List<HashSet<int>>();
        foreach (var use in corpus.Site.Uses[concept])
        {
            paragraphs.AddRange(corpus.Site.Occurrences[use.Report]
                .GroupBy(static occurrence => occurrence.Block, static occurrence => occurrence.Concept)
                .Select(static group => group.ToHashSet())
                .Where(concepts => concepts.Contains(concept)));
        }
        return paragraphs;
    }

    private static ImmutableArray<(int A, int B, int Count)> EdgesOf(ImmutableArray<Companion> list, List<HashSet<int>> paragraphs)
    {
        var edges = ImmutableArray.CreateBuilder<(int A, int B, int Count)>();
        for (var a = 0; a < list.Length; a++)
        {
            for (var b = a + 1; b < list.Length; b++)
            {
                var count = paragraphs.Count(concepts => concepts.Contains(list[a].Concept) && concepts.Contains(list[b].Concept));
                if (count > 0)
                    edges.Add((a, b, count));
            }
        }
        return edges.ToImmutable();
    }
}
