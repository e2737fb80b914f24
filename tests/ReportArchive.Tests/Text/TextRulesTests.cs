using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Import;
using ReportArchive.Text.Rules;

namespace ReportArchive.Tests.Text;

/// <summary>Each rule of normalisation, by what it must do and what it must leave alone.</summary>
public class TextRulesTests
{
    [Theory]
    [InlineData("增长5.5%,投资1,000万元;比例1:3", "增长5.5%，投资1,000万元；比例1:3")]
    [InlineData("分别达到72.6%,67.84%和37.1%", "分别达到72.6%，67.84%和37.1%")]
    [InlineData("各位代表:现在,我代表", "各位代表：现在，我代表")]
    [InlineData("上午10:30开会", "上午10:30开会")]
    [InlineData("(一)抓经济、稳运行(含文昌湖1.7亿元)", "（一）抓经济、稳运行（含文昌湖1.7亿元）")]
    [InlineData("布局“1+3+4”产业链", "布局“1+3+4”产业链")]
    [InlineData("见http://www.zibo.gov.cn/a,b.html,请", "见http://www.zibo.gov.cn/a,b.html，请")]
    [InlineData("GDP,CPI和PM2.5,PM10", "GDP，CPI和PM2.5，PM10")]
    [InlineData("Hello, world (a, b).", "Hello, world (a, b).")]
    [InlineData("1.提升能力.2.改善民生.", "1.提升能力。2.改善民生。")]
    [InlineData("增长5%.2023年,完成", "增长5%。2023年，完成")]
    [InlineData("一.工作回顾", "一、工作回顾")]
    [InlineData("奋斗!努力?", "奋斗！努力？")]
    [InlineData("等等...同志们", "等等……同志们")]
    [InlineData("达到100.二是", "达到100。二是")]
    [InlineData("投资27,203,319元", "投资27,203,319元")]
    [InlineData("见表1.主要指标", "见表1.主要指标")]
    public void Narrow_punctuation_widens_next_to_chinese_only(string raw, string clean) => Assert.Equal(clean, TextRules.Normalise(raw));

    [Theory]
    [InlineData("二○二一年", "二〇二一年")]
    [InlineData("二ΟΟ八年", "二〇〇八年")]
    [InlineData("二O一O年", "二〇一〇年")]
    [InlineData("一九九○年", "一九九〇年")]
    [InlineData("○一、标题", "○一、标题")]
    [InlineData("三零三医院", "三零三医院")]
    [InlineData("O2O平台", "O2O平台")]
    public void The_zero_of_a_chinese_year_is_one_character(string raw, string clean) => Assert.Equal(clean, TextRules.Normalise(raw));

    [Theory]
    [InlineData("１９９８年增长７．８％", "1998年增长7.8%")]
    [InlineData("ＧＤＰ", "GDP")]
    [InlineData("１．提升能力", "1.提升能力")]
    [InlineData("全文，完。", "全文，完。")]
    public void Full_width_digits_and_letters_become_ordinary(string raw, string clean) => Assert.Equal(clean, TextRules.Normalise(raw));

    [Theory]
    [InlineData("李 晓 红", "李晓红")]
    [InlineData("政　府　工　作　报　告", "政府工作报告")]
    [InlineData("1 9 9 8 年", "1998年")]
    [InlineData("New  York 市", "New York市")]
    [InlineData("新增 5 家", "新增5家")]
    [InlineData("行\u00A0间\n　　段首", "行间\n段首")]
    public void Spaces_next_to_chinese_go(string raw, string clean) => Assert.Equal(clean, TextRules.Normalise(raw));

    [Theory]
    [InlineData("\"双招双引\"和\"四减四增\"", "“双招双引”和“四减四增”")]
    [InlineData("〝放管服〞改革", "“放管服”改革")]
    [InlineData("”一带一路“沿线", "“一带一路”沿线")]
    [InlineData("“文旅+‘1+3+4’产业链”", "“文旅+‘1+3+4’产业链”")]
    [InlineData("don't and '十四五'规划", "don't and‘十四五’规划")]
    [InlineData("坚持“保争提做", "坚持“保争提做")]
    public void Quotation_marks_pair(string raw, string clean) => Assert.Equal(clean, TextRules.Normalise(raw));

    [Theory]
    [InlineData("──我们坚持", "——我们坚持")]
    [InlineData("--2023年1月7日", "——2023年1月7日")]
    [InlineData("COVID-19和3-5家", "COVID-19和3-5家")]
    [InlineData("水城•两河明珠", "水城·两河明珠")]
    [InlineData("• 列表", "•列表")]
    [InlineData("质量显着改善", "质量显著改善")]
    [InlineData("彰显着力量", "彰显着力量")]
    [InlineData("自己经营，己经完成", "自己经营，已经完成")]
    [InlineData("谷子经济、悦己经济", "谷子经济、悦己经济")]
    [InlineData("⼯⼈和⺠⽣", "工人和民生")]
    [InlineData("零\u200B宽\u00AD字符", "零宽字符")]
    public void Dashes_dots_slips_and_strange_characters_are_mended(string raw, string clean) => Assert.Equal(clean, TextRules.Normalise(raw));

    [Fact]
    public void Normalised_text_needs_no_more_normalisation_and_keeps_its_letters()
    {
        var pieces = Gen.Elements(
            "经济", "增长5.5%,投资", "达1,000万元.其中", "完成:一是", "占比(含文昌湖)为", "深化\"双招双引\"工作", "‘1+3+4’链", "区 长　李 晓红同志", "二○二一年", "其中 GDP, CPI 等",
            "水城•明珠", "２９家；第", "“放管服”改革", "。\n1.提升", "质量显着改善", "见http://a.b/c 网", "分别为72.6%,67.84%和3.1%", "上午10:30在", "新建5 处。");
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5000),
            Prop.ForAll(pieces.ListOf().Select(static list => string.Concat(list)).ToArbitrary(), static text =>
            {
                var once = TextRules.Normalise(text);
                return TextRules.Normalise(once) == once && SameLetters(text, once);
            }));
    }

    private static bool SameLetters(string before, string after) =>
        BareText.Of(before.Replace('○', '〇').Normalize(System.Text.NormalizationForm.FormKC)).Replace("一0", "一〇", StringComparison.Ordinal).Length == BareText.Of(after).Length;
}
