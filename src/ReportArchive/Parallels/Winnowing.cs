namespace ReportArchive.Parallels;

/// <summary>
/// Chooses fingerprints of a text so that two texts which share <see cref="Threshold"/> characters share a fingerprint
/// (Schleimer, Wilkerson and Aiken, Winnowing, 2003): of every sixteen neighbouring strings of fifteen characters the one of
/// least hash, the last of them where several are least. About two in seventeen are chosen.
/// </summary>
internal static class Winnowing
{
    /// <summary>Characters of a fingerprinted string.</summary>
    public const int Gram = 15;

    /// <summary>Neighbouring strings of which one is chosen.</summary>
    public const int Window = 16;

    /// <summary>Shared characters that are sure to be noticed.</summary>
    public const int Threshold = Gram + Window - 1;

    private const ulong Base = 0x9E3779B97F4A7C15;
    private static readonly ulong Leaving = Power(Gram);

    /// <summary>Writes the chosen strings of a text: for each 32 bits of hash, then 32 bits of <paramref name="origin"/> plus offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">Number of its first character.</param>
    /// <param name="into">Receives the fingerprints.</param>
    public static void Choose(string text, int origin, List<ulong> into)
    {
        if (text.Length < Threshold)
            return;
        Span<ulong> ring = stackalloc ulong[Window];
        var hash = 0ul;
        var least = -1;
        for (var end = 0; end < text.Length; end++)
        {
            hash = hash * Base + text[end];
            if (end >= Gram)
                hash -= text[end - Gram] * Leaving;
            var at = end - Gram + 1;
            if (at < 0)
                continue;
            ring[at % Window] = Mix(hash);
            if (at < Window - 1)
                continue;
            var before = least;
            if (least < 0 || least <= at - Window)
                least = LastLeast(ring, at);
            else if (ring[at % Window] <= ring[least % Window])
                least = at;
            if (least != before)
                into.Add((ring[least % Window] & 0xFFFFFFFF00000000) | (uint)(origin + least));
        }
    }

    /// <summary>A hash of any run of characters.</summary>
    public static ulong HashOf(ReadOnlySpan<char> text)
    {
        var hash = 0ul;
        foreach (var c in text)
            hash = hash * Base + c;
        return Mix(hash);
    }

    private static int LastLeast(ReadOnlySpan<ulong> ring, int last)
    {
        var least = last;
        for (var at = last - 1; at > last - Window; at--)
        {
            if (ring[at % Window] < ring[least % Window])
                least = at;
        }
        return least;
    }

    /// <summary>Spreads the bits, for the low ones of a polynomial hash follow the last characters (finaliser of MurmurHash3).</summary>
    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }

    private static ulong Power(int exponent)
    {
        var power = 1ul;
        for (var i = 0; i < exponent; i++)
            power *= Base;
        return power;
    }
}
