using System.Collections.Frozen;
using System.Text;
using ReportArchive.Text;

namespace ReportArchive.Concepts.Discovery;

/// <summary>
/// Pinyin for new slugs, learnt from the slugs that editors have written: 四减四增 and si-jian-si-zeng say how four characters
/// are read. Where editors read a character in two ways the more frequent one is offered; an editor looks at it anyway.
/// </summary>
public sealed class Readings
{
    private readonly FrozenDictionary<char, string> _readings;

    private Readings(FrozenDictionary<char, string> readings) => _readings = readings;

    /// <summary>Learns from the concepts that have files.</summary>
    public static Readings Learn(IEnumerable<Concept> concepts) => new(concepts
        .Where(static concept => concept.IsCurated)
        .SelectMany(static concept => Pairs(concept.Label, concept.Slug.Value))
        .GroupBy(static pair => pair.Letter)
        .ToFrozenDictionary(
            static group => group.Key,
            static group => group.CountBy(static pair => pair.Syllable).OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal).First().Key));

    /// <summary>A slug for a name; null where the reading of a character is not known or the name is too long for one.</summary>
    public Slug? SlugOf(string name)
    {
        var syllables = new List<string>();
        foreach (var token in Tokens(name))
        {
            if (!Han.Is(token[0]))
                syllables.Add(token.ToLowerInvariant());
            else if (_readings.TryGetValue(token[0], out var syllable))
                syllables.Add(syllable);
            else
                return null;
        }
        return Slug.TryParse(string.Join('-', syllables), out var slug) ? slug : null;
    }

    private static IEnumerable<(char Letter, string Syllable)> Pairs(string label, string slug)
    {
        var tokens = Tokens(label).ToList();
        var syllables = slug.Split('-');
        return tokens.Count != syllables.Length ? [] : tokens.Zip(syllables).Where(static pair => Han.Is(pair.First[0])).Select(static pair => (pair.First[0], pair.Second));
    }

    /// <summary>Each Chinese character; runs of ASCII letters and digits whole; marks left out.</summary>
    private static IEnumerable<string> Tokens(string text)
    {
        var run = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                run.Append(c);
                continue;
            }
            if (run.Length > 0)
                yield return run.ToString();
            run.Clear();
            if (Han.Is(c))
                yield return c.ToString();
        }
        if (run.Length > 0)
            yield return run.ToString();
    }
}
