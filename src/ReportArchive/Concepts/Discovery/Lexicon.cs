using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportArchive.Text;

namespace ReportArchive.Concepts.Discovery;

/// <summary>
/// The words of the archive, learnt from its own text: strings that recur, that hold together and that stand among many
/// different neighbours. No dictionary knows 放管服 or 揭榜挂帅 in time; the reports themselves do.
/// </summary>
public sealed class Lexicon
{
    private const int LongestWord = 6;
    private const int FewestOccurrences = 5;

    // A string must occur once in this many characters: chance repetitions grow with the text.
    private const int CharactersAnOccurrence = 50_000;

    // Read off the 13 reports this began with: below these, fragments such as 业转型 and joints such as 的关键 come in numbers.
    private const double LeastCohesion = 2.5;
    private const double LeastFreedom = 1.0;

    // ln-probability a lone character loses against a word, so that known words win.
    private const double LonePenalty = 2;

    private readonly FrozenDictionary<string, double> _scores;
    private readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly double _unknown;

    // Of the words that begin with two characters the longest: most pairs begin none, and need no further look.
    private readonly FrozenDictionary<int, int> _longest;

    private Lexicon(FrozenDictionary<string, double> scores, double unknown)
    {
        _scores = scores;
        _bySpan = scores.GetAlternateLookup<ReadOnlySpan<char>>();
        _unknown = unknown;
        _longest = Words.GroupBy(static word => Pair(word[0], word[1])).ToFrozenDictionary(static group => group.Key, static group => group.Max(static word => word.Length));
    }

    /// <summary>The words of two or more characters, in ordinal order.</summary>
    public IEnumerable<string> Words => _scores.Keys.Where(static word => word.Length > 1).Order(StringComparer.Ordinal);

    /// <summary>Learns the words of a text.</summary>
    public static Lexicon Learn(IEnumerable<string> texts)
    {
        var runs = texts.SelectMany(static text => HanRuns.In(text).Select(run => text.Substring(run.Start, run.Length))).ToImmutableArray();
        var characters = runs.Sum(static run => (long)run.Length);
        var least = (int)Math.Max(FewestOccurrences, characters / CharactersAnOccurrence);
        var counts = GramCounts.Of(runs, least, LongestWord);
        var candidates = counts.All
            .Where(gram => gram.Key.Length > 1 && counts.Cohesion(gram.Key) > LeastCohesion)
            .ToDictionary(static gram => gram.Key, static _ => new Neighbourhood(), StringComparer.Ordinal);
        Neighbourhood.Observe(runs, candidates);
        var total = Math.Max(1.0, characters);
        var scores = counts.All
            .Where(gram => gram.Key.Length == 1 || (candidates.TryGetValue(gram.Key, out var around) && around.Freedom > LeastFreedom))
            .ToFrozenDictionary(
                static gram => gram.Key,
                gram => Math.Log(gram.Value / total) - (gram.Key.Length == 1 ? LonePenalty : 0),
                StringComparer.Ordinal);
        return new Lexicon(scores, Math.Log(1 / total) - LonePenalty);
    }

    /// <summary>Cuts a run of Chinese characters into words: the cut of highest probability, words taken as independent.</summary>
    public IReadOnlyList<TextRange> Cut(ReadOnlySpan<char> run)
    {
        var best = new double[run.Length + 1];
        var from = new int[run.Length + 1];
        Array.Fill(best, double.NegativeInfinity, 1, run.Length);
        for (var start = 0; start < run.Length; start++)
        {
            var longest = start + 1 < run.Length && _longest.TryGetValue(Pair(run[start], run[start + 1]), out var known) ? Math.Min(known, run.Length - start) : 1;
            for (var length = 1; length <= longest; length++)
            {
                if (!_bySpan.TryGetValue(run.Slice(start, length), out var score))
                {
                    if (length > 1)
                        continue;
                    score = _unknown;
                }
                if (best[start] + score > best[start + length])
                    (best[start + length], from[start + length]) = (best[start] + score, start);
            }
        }
        var words = new List<TextRange>();
        for (var end = run.Length; end > 0; end = from[end])
            words.Add(new TextRange(from[end], end - from[end]));
        words.Reverse();
        return words;
    }

    private static int Pair(char first, char second) => (first << 16) | second;
}
