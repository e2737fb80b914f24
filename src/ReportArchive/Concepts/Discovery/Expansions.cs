using System.Buffers;
using System.Collections.Immutable;
using ReportArchive.Text;

namespace ReportArchive.Concepts.Discovery;

/// <summary>What a text says a formula stands for.</summary>
/// <param name="Parts">The parts in order.</param>
/// <param name="Range">Where the text says so, formula and parts together.</param>
public sealed record Expansion(ImmutableArray<string> Parts, TextRange Range);

/// <summary>
/// Finds the enumeration that spells out a formula: before it (区域融合、产业转型、…“六张时代新答卷”), in brackets after it
/// (“双招双引”（招商引资、招才引智）), or after a colon. It is taken only when it has as many items as the name counts, or when
/// each character of the name stands in its item (强富美优: 经济强、百姓富、…).
/// </summary>
public static class Expansions
{
    private const int LongestPart = 24;
    private const int ShortestPart = 2;

    private static readonly SearchValues<char> Ends = SearchValues.Create("，。；：！？（）“”\n\t");
    private static readonly SearchValues<char> ListEnds = SearchValues.Create("。；：！？（“\n\t");
    private static readonly string[] Openers = ["（", "(", "：", "，即", "即", "，也就是"];

    /// <summary>The expansion that stands next to an occurrence of a formula; null where there is none.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="formula">Where the formula stands, without quotation marks.</param>
    public static Expansion? At(string text, TextRange formula)
    {
        var name = formula.Of(text).ToString();
        return Before(text, formula, name) ?? After(text, formula, name);
    }

    private static Expansion? Before(string text, TextRange formula, string name)
    {
        var end = formula.Start;
        while (end > 0 && text[end - 1] is '“' or '‘')
            end--;
        if (end > 0 && text[end - 1] is '”' or '、')
            return null;
        var start = text.AsSpan(0, end).LastIndexOfAny(Ends) + 1;
        var items = Split(text[start..end]);
        if (items.Length < 2)
            return null;
        items = items.SetItem(0, WithoutVerb(items[0], items));
        return Fits(items, name) ? new Expansion(items, new TextRange(start, formula.End - start)) : null;
    }

    private static Expansion? After(string text, TextRange formula, string name)
    {
        var start = formula.End;
        while (start < text.Length && text[start] is '”' or '’')
            start++;
        foreach (var opener in Openers)
        {
            if (!text.AsSpan(start).StartsWith(opener, StringComparison.Ordinal))
                continue;
            var from = start + opener.Length;
            var length = opener is "（" or "(" ? text.AsSpan(from).IndexOfAny('）', ')') : text.AsSpan(from).IndexOfAny(ListEnds);
            var to = length < 0 ? text.Length : from + length;
            var items = Split(text[from..to]);
            return Fits(items, name) ? new Expansion(items, new TextRange(formula.Start, to - formula.Start)) : null;
        }
        return null;
    }

    private static ImmutableArray<string> Split(string list) =>
        [.. (list.Contains('、', StringComparison.Ordinal) ? list.Split('、') : list.Split('，', '+', '和', '与'))
            .Select(static item => item.Trim('“', '”', ' ', '\u3000'))];

    /// <summary>
    /// The first item of a list that a verb governs carries that verb (全力答好区域融合): where all others are of one length,
    /// the first is cut to it; otherwise what stands before its first verb goes, and the verb.
    /// </summary>
    private static string WithoutVerb(string first, ImmutableArray<string> items)
    {
        var length = items[1].Length;
        if (first.Length > length && items.Skip(1).All(item => item.Length == length))
            return first[^length..];
        var governed = Usage.GoverningVerbs.AfterFirst(first);
        return governed.Length >= ShortestPart ? governed : first;
    }

    private static bool Fits(ImmutableArray<string> items, string name)
    {
        if (items.Length < 2 || items.Any(static item => item.Length is < ShortestPart or > LongestPart))
            return false;
        if (FormulaNumeral.PartsOf(name).Contains(items.Length))
            return true;
        var letters = string.Concat(name.Where(Han.Is));
        return letters.Length == items.Length && letters.Length == name.Length && items.Select((item, i) => item.Contains(letters[i], StringComparison.Ordinal)).All(static fits => fits);
    }
}
