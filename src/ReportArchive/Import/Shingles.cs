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

    /// <summary>So many shingles make a text that is known by them alone: salutation, request for deliberation and the first heading come to fewer than 100.</summary>
    private const int LeastShingles = 150;

    /// <summary>
    /// The same where the text says that it is another report: a paragraph that opens the reports of two years alike must not
    /// outweigh what they say they are.
    /// </summary>
    private const int LeastShinglesOfAnother = 600;

    /// <summary>
    /// Whether a text is a copy of part of another. The same report is known in a copy that one character in ten of is
    /// wrong, two reports of one place only where one is all but a copy of the other. Where the texts do not both say that they
    /// are the same report, the words that all reports open and close with are not enough.
    /// </summary>
    /// <param name="text">The report whose shingles these are.</param>
    /// <param name="other">The report that has a share of them.</param>
    /// <param name="share">That share.</param>
    public bool IsCopy(CleanReport text, ReportId? other, double share) => (text.Id, text.Year, other) switch
    {
        ({ } id, _, { } known) when id == known => share >= 0.4,
        ({ }, _, { }) => share >= 0.9 && _hashes.Length >= LeastShinglesOfAnother,
        (null, { } year, { } known) when year != known.Year => share >= 0.9 && _hashes.Length >= LeastShinglesOfAnother,
        _ => share >= SameText && _hashes.Length >= LeastShingles,
    };

    private const int Length = 8;
    private const int SampleRate = 8;

    /// <summary>Distinct and in order: four bytes a shingle, a fifth of what a set of them takes.</summary>
    private readonly int[] _hashes;

    private Shingles(int[] hashes) => _hashes = hashes;

    /// <summary>The shingles of a bare text.</summary>
    public static Shingles Of(string bare)
    {
        var hashes = new int[Math.Max(0, bare.Length - Length + 1)];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = Hash(bare.AsSpan(i, Length));
        Array.Sort(hashes);
        var count = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            if (count == 0 || hashes[i] != hashes[count - 1])
                hashes[count++] = hashes[i];
        }
        return new Shingles(hashes[..count]);
    }

    /// <summary>About an eighth of the shingles: those whose hash is a multiple of eight, which are the same in every text. A short text gives all it has.</summary>
    public IEnumerable<int> Sample => _hashes.Length < 400 ? _hashes : _hashes.Where(static hash => hash % SampleRate == 0);

    /// <summary>The share, 0 to 1, of these shingles that another text has too: containment, so that a short copy of a long text counts as whole.</summary>
    public double ContainedIn(Shingles other)
    {
        var (shared, at) = (0, 0);
        foreach (var hash in _hashes)
        {
            while (at < other._hashes.Length && other._hashes[at] < hash)
                at++;
            shared += at < other._hashes.Length && other._hashes[at] == hash ? 1 : 0;
        }
        return _hashes.Length == 0 ? 0 : shared / (double)_hashes.Length;
    }

    /// <summary>FNV-1a over UTF-16 units: the same on every machine.</summary>
    private static int Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return (int)hash;
    }
}
