using ReportArchive.Reports;

namespace ReportArchive.Import;

/// <summary>The runs of eight characters that occur in a bare text, as hashes: what says whether one text is part of another.</summary>
internal sealed class Shingles
{
    /// <summary>
    /// From this share of its shingles on, a text is a copy of part of another. Reports of one place in successive years
    /// share up to a fifth of theirs; a copy with one character in fifty wrong still shares four fifths.
    /// </summary>
    public const double SameText = 0.7;

    /// <summary>
    /// The same where both say which report they are: the same report is known in a copy that one character in ten of is
    /// wrong, two reports of one place only where one is all but a copy of the other.
    /// </summary>
    public static double SameTextOf(ReportId? one, ReportId? other) => (one, other) switch
    {
        ({ } a, { } b) => a == b ? 0.4 : 0.9,
        _ => SameText,
    };

    private const int Length = 8;
    private const int SampleRate = 8;

    private readonly HashSet<int> _hashes;

    private Shingles(HashSet<int> hashes) => _hashes = hashes;

    /// <summary>The shingles of a bare text.</summary>
    public static Shingles Of(string bare)
    {
        var hashes = new HashSet<int>(Math.Max(bare.Length, 1));
        for (var i = 0; i + Length <= bare.Length; i++)
            hashes.Add(Hash(bare.AsSpan(i, Length)));
        return new Shingles(hashes);
    }

    /// <summary>About an eighth of the shingles: those whose hash is a multiple of eight, which are the same in every text. A short text gives all it has.</summary>
    public IEnumerable<int> Sample => _hashes.Count < 400 ? _hashes : _hashes.Where(static hash => hash % SampleRate == 0);

    /// <summary>The share, 0 to 1, of these shingles that another text has too: containment, so that a short copy of a long text counts as whole.</summary>
    public double ContainedIn(Shingles other) =>
        _hashes.Count == 0 ? 0 : _hashes.Count(other._hashes.Contains) / (double)_hashes.Count;

    /// <summary>FNV-1a over UTF-16 units: the same on every machine.</summary>
    private static int Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return (int)hash;
    }
}
