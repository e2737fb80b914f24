using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Parallels;

namespace ReportArchive.Tests.Parallels;

public sealed class CommonRunsTests
{
    [Theory]
    [InlineData("全市上下坚持稳中求进工作总基调", "全区上下坚持稳中求进工作总基调", "上下坚持稳中求进工作总基调")]
    [InlineData("完成投资607亿元，建成141个项目", "完成投资107亿元，建成23个项目", "完成投资|07亿元，建成")]
    [InlineData("甲乙丙丁戊己", "戊己甲乙丙丁", "甲乙丙丁")]
    [InlineData("一二三", "一二三", "")]
    [InlineData("", "甲乙丙丁", "")]
    public void What_two_texts_have_in_common_is_found(string left, string right, string common) =>
        Assert.Equal(common, string.Join('|', CommonRuns.Of(left, right).Select(run => left.Substring(run.Left, run.Length))));

    [Fact]
    public void Runs_are_equal_in_both_texts_and_in_order_and_do_not_overlap()
    {
        var texts = Gen.Elements('甲', '乙', '丙').ListOf().Select(static list => string.Concat(list));

        Prop.ForAll(Gen.Zip(texts, texts).ToArbitrary(), static pair =>
        {
            var (left, right) = pair;
            var (i, j) = (0, 0);
            return CommonRuns.Of(left, right).All(run =>
            {
                var ok = run.Length >= 4 && run.Left >= i && run.Right >= j && left.Substring(run.Left, run.Length) == right.Substring(run.Right, run.Length);
                (i, j) = (run.Left + run.Length, run.Right + run.Length);
                return ok;
            });
        }).Check(Config.QuickThrowOnFailure);
    }
}
