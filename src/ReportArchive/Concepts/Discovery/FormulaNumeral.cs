using System.Collections.Immutable;

namespace ReportArchive.Concepts.Discovery;

/// <summary>How many things the name of a numeric formula says it stands for: 六张时代新答卷 six, 双招双引 two, 两不愁三保障 five.</summary>
public static class FormulaNumeral
{
    private const string Digits = "零一二三四五六七八九";

    // After these a numeral does not count parts: 三年行动, 一次办好, 第一书记, 十四五, 四级书记, 二十四字.
    private const string NotParts = "年月日次号届期字级分百千万亿元心体定直切律键步路门窗网件连中农是等家";

    /// <summary>The numbers of parts the name agrees with; empty where it names no number above one.</summary>
    /// <param name="name">The formula's name, quotation marks or not.</param>
    public static ImmutableArray<int> PartsOf(string name)
    {
        var text = string.Concat(name.Where(static c => !MatchText.IsIgnored(c)));
        if (text.Length < 2 || Read(text, 0) is not { Value: > 0 } first)
            return [];
        var numerals = new List<int> { first.Value };
        for (var at = first.End; at < text.Length;)
        {
            if (Read(text, at) is not { Value: > 0 } next)
            {
                at++;
                continue;
            }
            numerals.Add(next.Value);
            at = next.End;
        }
        return [.. Sums(numerals).Where(static sum => sum > 1).Distinct().Order()];
    }

    /// <summary>
    /// Equal numerals may say the same parts twice (四减四增: four, each with a less and a more) or different ones; 一 may count
    /// (三化一型) or not (双一流, 五个一).
    /// </summary>
    private static IEnumerable<int> Sums(List<int> numerals)
    {
        yield return numerals.Sum();
        yield return numerals.Where(static value => value > 1).Sum();
        if (numerals.Count > 1 && numerals.TrueForAll(value => value == numerals[0]))
            yield return numerals[0];
    }

    /// <summary>A numeral at an offset: 双 and 两, Chinese digits, 十 with its neighbours; 0 where none counts parts.</summary>
    private static (int Value, int End) Read(string text, int at)
    {
        var end = at;
        var value = 0;
        if (text[at] is '双' or '两')
            (value, end) = (2, at + 1);
        else
        {
            while (end < text.Length && (text[end] == '十' || Digits.Contains(text[end], StringComparison.Ordinal)))
                end++;
            value = end == at ? 0 : Value(text.AsSpan(at, end - at));
        }
        var isCount = value > 0 && end < text.Length && !NotParts.Contains(text[end], StringComparison.Ordinal);
        return isCount ? (value, end) : (0, Math.Max(end, at + 1));
    }

    private static int Value(ReadOnlySpan<char> numeral)
    {
        var ten = numeral.IndexOf('十');
        if (ten < 0)
            return numeral.Length == 1 ? Digits.IndexOf(numeral[0], StringComparison.Ordinal) : 0;
        var tens = ten == 0 ? 1 : Digits.IndexOf(numeral[0], StringComparison.Ordinal);
        return ten + 1 == numeral.Length ? tens * 10 : tens * 10 + Digits.IndexOf(numeral[^1], StringComparison.Ordinal);
    }
}
