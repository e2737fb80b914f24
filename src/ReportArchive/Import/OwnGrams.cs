using System.Runtime.InteropServices;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>
/// The same as <see cref="ClauseGrams"/>, counted in the report itself: what its author ends clauses and begins sentences with.
/// </summary>
internal sealed class OwnGrams
{
    private const int Length = 3;
    private const double Prior = 3;

    /// <summary>Share of characters that a clause ends after, and that a sentence begins with.</summary>
    private const double StopShare = 0.09;
    private const double OpenShare = 0.03;

    private readonly Dictionary<long, Counts> _counts;

    private record struct Counts(int All, int Stops, int Opens);

    /// <summary>Counts all triples of a text.</summary>
    public OwnGrams(string text)
    {
        _counts = new Dictionary<long, Counts>(text.Length);
        for (var i = 0; i + Length <= text.Length; i++)
        {
            ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, Key(text.AsSpan(i, Length)), out _);
            counts.All++;
            counts.Stops += i + Length == text.Length || text[i + Length] is '，' or '；' or '：' || Glyphs.Enders.Contains(text[i + Length], StringComparison.Ordinal) ? 1 : 0;
            counts.Opens += i == 0 || Glyphs.Enders.Contains(text[i - 1], StringComparison.Ordinal) ? 1 : 0;
        }
    }

    /// <summary>Log ratio of how often a mark follows the last three characters; the place asked about does not count.</summary>
    public double Stop(ReadOnlySpan<char> text) => text.Length < Length ? 0 : Ratio(Of(text[^Length..]).Stops, Of(text[^Length..]).All, StopShare);

    /// <summary>Log ratio of how often the first three characters open a sentence; the place asked about does not count.</summary>
    public double Open(ReadOnlySpan<char> text) => text.Length < Length ? 0 : Ratio(Of(text[..Length]).Opens, Of(text[..Length]).All, OpenShare);

    private Counts Of(ReadOnlySpan<char> gram) => _counts.GetValueOrDefault(Key(gram));

    private static double Ratio(int hits, int all, double share) => Math.Log((hits + Prior * share) / (Math.Max(0, all - 1) + Prior) / share);

    private static long Key(ReadOnlySpan<char> gram) => ((long)gram[0] << 32) | ((long)gram[1] << 16) | gram[2];
}
