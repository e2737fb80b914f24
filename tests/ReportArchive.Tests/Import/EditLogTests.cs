using System.Text;
using ReportArchive.Diagnostics;
using ReportArchive.Import;

namespace ReportArchive.Tests.Import;

public class EditLogTests
{
    public static TheoryData<string> Reports => ["370306/2023-gwr", "370300/2023-gwr", "371502/2024-plan", "370200/2021-gwr", "370481107/2020-gwr"];

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_dump_can_be_rebuilt_from_the_Markdown_and_the_log(string id)
    {
        AssertInverts(SampleDumps.Page(id));
        AssertInverts(SampleDumps.Pages(id));
        AssertInverts(SampleDumps.List(id));
        AssertInverts(SampleDumps.Half(id));
        AssertInverts(DumpReader.Read(SampleDumps.Html(id), new List<Diagnostic>())!);
    }

    [Fact]
    public void So_can_a_list_of_ten_reports_and_a_dump_whose_report_was_taken_from_another()
    {
        AssertInverts(SampleDumps.List("370200/2021-gwr", "370112/2021-gwr", "370828/2021-gwr", "371302/2021-gwr", "371525/2021-gwr", "370481107/2020-gwr", "370505101/2019-gwr", "370830003/2019-gwr", "371324102/2019-gwr", "371324110/2019-gwr"));
        AssertInverts(SampleDumps.Half("370306/2023-gwr"), SampleDumps.Page("370306/2023-gwr"), SampleDumps.Pages("370306/2023-gwr"));
        AssertInverts(SampleDumps.Of("nothing.txt", "今天天气不错。\n"));
    }

    [Fact]
    public void A_line_names_rule_offset_and_both_texts()
    {
        var dump = SampleDumps.Page("370306/2023-gwr");
        var log = ImportResult.Of([dump], Archive.Places).Logs().Single();
        Assert.Equal("boilerplate", log.Edits[0].Rule);
        Assert.StartsWith("首页 > 公文大全", log.Edits[0].Before, StringComparison.Ordinal);
        var comma = log.Edits.First(static edit => edit.Before == ",");
        Assert.Equal(("370306/2023/gwr", "narrow-punctuation", "，"), (comma.Report, comma.Rule, comma.After));
        Assert.Equal(',', dump.Text[comma.Offset]);
        Assert.All(log.Edits, edit => Assert.Equal(edit.Before, dump.Text.Substring(edit.Offset, edit.Before.Length)));
    }

    [Fact]
    public void Markdown_that_was_changed_since_does_not_pass_for_what_was_logged()
    {
        var dump = SampleDumps.Page("370306/2023-gwr");
        var result = ImportResult.Of([dump], Archive.Places);
        var markdown = result.Reports.Single().Markdown;
        var log = result.Logs().Single();
        Assert.Throws<FormatException>(() => log.Rebuild(_ => markdown.Replace("，", ",", StringComparison.Ordinal)));
        Assert.Throws<FormatException>(() => log.Rebuild(_ => markdown[..(markdown.Length / 2)]));
    }

    private static void AssertInverts(params Dump[] dumps)
    {
        var result = ImportResult.Of(dumps, Archive.Places);
        var markdown = result.Reports.ToDictionary(static report => report.Id.ToString(), static report => report.Markdown, StringComparer.Ordinal);
        var json = string.Concat(result.Logs().Select(static log => Encoding.UTF8.GetString(EditLogJson.Write(log))));
        var logs = EditLogJson.Read(json);
        Assert.Equal(dumps.Select(static dump => dump.Name), logs.Select(static log => log.Dump));
        foreach (var (dump, log) in dumps.Zip(logs))
            Assert.Equal(dump.Text, log.Rebuild(id => markdown[id]));
    }
}
