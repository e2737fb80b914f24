using System.Reflection;
using System.Text;

namespace ReportArchive.Benchmarks.Corpus;

/// <summary>
/// The language of generated reports. Common clauses are those of real reports (<c>clauses.txt</c>, by frequency); rare words
/// and whole formulaic sentences are made from their rank alone, so that there are always more of them.
/// </summary>
internal sealed class Lexicon
{
    private const ulong WordStream = 1;
    private const ulong SentenceStream = 2;
    private readonly string[] _clauses;
    private readonly string[] _words;
    private readonly string _characters;

    private Lexicon(string[] clauses)
    {
        _clauses = clauses;
        _words = ByFrequency(clauses.SelectMany(static clause => Enumerable.Range(0, clause.Length / 2).Select(i => clause.Substring(i * 2, 2))));
        _characters = string.Concat(ByFrequency(clauses.SelectMany(static clause => clause.Select(static c => c.ToString()))));
    }

    /// <summary>The clauses that come with the benchmarks.</summary>
    public static Lexicon Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("clauses.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new Lexicon(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A word: a common one for a low rank; beyond those, two to four characters that belong to the rank.</summary>
    public string Word(long rank)
    {
        if (rank < _words.Length)
            return _words[rank];
        var numbers = SeededNumbers.At(WordStream, rank);
        return string.Create(numbers.Chance(0.7) ? 2 : numbers.Between(3, 4), (numbers, _characters), static (span, state) =>
        {
            foreach (ref var c in span)
                c = state._characters[(int)(state.numbers.Rank(2.2, 300) % state._characters.Length)];
        });
    }

    /// <summary>A clause of the kind every report has.</summary>
    public string Clause(ref SeededNumbers numbers) => _clauses[numbers.Rank(1.5, 400) % _clauses.Length];

    /// <summary>A clause of words put together.</summary>
    public void AppendFresh(StringBuilder text, ref SeededNumbers numbers)
    {
        for (var left = numbers.Between(2, 5); left > 0; left--)
            text.Append(Word(numbers.Rank(1.35, 200)));
    }

    /// <summary>A sentence that reports take from each other word for word, as they take it from the report of the level above.</summary>
    public void AppendFormula(StringBuilder text, long rank)
    {
        var numbers = SeededNumbers.At(SentenceStream, rank);
        for (var left = numbers.Between(2, 5); left > 0; left--)
        {
            if (numbers.Chance(0.5))
                text.Append(Clause(ref numbers));
            else
                AppendFresh(text, ref numbers);
            text.Append(left > 1 ? '，' : '。');
        }
    }

    private static string[] ByFrequency(IEnumerable<string> texts) =>
        [.. texts.CountBy(static text => text, StringComparer.Ordinal).OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => pair.Key)];
}
