using System.Text;

namespace ReportArchive.Tests.Search;

/// <summary>Queries no one would type: emoji, lone surrogates, control characters, signs of the language in all places, ten thousand characters.</summary>
internal static class RandomQueries
{
    private static readonly string[] Pieces =
    [
        "发展", "四减四增", "的", " ", "\u3000", "|", "｜", "-", "－", "\"", "＂", "地:", "年:", "类:plan", "提法:", "山东", "2021", "-2023", "😀", "\ud83d", "\udc00",
        "\0", "\u0007", "\u200b", "\ufeff", "\u202e", "<script>", "&amp;", "%00", "\\", "'", "\n", "\r\n", "GDP", "ｶﾞ", "e\u0301", "發展", "\uffff", "﷽", "👨‍👩‍👧‍👦",
    ];

    /// <summary>A query; every hundredth is very long.</summary>
    public static string Next(Random random, int number)
    {
        var query = new StringBuilder();
        var length = number % 100 == 99 ? 10_000 : random.Next(30);
        while (query.Length < length)
        {
            if (random.Next(4) == 0)
                query.Append((char)random.Next(char.MaxValue + 1));
            else
                query.Append(Pieces[random.Next(Pieces.Length)]);
        }
        return query.ToString();
    }
}
