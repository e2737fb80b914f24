using ReportArchive.Citations;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Citations;

/// <summary>
/// The strings expected were compared with what citeproc prints for the same items: GB/T 7714 with the styles of zotero-chinese of
/// May 2026, APA, Chicago and MLA with the styles of citation-style-language of August 2026.
/// </summary>
public sealed class ReferenceFormTests
{
    private static string Write(string form, Citation citation) =>
        CitationForms.References.Single(f => string.Equals(f.Key, form, StringComparison.Ordinal)).Write(citation).ToText(Works.Accessed);

    [Theory]
    [InlineData("gbt2025", "淄博市周村区人民政府. 2023年周村区政府工作报告[R/OL]. 2023-01-07. https://baogao.example/r/370306/2023/gwr/.")]
    [InlineData("gbt2015", "淄博市周村区人民政府. 2023年周村区政府工作报告[R/OL]. (2023-01-07)[2026-11-21]. https://baogao.example/r/370306/2023/gwr/.")]
    [InlineData("apa", "淄博市周村区人民政府. (2023). 2023年周村区政府工作报告. https://baogao.example/r/370306/2023/gwr/")]
    [InlineData("chicago", "淄博市周村区人民政府. 2023年周村区政府工作报告. 2023. https://baogao.example/r/370306/2023/gwr/.")]
    [InlineData("mla", "淄博市周村区人民政府. 2023年周村区政府工作报告. 7 Jan. 2023, https://baogao.example/r/370306/2023/gwr/.")]
    public void A_report_with_everything_stated(string form, string expected) =>
        Assert.Equal(expected, Write(form, Works.ZhoucunReport));

    [Theory]
    [InlineData("gbt2025", "滕州市姜屯镇人民政府. 2020年姜屯镇政府工作报告[R/OL]. [2020]. https://baogao.example/r/370481107/2020/gwr/.")]
    [InlineData("gbt2015", "滕州市姜屯镇人民政府. 2020年姜屯镇政府工作报告[R/OL]. [2020][2026-11-21]. https://baogao.example/r/370481107/2020/gwr/.")]
    [InlineData("apa", "滕州市姜屯镇人民政府. (ca. 2020). 2020年姜屯镇政府工作报告. https://baogao.example/r/370481107/2020/gwr/")]
    [InlineData("chicago", "滕州市姜屯镇人民政府. 2020年姜屯镇政府工作报告. [2020?]. https://baogao.example/r/370481107/2020/gwr/.")]
    [InlineData("mla", "滕州市姜屯镇人民政府. 2020年姜屯镇政府工作报告. Circa 2020, https://baogao.example/r/370481107/2020/gwr/.")]
    public void A_report_of_a_town_whose_day_nobody_states(string form, string expected) =>
        Assert.Equal(expected, Write(form, Works.Undated));

    [Theory]
    [InlineData("gbt2025", "地方政府报告档案. 四减四增[EB/OL]. [2026-11-21]. https://baogao.example/c/si-jian-si-zeng/.")]
    [InlineData("gbt2015", "地方政府报告档案. 四减四增[EB/OL]. [2026-11-21]. https://baogao.example/c/si-jian-si-zeng/.")]
    [InlineData("apa", "地方政府报告档案. (n.d.). 四减四增. Retrieved November 21, 2026, from https://baogao.example/c/si-jian-si-zeng/")]
    [InlineData("chicago", "地方政府报告档案. “四减四增.” Accessed November 21, 2026. https://baogao.example/c/si-jian-si-zeng/.")]
    [InlineData("mla", "“四减四增.” 地方政府报告档案, https://baogao.example/c/si-jian-si-zeng/. Accessed 21 Nov. 2026.")]
    public void A_concept(string form, string expected) => Assert.Equal(expected, Write(form, Works.Concept));

    [Theory]
    [InlineData("山东省/青岛市", "370000/370200", "2021年青岛市政府工作报告", "2021-01-12", "青岛市人民政府. 2021年青岛市政府工作报告[R/OL]. 2021-01-12. ")]
    [InlineData("山东省/淄博市", "370000/370300", "2023年淄博市政府工作报告", "2022-12-28", "淄博市人民政府. 2023年淄博市政府工作报告[R/OL]. 2022-12-28. ")]
    [InlineData("山东省/济南市/历城区", "370000/370100/370112", "2021年历城区政府工作报告", "2021-01-27", "济南市历城区人民政府. 2021年历城区政府工作报告[R/OL]. 2021-01-27. ")]
    [InlineData("山东省/济宁市/金乡县", "370000/370800/370828", "2021年金乡县政府工作报告", "2021-01-11", "济宁市金乡县人民政府. 2021年金乡县政府工作报告[R/OL]. 2021-01-11. ")]
    [InlineData("山东省/临沂市/兰陵县/兰陵镇", "370000/371300/371324/371324101", "2019年兰陵镇政府工作报告", "2019-03-23", "兰陵县兰陵镇人民政府. 2019年兰陵镇政府工作报告[R/OL]. 2019-03-23. ")]
    public void Reports_of_every_level_in_the_default_form(string names, string codes, string title, string date, string expected)
    {
        var path = Works.Path(names, codes);
        var citation = Works.Cite(path, Works.Matter(path[^1], title, int.Parse(title[..4], System.Globalization.CultureInfo.InvariantCulture), date));
        Assert.Equal(expected + citation.Url + ".", Write("gbt2025", citation));
    }

    [Fact]
    public void A_plan_report_is_the_governments_too()
    {
        var path = Works.Path("山东省/聊城市/东昌府区", "370000/371500/371502");
        var matter = Works.Matter(
            path[^1], "关于东昌府区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告", 2024, "2024-01-17", ReportKind.Plan,
            speaker: "张健", office: "发展和改革局局长");
        Assert.Equal(
            "聊城市东昌府区人民政府. 关于东昌府区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告[R/OL]. 2024-01-17. https://baogao.example/r/371502/2024/plan/.",
            Write("gbt2025", Works.Cite(path, matter)));
    }

    [Fact]
    public void A_missing_speaker_changes_no_reference()
    {
        var without = Works.Cite(Works.Zhoucun, Works.ZhoucunMatter with { Speaker = null, Office = null });
        Assert.All(CitationForms.References, form =>
            Assert.Equal(form.Write(Works.ZhoucunReport).ToText(), form.Write(without).ToText()));
    }

    [Fact]
    public void A_paragraph_is_cited_by_its_own_address()
    {
        var paragraph = Works.ZhoucunReport.At(new AnchorId(17));
        Assert.Equal(
            "淄博市周村区人民政府. 2023年周村区政府工作报告[R/OL]. 2023-01-07. https://baogao.example/r/370306/2023/gwr/#p17.",
            Write("gbt2025", paragraph));
        Assert.All(CitationForms.References, form => Assert.Contains("/gwr/#p17", form.Write(paragraph).ToText(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_day_of_access_is_left_to_the_reader_when_it_is_not_given() =>
        Assert.Contains("(2023-01-07)[引用日期]. ", GbT7714.Edition2015(Works.ZhoucunReport).ToText(), StringComparison.Ordinal);

    [Fact]
    public void The_2025_edition_comes_first() => Assert.Equal("gbt2025", CitationForms.References[0].Key);
}
