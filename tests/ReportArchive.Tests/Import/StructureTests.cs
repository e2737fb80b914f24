using ReportArchive.Diagnostics;
using ReportArchive.Import;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Import;

/// <summary>Headings and paragraphs of dumps that are set unlike the archive's own.</summary>
public class StructureTests
{
    private const string Head = "2019年长沙市政府工作报告\n——2019年1月10日在长沙市第十五届人民代表大会第四次会议上\n市长 胡某某\n各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议，并请各位政协委员提出意见。\n";
    private const string Closing = "各位代表！让我们更加紧密地团结起来，锐意进取，扎实工作，为全面建成小康社会而努力奋斗！\n";

    [Fact]
    public void Parts_stand_above_numbers() => Assert.Equal(
        ["2 第一部分2018年工作回顾", "3 一、经济运行稳中有进", "3 二、改革开放不断深化", "2 第二部分2019年工作安排", "3 一、推动高质量发展", "3 二、增进民生福祉"],
        Headings($"第一部分 2018年工作回顾\n{Prose(1)}\n一、经济运行稳中有进\n{Prose(2)}\n二、改革开放不断深化\n{Prose(3)}\n第二部分 2019年工作安排\n{Prose(4)}\n一、推动高质量发展\n{Prose(5)}\n二、增进民生福祉\n{Prose(6)}\n"));

    [Fact]
    public void A_short_line_that_a_list_opens_below_heads_it() => Assert.Equal(
        ["2 2018年工作回顾", "3 一、经济运行稳中有进", "3 二、改革开放不断深化", "2 新一年的目标和任务", "3 一、推动高质量发展", "3 二、增进民生福祉", "2 建设人民满意政府"],
        Headings($"2018年工作回顾\n{Prose(1)}\n一、经济运行稳中有进\n{Prose(2)}\n二、改革开放不断深化\n{Prose(3)}\n新一年的目标和任务\n{Prose(4)}\n一、推动高质量发展\n{Prose(5)}\n二、增进民生福祉\n{Prose(6)}\n建设人民满意政府\n{Prose(7)}\n"));

    [Fact]
    public void Arabic_numbers_right_below_great_parts_head_sections_of_glued_text_too()
    {
        var glued = $"一、2018年工作回顾 {Prose(1)} 1.经济运行稳中有进{About(2)} 2.改革开放不断深化{About(3)} 3.人民生活持续改善{About(4)} 二、2019年工作安排 {Prose(5)} 1.推动发展提质增效{About(6)} 2.推动改革攻坚突破{About(7)} 3.推动民生持续改善{About(8)}";
        Assert.Equal(
            ["2 一、2018年工作回顾", "3 1.经济运行稳中有进", "3 2.改革开放不断深化", "3 3.人民生活持续改善", "2 二、2019年工作安排", "3 1.推动发展提质增效", "3 2.推动改革攻坚突破", "3 3.推动民生持续改善"],
            Headings(glued + "\n"));
    }

    [Fact]
    public void Great_parts_without_number_are_found_in_glued_text_by_the_lists_that_begin_anew()
    {
        var glued = $"2018年工作回顾过去的一年，{Prose(1)}一、经济运行稳中有进{About(2)}二、改革开放不断深化{About(3)}同时，我们也清醒地看到，发展中还有不少问题。“十三五”时期的主要目标任务“十三五”时期，是全面建成小康社会的关键时期。{Prose(4)}一、推动高质量发展{About(5)}二、增进民生福祉{About(6)}努力建设人民满意的政府各位代表！{Prose(7)}一、坚持依法行政{About(8)}二、坚持廉洁从政{About(9)}";
        Assert.Equal(
            ["2 2018年工作回顾", "3 一、经济运行稳中有进", "3 二、改革开放不断深化", "2 “十三五”时期的主要目标任务", "3 一、推动高质量发展", "3 二、增进民生福祉", "2 努力建设人民满意的政府", "3 一、坚持依法行政", "3 二、坚持廉洁从政"],
            Headings(glued + "\n"));
    }

    [Theory]
    [InlineData("2018年主要目标任务圆满完成，全市生产总值增长百分之七。")]
    [InlineData("我们始终把加强政府自身建设作为首要任务，各位代表提出的建议全部办结。")]
    [InlineData("2018年重点工作扎实推进，今年是决胜之年。")]
    public void Sentences_that_speak_of_work_and_goals_are_no_headings(string sentence)
    {
        var glued = $"一、2018年工作回顾过去的一年，{Prose(1)}{sentence}{Prose(2)}二、2019年工作安排2019年是新中国成立70周年。{Prose(3)}{sentence}{Prose(4)}";
        Assert.Equal(["2 一、2018年工作回顾", "2 二、2019年工作安排"], Headings(glued + "\n"));
    }

    [Fact]
    public void Numbers_whose_predecessor_is_missing_are_no_headings() => Assert.Equal(
        ["2 一、2018年工作回顾", "2 二、2019年工作安排"],
        Headings($"一、2018年工作回顾\n{Prose(1)}产值居全省第七、增速居全省第四、连续三年进位。\n二、2019年工作安排\n{Prose(2)}\n"));

