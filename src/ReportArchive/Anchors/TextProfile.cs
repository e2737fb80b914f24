namespace ReportArchive.Anchors;

/// <summary>
/// A text as alignment sees it: its <see cref="Fingerprint.Essence"/>, and the pairs of neighbouring characters in it. Pairs tell
/// Chinese texts apart well: unrelated paragraphs of these reports share under a fifth of them, an edited one keeps over half.
/// </summary>
internal sealed class TextProfile
{
    // Each pair as one number, sorted: two sorted lists are compared in one pass.
    private readonly int[] _pairs;

    public TextProfile(string text)
    {
        var essence = Fingerprint.Essence(text);
        // A text of nothing but punctuation is only like itself.
        Key = essence.Length > 0 ? essence : "\0" + text;
        _pairs = Pairs(essence);
    }

    /// <summary>Equal for texts that count as the same.</summary>
    public string Key { get; }

    /// <summary>Number of pairs: one less than the number of letters and digits, at least one where there are any.</summary>
    public int Size => _pairs.Length;

    /// <summary>Number of pairs two texts share, repeated ones counted as often as both have them.</summary>
    public int Shared(TextProfile other)
    {
        var (a, b) = (_pairs, other._pairs);
        int shared = 0, i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return shared;
    }

    /// <summary>How alike two texts are, 0 to 1 (Dice).</summary>
    public double Likeness(TextProfile other) => Size + other.Size == 0 ? 0 : 2.0 * Shared(other) / (Size + other.Size);

    /// <summary>How much of this text the other one holds, 0 to 1.</summary>
    public double PartIn(TextProfile other) => Size == 0 ? 0 : (double)Shared(other) / Size;

    private static int[] Pairs(string essence)
    {
        if (essence.Length < 2)
            return essence.Length == 0 ? [] : [essence[0]];
        var pairs = new int[essence.Length - 1];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = (essence[i] << 16) | essence[i + 1];
        Array.Sort(pairs);
        return pairs;
    }
}
