namespace ReportArchive.Parallels;

/// <summary>
/// A set of characters of the archive, by their numbers: a bit each, in stretches that are made when the first character of them is
/// added, for most of an archive has none. Several threads may add to it.
/// </summary>
internal sealed class CharacterSet(int characters)
{
    // Powers of two.
    private const int WordBits = 32;
    private const int StretchBits = 512;

    private readonly int[]?[] _stretches = new int[]?[(characters / StretchBits) + 1];

    /// <summary>Adds characters.</summary>
    public void Add(ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            var at = number / StretchBits;
            if (_stretches[at] is null)
                Interlocked.CompareExchange(ref _stretches[at], new int[StretchBits / WordBits], comparand: null);
            Interlocked.Or(ref _stretches[at]![number % StretchBits / WordBits], 1 << number);
        }
    }

    /// <summary>Whether a character is in the set.</summary>
    public bool Contains(int number) =>
        _stretches[number / StretchBits] is { } stretch && (stretch[number % StretchBits / WordBits] & (1 << number)) != 0;

    /// <summary>Whether any of a run of characters is in the set.</summary>
    public bool ContainsAny(int start, int length)
    {
        for (var at = start; at < start + length; at++)
        {
            if (Contains(at))
                return true;
        }
        return false;
    }
}
