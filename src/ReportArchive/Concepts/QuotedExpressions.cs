using System.Buffers;
using ReportArchive.Text;

namespace ReportArchive.Concepts;

/// <summary>What reports put in quotation marks: how policy language marks its own coinages.</summary>
public static class QuotedExpressions
{
    // 2 to 12 characters: shorter are letters of a formula, longer are sentences.
    private const int Shortest = 2;
    private const int Longest = 12;

    // A mark that ends or splits a sentence makes it a quotation, not a name.
    private static readonly SearchValues<char> Breaks = SearchValues.Create("“‘’。，；：！？、（）《》 \t\n\u3000");

    /// <summary>The expressions of a text in reading order, repeated where they recur; those without a Chinese character are left out.</summary>
    public static IEnumerable<string> In(string text)
    {
        for (var open = text.IndexOf('“'); open >= 0; open = text.IndexOf('“', open + 1))
        {
            var close = text.IndexOf('”', open);
            if (close < 0)
                yield break;
            var length = close - open - 1;
            if (length is >= Shortest and <= Longest && IsName(text.AsSpan(open + 1, length)))
                yield return text.Substring(open + 1, length);
        }
    }

    private static bool IsName(ReadOnlySpan<char> expression)
    {
        if (expression.ContainsAny(Breaks))
            return false;
        foreach (var c in expression)
        {
            if (Han.Is(c))
                return true;
        }
        return false;
    }
}
