namespace ReportArchive.Import;

/// <summary>How often two characters stand next to each other in a text.</summary>
internal sealed class CharacterPairs
{
    private readonly Dictionary<int, int> _counts;

    /// <summary>Counts all pairs of a text.</summary>
    public CharacterPairs(string text)
    {
        _counts = new Dictionary<int, int>(text.Length);
        for (var i = 0; i + 1 < text.Length; i++)
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, Key(text[i], text[i + 1]), out _)++;
    }

    /// <summary>How often a pair occurs.</summary>
    public int Count(ReadOnlySpan<char> pair) => _counts.GetValueOrDefault(Key(pair[0], pair[1]));

    private static int Key(char first, char second) => (first << 16) | second;
}
