using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReportArchive.Text;

namespace ReportArchive.Concepts;

/// <summary>A concept found in a text.</summary>
/// <param name="Concept">Index of the concept in the list the matcher was built from.</param>
/// <param name="Range">Where, in UTF-16 units of the text.</param>
public readonly record struct ConceptMatch(int Concept, TextRange Range);

/// <summary>
/// Finds all concepts in one pass over a text: an Aho–Corasick automaton (Aho and Corasick 1975) over all spellings.
/// Where matches overlap, the one that begins first wins, and of those the longest.
/// </summary>
public sealed class ConceptMatcher
{
    // Edges live in one hash table keyed by (state, letter); the root's, taken at most letters, in an array.
    private readonly Dictionary<long, int> _edges = [];
    private readonly int[] _root = new int[char.MaxValue + 1];
    private readonly Dictionary<char, int> _letters = [];
    private readonly List<int> _fail = [0];
    private readonly List<int> _depth = [0];
    private readonly List<int> _concept = [-1];
    private readonly List<int> _output = [0];

    /// <summary>Builds the automaton.</summary>
    /// <param name="spellings">For each concept its spellings.</param>
    public ConceptMatcher(IEnumerable<IEnumerable<string>> spellings)
    {
        var index = 0;
        foreach (var concept in spellings)
        {
            foreach (var spelling in concept)
                Add(MatchText.Fold(spelling), index);
            index++;
        }
        Link();
    }

    /// <summary>The matches in reading order, none overlapping another.</summary>
    public ImmutableArray<ConceptMatch> Find(string text)
    {
        var letters = new char[text.Length];
        var offsets = new int[text.Length];
        var count = MatchText.Fold(text, letters, offsets);
        var found = new List<(int Start, int Length, int Concept)>();
        var state = 0;
        for (var i = 0; i < count; i++)
        {
            state = Next(state, letters[i]);
            for (var hit = _concept[state] >= 0 ? state : _output[state]; hit != 0; hit = _output[hit])
                found.Add((i + 1 - _depth[hit], _depth[hit], _concept[hit]));
        }
        return Choose(found, text, offsets);
    }

    private static ImmutableArray<ConceptMatch> Choose(List<(int Start, int Length, int Concept)> found, string text, int[] offsets)
    {
        if (found.Count == 0)
            return [];
        found.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        var chosen = ImmutableArray.CreateBuilder<ConceptMatch>();
        var free = 0;
        foreach (var (start, length, concept) in found)
        {
            if (start < free)
                continue;
            var from = offsets[start];
            var to = offsets[start + length - 1] + 1;
            chosen.Add(new ConceptMatch(concept, MatchText.Balance(text, new TextRange(from, to - from))));
            free = start + length;
        }
        return chosen.ToImmutable();
    }

    private void Add(string letters, int concept)
    {
        var state = 0;
        foreach (var c in letters)
        {
            ref var letter = ref CollectionsMarshal.GetValueRefOrAddDefault(_letters, c, out var known);
            if (!known)
                letter = _letters.Count;
            var next = Edge(state, letter);
            if (next == 0)
            {
                next = _fail.Count;
                _fail.Add(0);
                _depth.Add(_depth[state] + 1);
                _concept.Add(-1);
                _output.Add(0);
                if (state == 0)
                    _root[c] = next;
                _edges[Key(state, letter)] = next;
            }
            state = next;
        }
        if (state != 0 && _concept[state] < 0)
            _concept[state] = concept;
    }

    /// <summary>Sets failure and output links, shallow states first, as the construction requires.</summary>
    private void Link()
    {
        var parents = _edges
            .Select(static edge => (State: edge.Value, Parent: (int)(edge.Key >> 32), Letter: (int)edge.Key))
            .OrderBy(edge => _depth[edge.State]);
        foreach (var (state, parent, letter) in parents)
        {
            if (parent != 0)
            {
                var fallback = _fail[parent];
                while (fallback != 0 && Edge(fallback, letter) == 0)
                    fallback = _fail[fallback];
                _fail[state] = Edge(fallback, letter);
            }
            _output[state] = _concept[_fail[state]] >= 0 ? _fail[state] : _output[_fail[state]];
        }
    }

    private int Next(int state, char c)
    {
        if (state == 0)
            return _root[c];
        if (!_letters.TryGetValue(c, out var letter))
            return 0;
        for (; state != 0; state = _fail[state])
        {
            if (Edge(state, letter) is var next and not 0)
                return next;
        }
        return _root[c];
    }

    private int Edge(int state, int letter) => _edges.GetValueOrDefault(Key(state, letter));

    private static long Key(int state, int letter) => ((long)state << 32) | (uint)letter;
}
