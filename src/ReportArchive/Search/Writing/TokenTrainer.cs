using ReportArchive.Search.Format;

namespace ReportArchive.Search.Writing;

/// <summary>
/// Chooses the tokens of a segment from a sample of its texts: the characters that recur, then, round by round, the most
/// frequent pairs of tokens joined (byte-pair encoding, Gage 1994, in batches). Codes are Huffman's over the sample.
/// </summary>
internal sealed class TokenTrainer
{
    private const int End = 0;
    private const int Escape = 1;
    private const int Rounds = 12;
    private const int LongestToken = 12;
    private const int LeastCount = 4;
    private readonly List<string> _texts = [TextTokens.EndText, TextTokens.EscapeText];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int> _sequence = [];

    /// <summary>Learns tokens.</summary>
    /// <param name="sample">Texts of blocks.</param>
    /// <param name="merges">Most tokens of more than one character: they cost a reader about four bytes each, once.</param>
    public static TextTokens Train(IReadOnlyList<string> sample, int merges)
    {
        var trainer = new TokenTrainer();
        trainer.TakeCharacters(sample);
        for (var round = 0; round < Rounds; round++)
            trainer.Join(merges / Rounds);
        return trainer.Finish();
    }

    /// <summary>A token for each unit that occurs twice; others are escaped.</summary>
    private void TakeCharacters(IReadOnlyList<string> sample)
    {
        var counts = new int[char.MaxValue + 1];
        foreach (var unit in sample.SelectMany(static text => text))
            counts[unit]++;
        foreach (var text in sample)
        {
            foreach (var unit in text)
                _sequence.Add(counts[unit] > 1 && unit >= ' ' && !char.IsSurrogate(unit) ? NumberOf(unit.ToString()) : Escape);
            _sequence.Add(End);
        }
    }

    private int NumberOf(string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            _numbers[text] = number = _texts.Count;
            _texts.Add(text);
        }
        return number;
    }

    private void Join(int most)
    {
        var (pairs, counts) = CountPairs();
        var best = Enumerable.Range(0, pairs.Count).Where(pair => counts[pair] >= LeastCount)
            .OrderByDescending(pair => counts[pair]).ThenBy(pair => pairs.Keys[pair]).Take(most);
        var joined = new int[pairs.Count];
        foreach (var pair in best)
        {
            var text = _texts[(int)(pairs.Keys[pair] >> 16)] + _texts[(int)(pairs.Keys[pair] & 0xffff)];
            if (text.Length <= LongestToken)
                joined[pair] = NumberOf(text);
        }
        Replace(pairs, joined);
    }

    /// <summary>How often each pair of tokens stands in the sequence.</summary>
    private (GramTable Pairs, int[] Counts) CountPairs()
    {
        var pairs = new GramTable();
        var counts = new int[_sequence.Count];
        for (var i = 0; i + 1 < _sequence.Count; i++)
        {
            if (_sequence[i] > Escape && _sequence[i + 1] > Escape)
                counts[pairs.NumberOf(Pair(i))]++;
        }
        return (pairs, counts);
    }

    /// <summary>Two tokens as one key: there are never 65,536 of them, for a table of so many would not be worth its bytes.</summary>
    private uint Pair(int at) => ((uint)_sequence[at] << 16) | (uint)_sequence[at + 1];

    /// <summary>Writes the token a pair became in place of the pair; none where that is 0.</summary>
    private void Replace(GramTable pairs, int[] joined)
    {
        var kept = 0;
        for (var i = 0; i < _sequence.Count; i++)
        {
            var known = i + 1 < _sequence.Count && _sequence[i] > Escape && _sequence[i + 1] > Escape;
            if (known && joined[pairs.NumberOf(Pair(i))] is > 0 and var number)
            {
                _sequence[kept++] = number;
                i++;
            }
            else
            {
                _sequence[kept++] = _sequence[i];
            }
        }
        _sequence.RemoveRange(kept, _sequence.Count - kept);
    }

    private TextTokens Finish()
    {
        var counts = new int[_texts.Count];
        foreach (var token in _sequence)
            counts[token]++;
        // A text outside the sample may need any character, so each keeps a code; joined tokens that fell out of use do not.
        var used = Enumerable.Range(0, _texts.Count).Where(token => counts[token] > 1 || _texts[token].Length == 1).ToArray();
        var lengths = Huffman.Lengths([.. used.Select(token => Math.Max(1, counts[token]))], TextTokens.LongestCode);
        return TextTokens.Of(used.Select((token, i) => (_texts[token], lengths[i])));
    }
}
