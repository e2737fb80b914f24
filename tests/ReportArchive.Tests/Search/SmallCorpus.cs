using System.Collections.Immutable;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Search;

namespace ReportArchive.Tests.Search;

/// <summary>
/// A hundred and twenty short reports made of few words, so that every pair of characters is in many of them and the index has
/// to tell them apart by longer grams; and among them one of everything that is unusual.
/// </summary>
internal static class SmallCorpus
{
    private static readonly string[] Words =
    [
        "发展", "经济", "社会", "全面", "推进", "改革", "开放", "乡村", "振兴", "四减", "四增", "生态", "保护", "创新", "产业", "转型",
        "升级", "项目", "建设", "民生", "保障", "就业", "教育", "医疗", "养老", "服务", "政府", "工作", "人民", "城市", "更新", "治理",
        "安全", "生产", "环境", "绿色", "低碳", "数字", "智慧", "园区", "招商", "引资", "双招", "双引", "新旧", "动能", "转换", "强县",
    ];

    private static readonly string[] Provinces = ["山东省", "河北省", "江苏省"];

    /// <summary>The concepts of the corpus.</summary>
    public static ImmutableArray<SearchConcept> Concepts { get; } =
    [
        new("si-jian-si-zeng", "四减四增", ["减增行动"]),
        new("shuang-zhao-shuang-yin", "双招双引", []),
    ];

    /// <summary>The reports.</summary>
    public static ImmutableArray<SearchDocument> Reports { get; } = [.. Enumerable.Range(0, 120).Select(Report), .. Unusual()];

    /// <summary>One of the words, the first of them more often.</summary>
    public static string Word(Random random) => Words[(int)(Words.Length * random.NextDouble() * random.NextDouble())];

    private static SearchDocument Report(int number)
    {
        var random = new Random(number);
        var place = number / 4;
        var (province, county) = (place % 3, place / 3);
        string[] names = [Provinces[province], $"第{county}市", $"县{(char)('甲' + place)}县"];
        string[] codes = [$"{37 - province}0000", $"{37 - province}{county + 1:00}00", $"{37 - province}{county + 1:00}01"];
        var blocks = Enumerable.Range(1, 6 + random.Next(6)).Select(i => new SearchBlock($"p{i}", Text(random, i % 4 == 1 ? 4 : 18), i % 4 == 1)).ToImmutableArray();
        return Document(names, codes, 2020 + (number % 4), (ReportKind)(number % 3), $"{2020 + (number % 4)}年{names[^1]}政府工作报告", [.. blocks, .. Concept(number, blocks.Length)]);
    }

    private static IEnumerable<SearchBlock> Concept(int number, int last) =>
        number % 5 == 0 ? [new SearchBlock($"p{last + 2}", "扎实开展“四减四增”行动，坚持双招双引。", IsHeading: false)] : [];

    private static string Text(Random random, int words) =>
        string.Concat(Enumerable.Range(0, words).Select(i => Word(random) + (i % 5 == 4 ? "，" : i % 11 == 10 ? $"{random.Next(100)}.{random.Next(10)}亿元。" : "")));

    private static IEnumerable<SearchDocument> Unusual()
    {
        string[] names = ["山东省"];
        string[] codes = ["370000"];
        yield return Document(names, codes, 2015, ReportKind.GovernmentWork, "繁體報告", [new("p1", "發展經濟，減排增綠：四減四增。「新時代」", false)]);
        yield return Document(names, codes, 2016, ReportKind.GovernmentWork, "异样的报告", [new("p1", "ＧＤＰ增长５．５％，建成５Ｇ 基站１,０００个，Belt and Road，C++，№7，㎡", false), new("p2", "", false), new("p3", "😀笑脸\ud800孤零", false)]);
        yield return Document(names, codes, 2017, ReportKind.Plan, "表格与列表", [new("p1", "指标\t数值\n生产总值\t1.2万亿元\n人口\t100万", false), new("note-1", "四 减\n四　增", false), new("p900", "一是发展\n二是改革", true)]);
        yield return Document(names, codes, 2018, ReportKind.Budget, "空无一字的报告", []);
        yield return Document(names, codes, 2019, ReportKind.Budget, "长段", [new("p1", string.Concat(Enumerable.Repeat("很长的段落没有句号", 400)), false)]);
    }

    private static SearchDocument Document(string[] names, string[] codes, int year, ReportKind kind, string title, ImmutableArray<SearchBlock> blocks)
    {
        var id = new ReportId(PlaceCode.Parse(codes[^1]), new PlanYear(year), kind);
        ImmutableArray<string> slugs = [.. Concepts.Where(concept => blocks.Any(block => block.Text.Contains(concept.Label, StringComparison.Ordinal))).Select(static concept => concept.Slug)];
        return new SearchDocument(id, $"/r/{id}/", title, [.. names], [.. codes.Select(PlaceCode.Parse)], year, kind, year == 2020 ? new DateOnly(2020, 1, 7) : null, blocks, slugs);
    }
}
