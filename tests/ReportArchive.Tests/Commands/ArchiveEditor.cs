using System.Globalization;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Commands;

/// <summary>Edits an archive as editors do, at random: reports, concepts, places, settings and the theme's files come, go and change.</summary>
internal sealed class ArchiveEditor(TemporaryFolder folder, Random random)
{
    private static readonly string[] s_sentences =
    [
        "扎实开展新一轮“四减四增”，新旧动能转换提速增效，四新经济投资占比达到百分之五十五，规模以上工业增加值增长8.6%。",
        "深化“放管服”改革，推行“链长制”，双招双引成效明显，全年新签约项目一百二十个，到位资金比上年增长百分之十二。",
        "做好“六稳”“六保”工作，全区城镇新增就业一万二千人，居民人均可支配收入增长百分之五以上，生产总值突破三百亿元。",
        "聚力答好“六张时代新答卷”，与淄博市同频共振，加快融入济南，城乡面貌焕然一新，群众获得感成色更足、幸福感更可持续。",
        "推行“揭榜挂帅”，建设“智慧大脑”，新建改建农村公路一百五十公里，完成老旧小区改造四十二个，惠及居民九千六百户。",
    ];

    private static readonly string[] s_places = ["370300", "370306", "370303", "370481107", "370105", "370000"];

    private int _count;

    private string Reports => folder["input/reports"];

    private string Sentence => s_sentences[random.Next(s_sentences.Length)];

    /// <summary>Makes one edit, and says which.</summary>
    public string Edit()
    {
        _count++;
        var edits = new (string Name, Action Make)[]
        {
            ("add a report", AddReport),
            ("change a text", () => Change(Files(Reports), text => text + $"\n{Sentence}\n")),
            ("take words out", () => Change(Files(Reports), text => text.Replace("四减四增", random.Next(2) == 0 ? "减增" : "四减四增行动", StringComparison.Ordinal))),
            ("change a heading", () => Change(Files(Reports), text => text.Replace("## 一、", $"## 一、第{_count}次", StringComparison.Ordinal))),
            ("change front matter", () => Change(Files(Reports), ChangeFrontMatter)),
            ("remove a report", () => RemoveOneOf(Files(Reports), atLeast: 3)),
            ("rename a report", RenameReport),
            ("add a concept", () => folder.Write($"input/concepts/xin-ti-fa-{_count}.md", $"---\nlabel: {(random.Next(2) == 0 ? "揭榜挂帅" : "智慧大脑")}{(random.Next(2) == 0 ? "" : _count.ToString(CultureInfo.InvariantCulture))}\nslug: xin-ti-fa-{_count}\nkind: programme\n---\n第{_count}个释义。\n")),
            ("change a concept", () => Change(Files(folder["input/concepts"]), text => text.TrimEnd() + $"见第{_count}次修订。\n")),
            ("remove a concept", () => RemoveOneOf(Files(folder["input/concepts"]), atLeast: 4)),
            ("change places", () => folder.Write("input/places.csv", $"code,name,former_names,parent,note\n370481107,姜屯镇,姜屯公社,,第{_count}次\n" + (random.Next(2) == 0 ? "370303,张店区,张店,,旧称\n" : ""))),
            ("change the settings", () => folder.Write("input/site.yml", $"title: 小档案\ndescription: 第{random.Next(3)}版\nbaseUrl: https://example.org/small{random.Next(2)}/\nquotedInReports: {2 + random.Next(2)}\n")),
            ("change the theme", () => folder.Write("theme/assets/own.css", $"/* {_count} */\n")),
            ("touch a file", () => Change(Files(Reports), static text => text)),
        };
        var (name, make) = edits[random.Next(edits.Length)];
        make();
        return name;
    }

    private void AddReport()
    {
        var (place, year, kind) = (s_places[random.Next(s_places.Length)], 2018 + random.Next(7), random.Next(3) == 0 ? "plan" : "gwr");
        folder.Write(
            $"input/reports/{place}/{year}-{kind}.md",
            $"---\ntitle: {year}年报告之{_count}\nplace: {place}\nyear: {year}\nkind: {kind}\ndate: {year}-01-{1 + random.Next(28):00}\n---\n各位代表：\n\n## 一、工作回顾\n\n{Sentence}\n\n{Sentence}\n\n## 二、工作安排\n\n{Sentence}\n");
    }

    private string ChangeFrontMatter(string text) => random.Next(3) switch
    {
        0 => text.Replace("\nkind:", "\nmeeting: 第" + _count + "次会议\nkind:", StringComparison.Ordinal).Replace("\nmeeting: 第", "\nspeaker: 王" + _count + "\nmeeting: 第", StringComparison.Ordinal),
        1 => string.Join('\n', text.Split('\n').Select(line => line.StartsWith("title:", StringComparison.Ordinal) ? line + "续" : line)),
        _ => string.Join('\n', text.Split('\n').Select(line => line.StartsWith("date:", StringComparison.Ordinal) ? $"date: 20{18 + random.Next(7)}-02-0{1 + random.Next(9)}" : line)),
    };

    /// <summary>Another year, under another name: its address changes.</summary>
    private void RenameReport()
    {
        var file = OneOf(Files(Reports));
        var year = 2010 + random.Next(8);
        var target = Path.Combine(Path.GetDirectoryName(file)!, $"{year}-gwr.md");
        if (File.Exists(target))
            return;
        File.WriteAllLines(target, File.ReadLines(file).Select(line =>
            line.StartsWith("year:", StringComparison.Ordinal) ? $"year: {year}" : line.StartsWith("kind:", StringComparison.Ordinal) ? "kind: gwr" : line));
        File.Delete(file);
    }

    private void Change(IReadOnlyList<string> files, Func<string, string> change)
    {
        var file = OneOf(files);
        File.WriteAllText(file, change(File.ReadAllText(file)));
    }

    private void RemoveOneOf(IReadOnlyList<string> files, int atLeast)
    {
        if (files.Count > atLeast)
            File.Delete(OneOf(files));
    }

    private string OneOf(IReadOnlyList<string> files) => files[random.Next(files.Count)];

    private static IReadOnlyList<string> Files(string below) => [.. Directory.EnumerateFiles(below, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
