using System.Collections.Immutable;
using ReportArchive.Search.Text;

namespace ReportArchive.Search.Query;

/// <summary>
/// The query language: words set apart by white space must all occur; <c>A|B</c> either; <c>-A</c> not; <c>"A B"</c> as it
/// stands; <c>地:</c> <c>年:</c> <c>类:</c> <c>提法:</c> are filters. Signs of the language count only at the edge of a word, so that
/// any piece of a report can be pasted; full-width forms will do. Nothing is an error: what is no filter is a phrase.
/// <c>theme/assets/search/query.js</c> does the same; both run Vectors/queries.json.
/// </summary>
internal sealed class QueryParser
{
    /// <summary>Units of a query that are looked at.</summary>
    public const int LongestQuery = 1000;

    /// <summary>Phrases of a query that are looked at.</summary>
    public const int MostPhrases = 32;

    private const char Quoted = '\0';

    private static readonly Dictionary<string, FilterKey> Keys = new(StringComparer.Ordinal)
    {
        ["地"] = FilterKey.Place,
        ["地区"] = FilterKey.Place,
        ["place"] = FilterKey.Place,
        ["年"] = FilterKey.Year,
        ["年份"] = FilterKey.Year,
        ["year"] = FilterKey.Year,
        ["类"] = FilterKey.Kind,
        ["类型"] = FilterKey.Kind,
        ["kind"] = FilterKey.Kind,
        ["提法"] = FilterKey.Concept,
        ["概念"] = FilterKey.Concept,
        ["concept"] = FilterKey.Concept,
    };

    private readonly string _text;
    private readonly ImmutableArray<Clause>.Builder _clauses = ImmutableArray.CreateBuilder<Clause>();
    private readonly ImmutableArray<Filter>.Builder _filters = ImmutableArray.CreateBuilder<Filter>();
    private int _phrases;
    private int _at;

    private QueryParser(string text) => _text = text;

    /// <summary>Takes a query apart.</summary>
    public static SearchQuery Parse(string query)
    {
        var shortened = query.Length > LongestQuery;
        var parser = new QueryParser(WellFormed(shortened ? query[..LongestQuery] : query));
        while (parser.SkipSpace())
            parser.ReadClause();
        parser.ReadLoneNegation();
        return new SearchQuery(parser._clauses.ToImmutable(), parser._filters.ToImmutable(), shortened || parser._phrases > MostPhrases);
    }

    /// <summary>Lone surrogates become U+FFFD, as they would on the way through an address.</summary>
    private static string WellFormed(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    private static bool IsSpace(char c) => c is ' ' or '\u00a0' or '\u3000' or '\u0085' or '\u2028' or '\u2029' or '\ufeff'
        || (c >= '\t' && c <= '\r') || (c >= '\u2000' && c <= '\u200b');

    private static bool IsBar(char c) => c is '|' or '｜';

    private static bool IsQuote(char c) => c is '"' or '＂';

    private bool SkipSpace()
    {
        while (_at < _text.Length && IsSpace(_text[_at]))
            _at++;
        return _at < _text.Length;
    }

    private bool EndsAt(int at) => at >= _text.Length || IsSpace(_text[at]) || IsBar(_text[at]);

    private void ReadClause()
    {
        var not = _text[_at] is '-' or '－' && !EndsAt(_at + 1);
        if (not)
            _at++;
        var words = new List<string>();
        do
        {
            while (SkipSpace() && IsBar(_text[_at]))
                _at++;
            if (_at < _text.Length)
                words.Add(ReadWord());
        }
        while (SkipSpace() && IsBar(_text[_at]));
        if (words.Count > 0 && !TryFilter(not, words))
            AddClause(not, words);
    }

    /// <summary>"Not this" alone asks for nothing: what was pasted begins with a minus sign.</summary>
    private void ReadLoneNegation()
    {
        if (_clauses is not [{ Not: true }] || _filters.Count > 0)
            return;
        var whole = Phrase(_text);
        _clauses[0] = new Clause(Not: false, [whole]);
    }

    /// <summary>A word without its quotation marks; <see cref="Quoted"/> before it says that it had any.</summary>
    private string ReadWord()
    {
        var start = _at;
        if (IsQuote(_text[_at]))
        {
            for (var end = _at + 1; end < _text.Length; end++)
            {
                if (!IsQuote(_text[end]) || !EndsAt(end + 1))
                    continue;
                _at = end + 1;
                return Quoted + _text[(start + 1)..end];
            }
        }
        while (!EndsAt(_at))
            _at++;
        return _text[start.._at];
    }

    private void AddClause(bool not, List<string> words)
    {
        var phrases = words.Select(Phrase).Where(static phrase => phrase.Text.Length > 0).Distinct().ToImmutableArray();
        if (phrases.IsEmpty)
            return;
        var room = Math.Max(0, MostPhrases - _phrases);
        _phrases += phrases.Length;
        if (room > 0)
            _clauses.Add(new Clause(not, phrases.Length > room ? phrases[..room] : phrases));
    }

    private static Phrase Phrase(string word) => new(TextFolding.Fold(word), TextFolding.Fold(word, variants: false));

    private bool TryFilter(bool not, List<string> words)
    {
        if (!TryKey(words[0], out var key, out var first))
            return false;
        var values = new List<string> { first };
        foreach (var word in words.Skip(1))
            values.Add(TryKey(word, out var other, out var value) && other == key ? value : word);
        ImmutableArray<string> folded = [.. values.Select(static value => TextFolding.Fold(value)).Where(static value => value.Length > 0).Distinct(StringComparer.Ordinal)];
        if (folded.IsEmpty || (key == FilterKey.Year && !folded.All(static value => YearRange.TryParse(value, out _))) || (key == FilterKey.Kind && !folded.All(KindNames.IsKnown)))
            return false;
        _filters.Add(new Filter(not, key, folded, Phrase(string.Join('|', words))));
        return true;
    }

    private static bool TryKey(string word, out FilterKey key, out string value)
    {
        var colon = word.IndexOfAny([':', '：']);
        value = colon < 0 ? "" : word[(colon + 1)..];
        key = default;
        return colon > 0 && value.Length > 0 && word[0] != Quoted && Keys.TryGetValue(TextFolding.Fold(word[..colon]), out key);
    }
}
