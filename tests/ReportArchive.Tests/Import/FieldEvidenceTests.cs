using System.Text;
using System.Text.Json;
using ReportArchive.Diagnostics;
using ReportArchive.Import;

namespace ReportArchive.Tests.Import;

/// <summary>Each field of the front matter is shown with the words of the dump it was taken from, and where they stand.</summary>
public class FieldEvidenceTests
{
    private const string Frame = "首页 > 政务公开\n2023年周村区政府工作报告\n——2023年1月7日在淄博市周村区第十九届\n人民代表大会第二次会议上\n区 长　李晓红\n";

    [Fact]
    public void Each_field_names_its_words_line_and_column()
    {
        var dump = SampleDumps.Of("a.txt", Frame + Body());
        var evidence = ImportResult.Of([dump], Archive.Places).Reports.Single().Witnesses.Best.Evidence();
        Assert.Equal(
            [
                ("title", "2023年周村区政府工作报告", "2023年周村区政府工作报告", "a.txt:2:1"),
                ("place", "山东省/淄博市/周村区", "淄博市周村区第十九届\n人民代表大会第二次会议", "a.txt:3:13"),
                ("year", "2023", "2023年周村区政府工作报告", "a.txt:2:1"),
                ("kind", "gwr", "2023年周村区政府工作报告", "a.txt:2:1"),
                ("date", "2023-01-07", "2023年1月7日", "a.txt:3:3"),
                ("meeting", "淄博市周村区第十九届人民代表大会第二次会议", "淄博市周村区第十九届\n人民代表大会第二次会议", "a.txt:3:13"),
                ("speaker", "李晓红", "区 长　李晓红", "a.txt:5:1"),
                ("office", "区长", "区 长　李晓红", "a.txt:5:1"),
            ],
            evidence.Select(static field => (field.Field, field.Value, field.Words, field.Span.ToString())));
        Assert.All(evidence, field => Assert.Equal(field.Words, dump.Text.Substring(field.Offset, field.Words.Length)));
    }

    [Fact]
    public void A_field_that_no_words_say_says_so()
    {
        var dump = SampleDumps.Of("a.txt", "——2023年1月7日在淄博市周村区第十九届人民代表大会第二次会议上\n" + Body());
        var evidence = ImportResult.Of([dump], Archive.Places).Reports.Single().Witnesses.Best.Evidence();
        Assert.Equal([("title", ""), ("kind", "")], evidence.Where(static field => field.Offset < 0).Select(static field => (field.Field, field.Words)));
        Assert.DoesNotContain(evidence, static field => field.Field == "speaker");
    }

    [Fact]
    public void The_log_has_a_line_for_each_field()
    {
        var log = ImportResult.Of([SampleDumps.Of("a.txt", Frame + Body())], Archive.Places).Logs().Single();
        var lines = Encoding.UTF8.GetString(EditLogJson.Write(log)).Split('\n');
        using var year = JsonDocument.Parse(Assert.Single(lines, static line => line.Contains("\"field\":\"year\"", StringComparison.Ordinal)));
        Assert.Equal("""{"report":"370306/2023/gwr","field":"year","value":"2023","offset":10,"line":2,"column":1,"words":"2023年周村区政府工作报告"}""", year.RootElement.GetRawText());
        Assert.Equal(log.Edits, EditLogJson.Read(string.Join('\n', lines)).Single().Edits);
    }

    [Theory]
    [InlineData("2021年周村区", "the title '2021年周村区政府工作报告' (line 2) says 2021", "a.txt:2:1")]
    [InlineData("2024年周村区", "the title '2024年周村区政府工作报告' (line 2) says 2024", "a.txt:2:1")]
    public void A_conflict_shows_both_sides_and_where_they_stand(string title, string says, string at)
    {
        var dump = SampleDumps.Of("a.txt", Frame.Replace("2023年周村区", title, StringComparison.Ordinal) + Body());
        var conflict = Assert.Single(ImportResult.Of([dump], Archive.Places).Diagnostics, static diagnostic => diagnostic.Code == "RA0302");
        Assert.Equal((Severity.Warning, at), (conflict.Severity, conflict.Span.ToString()));
        Assert.StartsWith("the plan year is 2023 by the heading '二、2023年经济社会发展目标和工作重点' (line ", conflict.Message, StringComparison.Ordinal);
        Assert.EndsWith(says, conflict.Message, StringComparison.Ordinal);
    }

    private static string Body() => string.Join('\n', SampleDumps.Lines("370306/2023-gwr")) + "\n";
}
