namespace ReportArchive.Parallels;

/// <summary>A set of characters of the archive, by their numbers: a bit each. Several threads may add to it.</summary>
internal sealed class CharacterSet(int characters)
{
    private readonly int[] _bits = new int[(characters >> 5) + 1];

    /// <summary>Adds characters.</summary>
    public void Add(ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
            Interlocked.Or(ref _bits[number >> 5], 1 << (number & 31));
    }

    /// <summary>Whether a character is in the set.</summary>
    public bool Contains(int number) => (_bits[number >> 5] & (1 << (number & 31))) != 0;

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
