using System.Buffers;
using System.Collections.Immutable;
using ReportArchive.Text;

namespace ReportArchive.Concepts;

/// <summary>A concept found in a text.</summary>
/// <param name="Concept">Index of the concept in the list the matcher was built from.</param>
/// <param name="Range">Where, in UTF-16 units of the text.</param>
public readonly record struct ConceptMatch(int Concept, TextRange Range);

/// <summary>
/// Finds all concepts in one pass over a text: an Aho–Corasick automaton (Aho and Corasick 1975) over all spellings, its
/// edges in one array (double array: Aoe 1989). Where matches overlap, the one that begins first wins, and of those the
/// longest.
/// </summary>
public sealed class ConceptMatcher
{
    private static readonly (int Start, int Length, int Concept) NoMatch = (int.MaxValue, 0, -1);

    private readonly MatchAutomaton _automaton;

    /// <summary>Builds the automaton.</summary>
    /// <param name="spellings">For each concept its spellings; a spelling that two claim belongs to the first.</param>
    public ConceptMatcher(IEnumerable<IEnumerable<string>> spellings) =>
        _automaton = MatchAutomaton.Of(spellings.SelectMany(static (concept, index) => concept.Select(spelling => (MatchText.Fold(spelling), index))));

    /// <summary>The matches in reading order, none overlapping another.</summary>
    public ImmutableArray<ConceptMatch> Find(string text)
    {
        var letters = ArrayPool<char>.Shared.Rent(text.Length);
        var offsets = ArrayPool<int>.Shared.Rent(text.Length);
        try
        {
            var count = MatchText.Fold(text, letters, offsets);
            return Find(text, letters.AsSpan(0, count), offsets);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters);
            ArrayPool<int>.Shared.Return(offsets);
        }
    }

    /// <summary>
    /// Of the matches that end at a letter only the longest can win, for it begins first. It is kept until none that begins
    /// as early can still grow; then the search goes on behind it, for what was passed over meanwhile may count there.
    /// </summary>
    private ImmutableArray<ConceptMatch> Find(string text, ReadOnlySpan<char> letters, ReadOnlySpan<int> offsets)
    {
        ImmutableArray<ConceptMatch>.Builder? matches = null;
        var best = NoMatch;
        var state = 0;
        for (var i = 0; i <= letters.Length; i++)
        {
            state = i < letters.Length ? _automaton.Next(state, letters[i]) : 0;
            if (best != NoMatch && i + 1 - _automaton.Depth(state) > best.Start)
            {
                (matches ??= ImmutableArray.CreateBuilder<ConceptMatch>()).Add(Match(text, offsets, best));
                (i, state, best) = (best.Start + best.Length - 1, 0, NoMatch);
                continue;
            }
            var hit = _automaton.LongestMatch(state);
            if (hit != 0 && i + 1 - _automaton.Depth(hit) <= best.Start)
                best = (i + 1 - _automaton.Depth(hit), _automaton.Depth(hit), _automaton.Concept(hit));
        }
        return matches?.ToImmutable() ?? [];
    }

    private static ConceptMatch Match(string text, ReadOnlySpan<int> offsets, (int Start, int Length, int Concept) found)
    {
        var from = offsets[found.Start];
        var to = offsets[found.Start + found.Length - 1] + 1;
        return new ConceptMatch(found.Concept, MatchText.Balance(text, new TextRange(from, to - from)));
    }
}
