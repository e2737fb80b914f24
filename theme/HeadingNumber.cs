using System.Text.RegularExpressions;

namespace ReportArchive.Theme;

/// <summary>A heading's number and its words, so that the number can hang in the margin.</summary>
public static partial class HeadingNumber
{
    // 第一部分 · 一、 · （一） · 1. · 1、 · （1）
    [GeneratedRegex(@"^(第[一二三四五六七八九十百]{1,3}[部分章篇节]{1,2}[、：:\s　]?|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[0-9]{1,3}[.．、]\s?|（[0-9]{1,3}）)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern { get; }

    /// <summary>Splits a heading; the number is empty where it has none.</summary>
    public static (string Number, string Words) Split(string heading)
    {
        var match = Pattern.Match(heading);
        return (heading[..match.Length], heading[match.Length..]);
    }
}
