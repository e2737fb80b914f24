using System.Runtime.InteropServices;

namespace ReportArchive.Concepts.Usage;

/// <summary>In how many sentences each word stands. A word is made a string when it is first met, and looked up by its characters after that.</summary>
internal sealed class SentenceCounts
{
    private readonly Dictionary<string, (int Sentences, int Last)> _words = new(StringComparer.Ordinal);
    private int _sentence;

    /// <summary>The words and their numbers of sentences, in no order to rely on.</summary>
    public IEnumerable<KeyValuePair<string, int>> All => _words.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value.Sentences));

    /// <summary>A new sentence begins.</summary>
    public void Begin() => _sentence++;

    /// <summary>A word of the sentence; more than once counts once.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        ref var counted = ref CollectionsMarshal.GetValueRefOrAddDefault(_words.GetAlternateLookup<ReadOnlySpan<char>>(), word, out _);
        if (counted.Last != _sentence)
            counted = (counted.Sentences + 1, _sentence);
    }
}
