using System.Text;
using ReportArchive.Places;

namespace ReportArchive.Benchmarks.Corpus;

/// <summary>
/// What generated reports have in common. Rare words and whole formulaic sentences are made from their rank alone, so that there
/// are always more of them.
/// </summary>
internal sealed class Lexicon
{
    private const ulong WordStream = 1;
    private const ulong SentenceStream = 2;
    private readonly ClauseText _learnt;
    private readonly string[] _words;
    private readonly string _characters;

    private Lexicon(ClauseText learnt)
    {
        _learnt = learnt;
        var items = learnt.Clauses.SelectMany(static clause => clause.Split('、')).Where(static item => item.Length >= 4 && item.All(char.IsLetter)).ToList();
        _words = ByFrequency(items.SelectMany(static item => new[] { item[..2], item[^2..] }));
        _characters = string.Concat(ByFrequency(items.SelectMany(static item => item.Select(static c => c.ToString())))
            .Union(ByFrequency(PlaceTable.National.Places.SelectMany(static place => place.Name.Select(static c => c.ToString())))));
    }

    /// <summary>Of the clauses that come with the benchmarks.</summary>
    public static Lexicon Load() => new(ClauseText.Load());

    /// <summary>
    /// A word: a common one for a low rank, which are those that items of real enumerations begin and end with; beyond those, two or
    /// three characters that belong to the rank: of real clauses, and of names of places.
    /// </summary>
    public string Word(long rank)
    {
        if (rank < _words.Length)
            return _words[rank];
        var numbers = SeededNumbers.At(WordStream, rank);
        return string.Create(numbers.Chance(0.7) ? 2 : 3, (numbers, _characters), static (span, state) =>
        {
            foreach (ref var c in span)
                c = state._characters[(int)(state.numbers.Rank(2.2, 300) % state._characters.Length)];
        });
    }

    /// <summary>A word, common or rare.</summary>
    public string AnyWord(ref SeededNumbers numbers) => Word(numbers.Rank(1.35, 200));

    /// <summary>How a report speaks that has names of its own.</summary>
    public Speech Speech(Speech.Namer name) => new(_learnt, name);

    /// <summary>A sentence that reports take from each other word for word, as they take it from the report of the level above.</summary>
    public void AppendFormula(StringBuilder text, long rank)
    {
        var numbers = SeededNumbers.At(SentenceStream, rank);
        var speech = Speech(AnyWord);
        for (var left = numbers.Between(2, 4); left > 0; left--)
        {
            speech.AppendClause(text, ref numbers);
            text.Append(left > 1 ? '，' : '。');
        }
    }

    private static string[] ByFrequency(IEnumerable<string> texts) =>
        [.. texts.CountBy(static text => text, StringComparer.Ordinal).OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => pair.Key)];
}
