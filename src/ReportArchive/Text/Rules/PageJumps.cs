using System.Text.RegularExpressions;

namespace ReportArchive.Text.Rules;

/// <summary>
/// （下转第四版） and （上接第一版）: a newspaper's directions to its reader. They stand within sentences, are no part of them,
/// and nothing else is written so.
/// </summary>
public static partial class PageJumps
{
    /// <summary>The rule.</summary>
    public static TextRule Rule { get; } = new(
        "page-jump", "a newspaper's direction to another page is no part of the report", Find);

    private static List<TextEdit> Find(string text)
    {
        if (!text.Contains("下转", StringComparison.Ordinal) && !text.Contains("上接", StringComparison.Ordinal))
            return [];
        var jumps = new List<TextEdit>();
        foreach (var jump in Jump().EnumerateMatches(text))
            jumps.Add(TextEdit.Delete(jump.Index, jump.Length, Rule.Name));
        return jumps;
    }

    [GeneratedRegex("[（(【](下转|上接)第?[0-9A-Z一二三四五六七八九十]{1,4}版[）)】]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Jump();
}
