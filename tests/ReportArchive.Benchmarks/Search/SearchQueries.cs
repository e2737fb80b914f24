using System.Globalization;
using System.Text.RegularExpressions;
using ReportArchive.Benchmarks.Corpus;
using ReportArchive.Search;
using ReportArchive.Search.Text;

namespace ReportArchive.Benchmarks.Search;

/// <summary>A query with what it asks for, so that a scan of the text can tell what is right.</summary>
/// <param name="Class">What kind of query it is.</param>
/// <param name="Text">As typed.</param>
/// <param name="All">Phrases a report must hold, folded.</param>
/// <param name="None">Phrases it must not hold, folded.</param>
internal sealed record BenchmarkQuery(string Class, string Text, string[] All, string[] None);

/// <summary>Draws queries from the reports themselves, the same for the same corpus.</summary>
internal sealed partial class SearchQueries(SearchCorpus corpus)
{
    private const int OfClass = 70;
    private SeededNumbers _numbers = SeededNumbers.At(77, corpus.Count);

    /// <summary>About six hundred queries, class by class.</summary>
    public List<BenchmarkQuery> Draw() =>
    [
        .. Times("slogan", () => Phrase("slogan", Among(Slogans(), PieceOf(Any(), 4)))),
        .. Times("place", () => Phrase("place", Among(Any().PlacePath, ""))),
        .. Times("crossing", () => Phrase("crossing", PieceOf(Any(), _numbers.Between(2, 12)))),
        .. new[] { "1+3+4", "5G基站", "11.82亿元", "GDP" }.Select(static text => Phrase("mixed", text)),
        .. Times("mixed", () => Phrase("mixed", Among([.. Texts(Any()).SelectMany(static text => Mixed.Matches(text)).Select(static match => match.Value)], "2023年"))),
        .. Times("and", And),
        .. Times("not", Not),
        .. Times("width", () => Widened(PieceOf(Any(), _numbers.Between(3, 8), static c => char.IsAsciiLetterOrDigit(c)))),
        .. Times("miss", () => Phrase("miss", PieceOf(Any(), _numbers.Between(2, 5)) + PieceOf(Any(), _numbers.Between(2, 5)))),
    ];

    [GeneratedRegex("“(?<text>[^”]{2,12})”", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted { get; }

    [GeneratedRegex("[0-9]+(\\.[0-9]+)?[\u4e00-\u9fff%]{1,3}|[A-Za-z]{1,5}[0-9]*[\u4e00-\u9fff]{1,2}|[0-9](\\+[0-9])+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mixed { get; }

    private static BenchmarkQuery Phrase(string kind, string text) => new(kind, text, [TextFolding.Fold(text)], []);

    private static IEnumerable<BenchmarkQuery> Times(string kind, Func<BenchmarkQuery> draw) =>
        Enumerable.Range(0, OfClass).Select(_ => draw() with { Class = kind });

    private static IEnumerable<string> Texts(SearchDocument document) => document.Blocks.Select(static block => block.Text);

    private BenchmarkQuery And()
    {
        var document = Any();
        var (first, second) = (PieceOf(document, _numbers.Between(2, 4)), PieceOf(document, _numbers.Between(2, 4)));
        return new BenchmarkQuery("and", $"{first} {second}", [TextFolding.Fold(first), TextFolding.Fold(second)], []);
    }

    private BenchmarkQuery Not()
    {
        var (wanted, unwanted) = (PieceOf(Any(), _numbers.Between(2, 4)), PieceOf(Any(), 2));
        return new BenchmarkQuery("not", $"{wanted} -{unwanted}", [TextFolding.Fold(wanted)], [TextFolding.Fold(unwanted)]);
    }

    /// <summary>The query as an input method in full-width mode types it.</summary>
    private static BenchmarkQuery Widened(string text)
    {
        var wide = string.Concat(text.Select(static c => c is > ' ' and <= '~' ? (char)(c + 0xfee0) : c));
        return new BenchmarkQuery("width", wide, [TextFolding.Fold(text)], []);
    }

    private SearchDocument Any() => corpus[_numbers.Below(corpus.Count)];

    private List<string> Slogans() => [.. Texts(Any()).SelectMany(static text => Quoted.Matches(text)).Select(static match => match.Groups["text"].Value).Where(static text => text.All(char.IsLetterOrDigit))];

    private string Among(IReadOnlyList<string> texts, string otherwise) => texts.Count == 0 ? otherwise : texts[_numbers.Below(texts.Count)];

    /// <summary>Letters and digits that stand together in a report, wherever they begin; with one that passes a test, if there is any.</summary>
    private string PieceOf(SearchDocument document, int length, Func<char, bool>? with = null)
    {
        for (var attempt = 0; ; attempt++)
        {
            var text = document.Blocks[_numbers.Below(document.Blocks.Length)].Text;
            if (text.Length < length)
                continue;
            var piece = text.Substring(_numbers.Below(text.Length - length + 1), length);
            if (piece.All(static c => char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.ModifierLetter) && (with is null || attempt > 5000 || piece.Any(with)))
                return piece;
        }
    }
}
