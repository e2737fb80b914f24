using System.Text.RegularExpressions;

namespace ReportArchive.Text;

/// <summary>Dates as Chinese prose writes them.</summary>
public static partial class ChineseDate
{
    /// <summary><c>2023年1月7日</c>.</summary>
    public static string Of(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日";

    /// <summary>The day that an editor meant by <c>2023年1月7日</c>, <c>2023/1/7</c>, <c>2023.1.7</c> or <c>2023-1-7</c>; null for anything else, and for a day no calendar has.</summary>
    public static DateOnly? Guess(string text)
    {
        var match = Numbers().Match(text);
        if (!match.Success)
            return null;
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan);

    [GeneratedRegex(@"^\s*(?<year>[0-9]{4})\s*[-/.年]\s*(?<month>[0-9]{1,2})\s*[-/.月]\s*(?<day>[0-9]{1,2})\s*日?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