    [Fact]
    public void Wrapped_lines_are_joined_although_a_page_has_furniture_too()
    {
        var body = string.Join('\n', Enumerable.Range(1, 8).Select(n => "　　" + Prose(n)).SelectMany(static line => line.Chunk(32)).Select(static part => new string(part)));
        var dump = SampleDumps.Of("wrapped.txt", "您当前的位置：首页 > 政务公开 > 规划计划 > 政府工作报告 > 正文\n" + Head + body + "\n　　" + Closing + "主办：某某市人民政府 承办：某某市人民政府办公室 邮编：250000 地址：某某路1号 电话：0731-12345678\n");
        var blocks = Blocks(dump);
        Assert.Equal(Enumerable.Range(1, 8).Select(Prose), blocks.Skip(2).SkipLast(1));
        Assert.StartsWith("各位代表！让我们", blocks[^1], StringComparison.Ordinal);
    }

    /// <summary>pdftotext begins each page with a form feed and gives its head, lines and foot in the order they stand in.</summary>
    [Theory]
    [InlineData("长沙市人民政府公报", "长沙市人民政府公报", "- {0} -")]
    [InlineData("2019年第2期 政府工作报告", "长沙市人民政府公报", "{0}")]
    [InlineData("政府工作报告", "政府工作报告", "第 {0} 页 共 9 页")]
    [InlineData("", "", "·{0}·")]
    public void Running_heads_and_page_numbers_of_a_PDF_go_and_its_paragraphs_come_together(string left, string right, string foot)
    {
        var lines = Enumerable.Range(1, 60).Select(n => "　　" + Prose(n)).SelectMany(static line => line.Chunk(34)).Select(static part => new string(part)).ToList();
        var pages = lines.Chunk(26).Select((page, i) => string.Join('\n', [i % 2 == 0 ? left : right, .. page, string.Format(System.Globalization.CultureInfo.InvariantCulture, foot, i + 1)]));
        var blocks = Blocks(SampleDumps.Of("report.pdf", Head + string.Join("\n\f", pages) + "\n　　" + Closing));
        Assert.Equal(Enumerable.Range(1, 60).Select(Prose), blocks.Skip(2).SkipLast(1));
    }

    /// <summary>A browser prints the hour and the title above each page, the address and the page's number below; pdftotext sets blank lines between.</summary>
    [Fact]
    public void What_a_browser_prints_around_its_pages_goes_and_its_paragraphs_come_together()
    {
        var lines = Enumerable.Range(1, 60).Select(Prose).SelectMany(static line => line.Chunk(34)).Select(static part => new string(part)).ToList();
        var pages = lines.Chunk(26).Select(static (page, i) => string.Join('\n', ["11/22/26, 2:08 AM", "", "某市文件汇编", "", .. page, "file:///report.html", "", $"{i + 1}/19", ""]));
        var blocks = Blocks(SampleDumps.Of("report.pdf", Head + string.Join("\n\f", pages) + "\n" + Closing));
        Assert.Equal(Enumerable.Range(1, 60).Select(Prose), blocks.Skip(2).SkipLast(1));
    }

    [Fact]
    public void After_an_abrupt_end_labels_of_the_page_go_and_what_reads_like_the_report_stays()
    {
        var dump = SampleDumps.Of("cut.txt", Head + Prose(1) + "\n" + Prose(2) + "\n（三）加快建设现代产业体系\n猜你喜欢\n最近更新\n");
        var blocks = Blocks(dump);
        Assert.Equal("（三）加快建设现代产业体系", blocks[^1]);
        Assert.Contains(ImportResult.Of([dump], Archive.Places).Diagnostics, static diagnostic => diagnostic.Code == "RA0305");
    }

    private static string About(int n) => "围绕高质量发展，" + Prose(n);

    private static string Prose(int n) => Sentences(n) + Sentences(n + 10);

    private static string Sentences(int n) =>
        $"全市上下坚持稳中求进工作总基调，统筹推进稳增长、促改革、调结构、惠民生、防风险各项工作，第{n}项任务全面完成，地区生产总值增长{n}.5%，城乡居民收入稳步提高。全年实施重点项目{n}20个，完成投资{n}35亿元，新增城镇就业{n}.2万人。";

    private static IEnumerable<string> Headings(string body) =>
        Read(SampleDumps.Of("structure.txt", Head + body + Closing)).Blocks.Where(static block => block.Kind == BlockKind.Heading).Select(static block => $"{block.Level} {block.Text}");

    private static List<string> Blocks(Dump dump) => [.. Read(dump).Blocks.Select(static block => block.Text)];

    private static Report Read(Dump dump) =>
        ReportReader.Read(Assert.Single(ImportResult.Of([dump], Archive.Places).Reports).Markdown, "reports/430100/2019-gwr.md", Archive.Places, new List<Diagnostic>())!;
}
