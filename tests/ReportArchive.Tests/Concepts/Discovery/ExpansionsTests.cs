using ReportArchive.Concepts.Discovery;
using ReportArchive.Text;

namespace ReportArchive.Tests.Concepts.Discovery;

public sealed class ExpansionsTests
{
    [Theory]
    [InlineData("全力答好区域融合、产业转型、城市建设、乡村振兴、改革创新、品质民生“六张时代新答卷”，", "六张时代新答卷", "区域融合 产业转型 城市建设 乡村振兴 改革创新 品质民生")]
    [InlineData("坚持“双招双引”（招商引资、招才引智）不动摇", "双招双引", "招商引资 招才引智")]
    [InlineData("实施融合、聚焦、开放“三大战略”", "三大战略", "融合 聚焦 开放")]
    [InlineData("强力推进西城崛起、产业升级、城市更新、振兴乡村“四大行动”", "四大行动", "西城崛起 产业升级 城市更新 振兴乡村")]
    [InlineData("建设经济强、百姓富、环境美、质量优“强富美优”淄博", "强富美优", "经济强 百姓富 环境美 质量优")]
    [InlineData("突出抓好“三大工程”：强村工程、富民工程、美居工程。", "三大工程", "强村工程 富民工程 美居工程")]
    public void A_text_that_spells_a_formula_out_is_heard(string text, string formula, string parts) =>
        Assert.Equal(parts, Parts(text, formula));

    [Theory]
    [InlineData("推进产业、能源“四减四增”", "四减四增")]
    [InlineData("粮食、蔬菜、水果、“四减四增”", "四减四增")]
    [InlineData("完成任务。“三大工程”顺利推进", "三大工程")]
    [InlineData("推进经济强、百姓富“强富美优”", "强富美优")]
    public void A_list_of_another_number_is_not_taken_for_its_parts(string text, string formula) =>
        Assert.Equal("", Parts(text, formula));

    private static string Parts(string text, string formula) =>
        string.Join(' ', Expansions.At(text, new TextRange(text.IndexOf(formula, StringComparison.Ordinal), formula.Length))?.Parts ?? []);
}
