using ReportArchive.Concepts;
using ReportArchive.Sites;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Concepts;

public class RecurringExpressionTests
{
    [Fact]
    public void What_three_reports_put_in_quotation_marks_gets_a_page_without_a_definition()
    {
        var site = Archive("推行“链长制”。", "落实“链长制”，用好“链长制”。", "“链长制”走深走实。").Build();
        var concept = Assert.Single(site.Concepts);
        Assert.Equal(("链长制", "u/94fe/957f-5236", false), (concept.Label, concept.Slug.Value, concept.IsCurated));
        Assert.Equal([1, 2, 1], site.Uses[0].Select(static use => use.Count));
    }

    [Fact]
    public void It_is_then_found_without_quotation_marks_too()
    {
        var site = Archive("“链长制”。", "“链长制”。", "“链长制”。", "推行链长制。").Build();
        Assert.Equal(4, Assert.Single(site.Uses).Length);
    }

    [Fact]
    public void What_only_stands_within_a_described_name_gets_no_page()
    {
        var site = Archive("压减“三公”经费，“链长制”。", "严控“三公”经费，“链长制”。", "“三公”经费下降，“链长制”。").Concept("san-gong", "三公经费").Build();
        Assert.Equal(["三公经费", "链长制"], site.Concepts.Select(static concept => concept.Label));
        Assert.Equal([3, 3], site.Uses.Select(static uses => uses.Length));
        Assert.Equal([0, 1], site.Occurrences[0].Select(static occurrence => occurrence.Concept));
        Assert.Equal([0, 1], site.Matcher.Find("“三公”经费、链长制、三公").Select(static match => match.Concept));
    }

    [Fact]
    public void What_stands_by_itself_in_too_few_reports_gets_no_page()
    {
        var site = Archive("压减“三公”经费，“链长制”。", "严控“三公”经费，“链长制”。", "“三公”经费下降，“三公”公开，“链长制”。").Concept("san-gong", "三公经费").Build();
        Assert.Equal(["三公经费", "链长制"], site.Concepts.Select(static concept => concept.Label));
        Assert.Equal([3, 3], site.Uses.Select(static uses => uses.Length));
        Assert.Empty(site.Matcher.Find("三公"));
    }

    [Theory]
    [InlineData(27, true)]
    [InlineData(28, false)]
    public void Words_that_nearly_every_report_writes_without_quotation_marks_get_no_page(int unquoted, bool isName)
    {
        string[] texts = ["加快“文化服务”。", "优化“文化服务”。", "提升“文化服务”。", .. Enumerable.Repeat("发展文化服务。", unquoted)];
        Assert.Equal(isName, Archive(texts).Build().Concepts.Length == 1);
    }

    [Fact]
    public void Two_reports_are_too_few_however_often_they_say_it() =>
        Assert.Empty(Archive("“链长制”“链长制”。", "“链长制”，“链长制”。", "链长制。").Build().Concepts);

    [Fact]
    public void The_least_number_of_reports_is_a_setting()
    {
        var archive = new SampleArchive { Settings = SiteSettings.Default with { QuotedInReports = 2 } };
        archive.Report("370306/2021/gwr", "“链长制”。").Report("370306/2022/gwr", "推行“链长制”。");
        Assert.Equal("链长制", Assert.Single(archive.Build().Concepts).Label);
    }

    [Theory]
    [InlineData("label", "链长制", "")]
    [InlineData("alias", "产业链长", "aliases: [链长制]\n")]
    [InlineData("variant", "产业链长", "variants: [链 长制]\n")]
    public void What_a_file_describes_is_not_found_anew(string by, string label, string more)
    {
        var site = Archive("“链长制”。", "推行“链长制”。", "“链长制”好。").Concept("lian-zhang-zhi", label, more).Build();
        Assert.True(Assert.Single(site.Concepts).IsCurated, by);
    }

    [Theory]
    [InlineData("“增”")]
    [InlineData("“一二三四五六七八九十甲乙丙”")]
    [InlineData("“稳增长、促改革”")]
    [InlineData("“GDP”")]
    [InlineData("“房住 不炒”")]
    [InlineData("“未完")]
    public void A_letter_a_sentence_and_a_foreign_word_are_no_names(string quoted) =>
        Assert.Empty(QuotedExpressions.In(quoted));

    [Theory]
    [InlineData("“双招双引”“一链一策”", "双招双引", "一链一策")]
    [InlineData("“5G+”新基建，“一网通办”", "一网通办")]
    [InlineData("““十四五”规划”", "十四五")]
    [InlineData("“十三五”，“十三五”", "十三五", "十三五")]
    public void Names_are_found_in_reading_order(string text, params string[] names) => Assert.Equal(names, QuotedExpressions.In(text));

    private static SampleArchive Archive(params string[] bodies)
    {
        var archive = new SampleArchive();
        for (var i = 0; i < bodies.Length; i++)
            archive.Report($"370306/{2020 + i}/gwr", bodies[i]);
        return archive;
    }
}
