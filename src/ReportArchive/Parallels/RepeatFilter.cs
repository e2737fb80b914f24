namespace ReportArchive.Parallels;

/// <summary>
/// Tells hashes that came more than once from most of those that came once: two bits for each place that a hash can fall on. It errs to
/// one side only: where two hashes fall on one place, both count as repeated. Several threads may add to it, in any order.
/// </summary>
/// <param name="hashes">How many hashes can be expected. With eight places for each, an eighth of those that came once pass.</param>
internal sealed class RepeatFilter(int hashes)
{
    private const int PlacesEach = 8;
    private const int BitsAWord = 64;

    // Odd and of no pattern: the highest bits of a product depend on all bits of the hash, which by themselves are not spread evenly.
    private const ulong Spread = 0x9E3779B97F4A7C15;

    private readonly ulong[] _again = new ulong[WordsFor(hashes)];
    private ulong[] _once = new ulong[WordsFor(hashes)];

    /// <summary>Adds a hash.</summary>
    public void Add(uint hash)
    {
        var (word, bit) = PlaceOf(hash);
        if ((_once[word] & bit) != 0 || (Interlocked.Or(ref _once[word], bit) & bit) != 0)
            Interlocked.Or(ref _again[word], bit);
    }

    /// <summary>Lets go of what is needed only while hashes are added.</summary>
    public void Close() => _once = [];

    /// <summary>Whether a hash may have been added more than once; never false where it was.</summary>
    public bool MayRepeat(uint hash)
    {
        var (word, bit) = PlaceOf(hash);
        return (_again[word] & bit) != 0;
    }

    private static int WordsFor(int hashes) => (int)(((long)hashes * PlacesEach / BitsAWord) + 1);

    private (int Word, ulong Bit) PlaceOf(uint hash)
    {
        var spread = hash * Spread;
        return ((int)(((spread >> 32) * (ulong)_again.Length) >> 32), 1ul << (int)(spread >> 26 & (BitsAWord - 1)));
    }
}
