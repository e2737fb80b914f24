using System.Text.RegularExpressions;
using ReportArchive.Text;

namespace ReportArchive.Parallels;

/// <summary>
/// Words that open and close a report wherever it is given. They are formulas in an archive of any size, also where too few
/// places are in it for that to be counted.
/// </summary>
public static partial class CustomaryWords
{
    /// <summary>Where a text has them.</summary>
    public static IEnumerable<TextRange> In(string text) =>
        Opening.Matches(text).Concat(Closing.Matches(text)).Select(static match => new TextRange(match.Index, match.Length));

    // 现在，我代表区人民政府向大会报告工作，请予审议，并请各位政协委员和列席会议的同志提出意见。
    [GeneratedRegex("(?:现在，)?(?:我|受[^，。]{2,20}委托，)[^。]{0,40}(?:报告|审查|审议)[^。]{0,40}(?:提出|多提)[^。]{0,10}(?:意见|建议)。?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Opening { get; }

    // 各位代表！…让我们更加紧密地团结在以习近平同志为核心的党中央周围，…而努力奋斗！
    [GeneratedRegex("让我们更加紧密地团结在[^。！]{0,200}[。！]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Closing { get; }
}
