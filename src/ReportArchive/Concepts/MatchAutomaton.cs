namespace ReportArchive.Concepts;

/// <summary>
/// A set of spellings as an automaton that reads a text letter by letter and always knows the longest spelling's beginning
/// that it has just read (Aho and Corasick 1975). A state is a place in two arrays: the edge of a letter leads to the place
/// <c>base + letter</c>, if that place says it belongs to the state (double array: Aoe 1989).
/// </summary>
internal sealed class MatchAutomaton
{
    private const int Empty = -1;
    private const int Taken = -2;

    // A base that no number can bring back into the arrays.
    private const int NoEdges = int.MinValue / 2;

    // Letters are numbered from 1 as they come; 0 is every letter that no spelling has.
    private readonly ushort[] _numbers = new ushort[char.MaxValue + 1];
    private int[] _base = [0];
    private int[] _owner = [Taken];
    private int[] _fail = [0];
    private int[] _depth = [0];
    private int[] _concept = [Empty];
    private int[] _match = [0];

    private MatchAutomaton()
    {
    }

    /// <summary>Builds the automaton; of equal spellings the first counts, and empty ones are passed over.</summary>
    public static MatchAutomaton Of(IEnumerable<(string Letters, int Concept)> spellings)
    {
        var automaton = new MatchAutomaton();
        automaton.Place(automaton.Trie(spellings));
        return automaton;
    }

    /// <summary>The state after one more letter; 0 is the beginning.</summary>
    public int Next(int state, char letter)
    {
        var number = _numbers[letter];
        return number == 0 ? 0 : Step(state, number);
    }

    /// <summary>Number of letters of the longest beginning just read.</summary>
    public int Depth(int state) => _depth[state];

    /// <summary>The state of the longest whole spelling that ends here; 0 where none does.</summary>
    public int LongestMatch(int state) => _match[state];

    /// <summary>The concept whose spelling a state completes.</summary>
    public int Concept(int state) => _concept[state];

    private Node Trie(IEnumerable<(string Letters, int Concept)> spellings)
    {
        var root = new Node(0);
        var letters = 0;
        foreach (var (text, concept) in spellings)
        {
            var node = root;
            foreach (var letter in text)
            {
                if (_numbers[letter] == 0)
                    _numbers[letter] = (ushort)++letters;
                if (!node.Children.TryGetValue(_numbers[letter], out var child))
                {
                    child = new Node(node.Depth + 1);
                    node.Children.Add(_numbers[letter], child);
                }
                node = child;
            }
            if (node.Depth > 0 && node.Concept == Empty)
                node.Concept = concept;
        }
        return root;
    }

    /// <summary>Lays the trie into the arrays, shallow states first, so that what a state falls back to is always there already.</summary>
    private void Place(Node root)
    {
        var free = 1;
        var queue = new Queue<(Node Node, int State)>([(root, 0)]);
        while (queue.TryDequeue(out var entry))
        {
            var (node, state) = entry;
            if (node.Children.Count == 0)
            {
                _base[state] = NoEdges;
                continue;
            }
            while (free < _owner.Length && _owner[free] != Empty)
                free++;
            // Finding a base may lengthen the arrays, so it must be done before one of them is written to.
            var origin = FindBase(node.Children, free);
            _base[state] = origin;
            foreach (var number in node.Children.Keys)
                _owner[origin + number] = state;
            foreach (var (number, child) in node.Children)
            {
                var at = origin + number;
                (_depth[at], _concept[at]) = (child.Depth, child.Concept);
                _fail[at] = state == 0 ? 0 : Step(_fail[state], number);
                _match[at] = child.Concept != Empty ? at : _match[_fail[at]];
                queue.Enqueue((child, at));
            }
        }
    }

    /// <summary>The first base at which every child falls on an empty place.</summary>
    private int FindBase(SortedDictionary<int, Node> children, int free)
    {
        var numbers = children.Keys.ToArray();
        for (var at = free; ; at++)
        {
            Reach(at + numbers[^1] - numbers[0]);
            if (Array.TrueForAll(numbers, number => _owner[at - numbers[0] + number] == Empty))
                return at - numbers[0];
        }
    }

    private int Step(int state, int number)
    {
        while (true)
        {
            var next = _base[state] + number;
            if ((uint)next < (uint)_owner.Length && _owner[next] == state)
                return next;
            if (state == 0)
                return 0;
            state = _fail[state];
        }
    }

    /// <summary>Makes the arrays long enough for an index.</summary>
    private void Reach(int index)
    {
        var length = _owner.Length;
        if (index < length)
            return;
        var longer = Math.Max(index + 1, 2 * length);
        Array.Resize(ref _base, longer);
        Array.Resize(ref _owner, longer);
        Array.Resize(ref _fail, longer);
        Array.Resize(ref _depth, longer);
        Array.Resize(ref _concept, longer);
        Array.Resize(ref _match, longer);
        Array.Fill(_owner, Empty, length, longer - length);
        Array.Fill(_concept, Empty, length, longer - length);
    }

    private sealed class Node(int depth)
    {
        public int Depth { get; } = depth;

        public int Concept { get; set; } = Empty;

        public SortedDictionary<int, Node> Children { get; } = [];
    }
}
