using System.Buffers;

namespace ReportArchive.Text;

/// <summary>Years and small numbers written in Chinese characters.</summary>
public static class HanNumerals
{
    private const string Digits = "〇一二三四五六七八九";
    private static readonly SearchValues<char> Zeros = SearchValues.Create("〇零○ΟOo0");

    /// <summary>The value of one Chinese digit, 0 to 9, whatever circle stands for zero; -1 for anything else.</summary>
    public static int Digit(char c) => Zeros.Contains(c) ? 0 : Digits.IndexOf(c, StringComparison.Ordinal);

    /// <summary>Four digits of a year written one by one, with or without 年 (<c>二〇二一年</c>, <c>二○二一</c>), as ASCII; null for anything else.</summary>
    public static string? Year(string text)
    {
        var digits = text.AsSpan().Trim().TrimEnd('年');
        if (digits.Length != 4)
            return null;
        Span<char> year = stackalloc char[4];
        for (var i = 0; i < 4; i++)
        {
            var value = digits[i] is >= '0' and <= '9' ? digits[i] - '0' : Digit(digits[i]);
            if (value < 0)
                return null;
            year[i] = (char)('0' + value);
        }
        return new string(year);
    }
}
