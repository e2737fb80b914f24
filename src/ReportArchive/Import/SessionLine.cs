using System.Text.RegularExpressions;

namespace ReportArchive.Import;

/// <summary>The session a report was delivered to: 2023年1月7日在淄博市周村区第十九届人民代表大会第二次会议上.</summary>
/// <param name="Meeting">Name of the session in full, as written.</param>
/// <param name="Date">Day, where stated with it or in a line of its own.</param>
/// <param name="Rest">The lines without it, in order; text before or after it on its line is a line.</param>
internal sealed partial record SessionLine(string Meeting, DateOnly? Date, List<string> Rest)
{
    /// <summary>Finds the session among compact lines; it may be wrapped over up to three of them.</summary>
    public static SessionLine? Find(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            for (var n = 1; n <= 3 && i + n <= lines.Count; n++)
            {
                var joined = string.Concat(lines.Skip(i).Take(n));
                if (Session().Match(joined) is { Success: true } match)
                    return Read(lines, i, n, joined, match);
                if (!Begins().IsMatch(joined))
                    break;
            }
        }
        return null;
    }

    private static SessionLine Read(IReadOnlyList<string> lines, int at, int taken, string joined, Match match)
    {
        var before = joined[..match.Index].TrimEnd('—', '-', '（', '(', '在', '，');
        var after = joined[(match.Index + match.Length)..].TrimStart('）', ')', '—', '，', '：', '；', '的');
        var rest = new List<string>(lines.Take(at));
        if (before.Length > 0)
            rest.Add(before);
        if (after.Length > 0)
            rest.Add(after);
        rest.AddRange(lines.Skip(at + taken));
        var date = match.Groups["date"] is { Success: true } stated ? ChineseDate.Find(stated.Value) : rest.Where(static line => line.Length <= 16).Select(ChineseDate.Find).FirstOrDefault(static day => day is not null);
        return new SessionLine(match.Groups["meeting"].Value, date, rest);
    }

    [GeneratedRegex(@"(?:(?<date>" + ChineseDate.Pattern + @")(?:上午|下午)?，?)?(?:在|向|于|（|—|^|(?<=日)|(?<=报告))(?<meeting>[\u4E00-\u9FFF-[在向报]]{0,30}?第?[一二三四五六七八九十]{1,3}届(?:人民代表大会|人大)(?:常务委员会|常委会)?第?[一二三四五六七八九十]{1,3}次(?:全体|预备)?(?:会议|全会))上?", Patterns.Options, Patterns.Patience)]
    private static partial Regex Session();

    [GeneratedRegex("第?[一二三四五六七八九十]{1,3}届|日在|人民代表大会|人大", Patterns.Options, Patterns.Patience)]
    private static partial Regex Begins();
}
