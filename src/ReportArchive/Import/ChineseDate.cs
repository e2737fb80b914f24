using System.Globalization;
using System.Text.RegularExpressions;
using ReportArchive.Text;

namespace ReportArchive.Import;

/// <summary>Days as reports write them: 2023年1月7日, 二〇二一年一月十二日, 2023-01-07.</summary>
internal static partial class ChineseDate
{
    /// <summary>The pattern of a day, for building larger ones.</summary>
    public const string Pattern = @"(?:\d{4}年\d{1,2}月\d{1,2}日|[一二][〇零九O0oΟ一二三四五六七八]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)";

    /// <summary>Reads the first day a text names; none where it names none that exists.</summary>
    public static DateOnly? Find(string text)
    {
        if (Arabic().Match(text) is { Success: true } arabic)
            return Make(Number(arabic, "year"), Number(arabic, "month"), Number(arabic, "day"));
        if (Han().Match(text) is not { Success: true } han || HanNumerals.Year(han.Groups["year"].Value) is not { } year)
            return null;
        return Make(
            int.Parse(year, CultureInfo.InvariantCulture),
            HanNumber.Read(han.Groups["month"].Value, 0).Value,
            HanNumber.Read(han.Groups["day"].Value, 0).Value);
    }

    /// <summary>The words of the day that <see cref="Find"/> reads; none where it reads none.</summary>
    public static string? Words(string text) =>
        Find(text) is null ? null : Arabic().Match(text) is { Success: true } arabic ? arabic.Value : Han().Match(text).Value;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1949 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    [GeneratedRegex(@"(?<year>\d{4})(年|-|/|\.)(?<month>\d{1,2})(月|-|/|\.)(?<day>\d{1,2})日?", Patterns.Options, Patterns.Patience)]
    private static partial Regex Arabic();

    [GeneratedRegex("(?<year>[一二][〇零九O0oΟ一二三四五六七八]{3})年(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})日", Patterns.Options, Patterns.Patience)]
    private static partial Regex Han();
}
