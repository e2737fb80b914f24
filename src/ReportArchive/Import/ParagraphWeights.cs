using System.Collections.Frozen;
using System.Globalization;

namespace ReportArchive.Import;

/// <summary>
/// Weights of the features by which <see cref="ParagraphBreaks"/> tells where a paragraph begins, natural logarithms of
/// odds. Fitted by logistic regression on 60 reports that kept their line breaks (national reports of 1992–2025,
/// provincial ones of 2026, seeds 001, 003 and 004 and the report of 青岛); a line of the resource is a weight and the
/// features that have it.
/// </summary>
internal static class ParagraphWeights
{
    private static readonly Lazy<FrozenDictionary<string, double>> All = new(Read);

    /// <summary>Weight of a feature; 0 where it says nothing.</summary>
    public static double Of(string feature) => All.Value.GetValueOrDefault(feature);

    /// <summary>Weight of a prefix followed by a run of text, the run's digits counting as one.</summary>
    public static double Of(char prefix, ReadOnlySpan<char> run)
    {
        Span<char> key = stackalloc char[run.Length + 1];
        key[0] = prefix;
        run.CopyTo(key[1..]);
        return All.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var weight) ? weight : 0;
    }

    private static FrozenDictionary<string, double> Read()
    {
        using var stream = typeof(ParagraphWeights).Assembly.GetManifestResourceStream("paragraph-breaks.txt")
            ?? throw new InvalidOperationException("the resource paragraph-breaks.txt is missing");
        using var reader = new StreamReader(stream);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            foreach (var feature in words.AsSpan(1))
                weights[feature] = double.Parse(words[0], CultureInfo.InvariantCulture);
        }
        return weights.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
