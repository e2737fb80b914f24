using ReportArchive.Concepts.Discovery;

namespace ReportArchive.Tests.Concepts.Discovery;

public sealed class FormulaNumeralTests
{
    [Theory]
    [InlineData("六张时代新答卷", "6")]
    [InlineData("双招双引", "2 4")]
    [InlineData("四减四增", "4 8")]
    [InlineData("两不愁三保障", "5")]
    [InlineData("三化一型", "3 4")]
    [InlineData("双一流", "2 3")]
    [InlineData("“五个一”全流程服务", "5 6")]
    [InlineData("十大行动", "10")]
    [InlineData("十二个着力", "12")]
    [InlineData("“六稳”", "6")]
    [InlineData("三区三线", "3 6")]
    [InlineData("三年行动计划", "")]
    [InlineData("二十四字目标定位", "")]
    [InlineData("十四五", "")]
    [InlineData("一次办好", "")]
    [InlineData("五中全会", "")]
    [InlineData("强富美优", "")]
    [InlineData("一", "")]
    public void A_formula_says_how_many_parts_it_has(string name, string counts) =>
        Assert.Equal(counts, string.Join(' ', FormulaNumeral.PartsOf(name)));
}
