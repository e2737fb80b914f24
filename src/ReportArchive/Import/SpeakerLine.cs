using System.Text.RegularExpressions;

namespace ReportArchive.Import;

/// <summary>Who delivered a report: 区长 李晓红, 青岛市代市长赵豪志, 东昌府区发展和改革局局长 张健, 盖红旗.</summary>
/// <param name="Name">The person.</param>
/// <param name="Office">The office; absent where a name stands alone. Heads of government go by the bare office (市长), others by its full name.</param>
internal sealed partial record SpeakerLine(string Name, string? Office)
{
    /// <summary>Finds the speaker among compact lines; a line with an office wins over a name alone, and that must stand below the title.</summary>
    public static SpeakerLine? Find(IReadOnlyList<string> lines, int afterTitle, string title)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (Read(lines[i]) is { } speaker)
                return speaker;
            if (i + 1 < lines.Count && OfficeAlone().IsMatch(lines[i]) && Read(lines[i] + lines[i + 1]) is { } wrapped)
                return wrapped;
        }
        return lines.Skip(afterTitle).Select(static line => line.Trim('（', '）', '：'))
            .Where(line => NameAlone().IsMatch(line) && Surnames.Begins(line) && !NotName().IsMatch(line) && !title.Contains(line, StringComparison.Ordinal))
            .Select(static line => new SpeakerLine(line, Office: null))
            .LastOrDefault();
    }

    private static SpeakerLine? Read(string line)
    {
        var match = WithOffice().Match(line) is { Success: true } usual ? usual : NameFirst().Match(line);
        if (!match.Success || NotName().IsMatch(match.Groups["name"].Value))
            return null;
        var office = match.Groups["office"].Value;
        return new SpeakerLine(match.Groups["name"].Value, HeadOfGovernment().Match(office) is { Success: true } head ? Head(head) : office);
    }

    private static string Head(Match head) =>
        head.Groups["rank"].Value is "主席" or "专员" && head.Groups["unit"].Success ? head.Groups["unit"].Value + head.Groups["rank"].Value : head.Groups["rank"].Value;

    [GeneratedRegex(@"^(报告人|（|——)?[：:]?(?<office>[\u4E00-\u9FFF（）、]{0,36}?(省长|市长|区长|县长|州长|盟长|旗长|镇长|乡长|主席|专员|主任|局长|厅长|处长|部长|科长|所长|财政局|秘书长))[：；;，、·]?(?<name>[\u4E00-\u9FFF]{2,4}|[\u4E00-\u9FFF]{1,8}([·•.][\u4E00-\u9FFF]{1,8}){1,3})）?$", Patterns.Options, Patterns.Patience)]
    private static partial Regex WithOffice();

    // 任海深市长: as yearbooks put it.
    [GeneratedRegex("^(?<name>[\u4E00-\u9FFF]{2,3})(?<office>代?(省长|市长|区长|县长|州长|盟长|旗长|镇长|乡长))$", Patterns.Options, Patterns.Patience)]
    private static partial Regex NameFirst();

    // The head of a government: place and 人民政府 are said by the report's place already.
    [GeneratedRegex(@"^.{0,24}?(?<unit>自治区)?(人民政府|办事处|管委会|行政公署|行署)?(?<rank>(代理|代)?(省长|市长|区长|县长|州长|盟长|旗长|镇长|乡长|主席|专员)|街道.{0,3}主任)$", Patterns.Options, Patterns.Patience)]
    private static partial Regex HeadOfGovernment();

    [GeneratedRegex("(省长|市长|区长|县长|州长|盟长|旗长|镇长|乡长|主席|专员|主任|局长|厅长)$", Patterns.Options, Patterns.Patience)]
    private static partial Regex OfficeAlone();

    [GeneratedRegex(@"^([\u4E00-\u9FFF]{2,4}|[\u4E00-\u9FFF]{1,8}([·•][\u4E00-\u9FFF]{1,8}){1,3})$", Patterns.Options, Patterns.Patience)]
    private static partial Regex NameAlone();

    [GeneratedRegex("报告|会议|代表|政府|工作|[省市县区镇乡州]$|目录|提纲|正文|首页|新闻|要闻|信息|公开|文件|日报|办公室|政务|来源|字号|大会|附件|摘要", Patterns.Options, Patterns.Patience)]
    private static partial Regex NotName();
}
