using System.Text.Json;
using ReportArchive.Citations;

namespace ReportArchive.Tests.Citations;

public sealed class CitationFileTests
{
    [Fact]
    public void A_BibTeX_entry_keeps_the_institution_from_being_taken_for_a_person() => Assert.Equal(
        """
        @techreport{gwr-370306-2023,
          author = {{淄博市周村区人民政府}},
          title = {{2023年周村区政府工作报告}},
          institution = {淄博市周村区人民政府},
          date = {2023-01-07},
          year = {2023},
          month = jan,
          url = {https://baogao.example/r/370306/2023/gwr/},
          langid = {chinese},
          language = {zh-CN},
          keywords = {六张时代新答卷, 四减四增},
          note = {李晓红（区长）在淄博市周村区第十九届人民代表大会第二次会议上所作报告}
        }

        """,
        BibTeX.Write(Works.ZhoucunReport));

    [Fact]
    public void An_inferred_year_is_marked_in_BibTeX_where_the_format_has_a_mark()
    {
        var entry = BibTeX.Write(Works.Undated);
        Assert.Contains("  date = {2020~},\n  year = {2020},\n  url", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("note", entry, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A&B 100% #1 $2 a_b", @"A\&B 100\% \#1 \$2 a\_b")]
    [InlineData(@"{a\b}", @"\{a\textbackslash{}b\}")]
    [InlineData("~^", @"\textasciitilde{}\textasciicircum{}")]
    [InlineData("“1+9+N”机制，增长5.5%", @"“1+9+N”机制，增长5.5\%")]
    public void TeX_commands_in_a_title_are_written_out(string title, string escaped) => Assert.Equal(escaped, BibTeX.Escape(title));

    [Fact]
    public void An_RIS_record_is_a_report_without_a_publisher() => Assert.Equal(
        string.Join("\r\n", (string[])
        [
            "TY  - RPRT",
            "ID  - gwr-370306-2023",
            "AU  - 淄博市周村区人民政府",
            "TI  - 2023年周村区政府工作报告",
            "PY  - 2023",
            "DA  - 2023/01/07",
            "UR  - https://baogao.example/r/370306/2023/gwr/",
            "LA  - zh-CN",
            "KW  - 六张时代新答卷",
            "KW  - 四减四增",
            "N1  - 李晓红（区长）在淄博市周村区第十九届人民代表大会第二次会议上所作报告",
            "ER  - ",
            "",
        ]),
        Ris.Write(Works.ZhoucunReport));

    [Fact]
    public void A_line_end_in_a_value_cannot_begin_a_new_tag()
    {
        var record = Ris.Write(Works.ZhoucunReport with { Title = "政府\r\nTY  - BOOK\n工作报告" });
        Assert.Contains("TI  - 政府 TY  - BOOK 工作报告\r\n", record, StringComparison.Ordinal);
    }

    [Fact]
    public void A_CSL_item_is_a_report_with_a_literal_author_and_no_publisher()
    {
        using var json = JsonDocument.Parse(CslJson.Write(Works.ZhoucunReport));
        var item = json.RootElement[0];
        Assert.Equal("report", item.GetProperty("type").GetString());
        Assert.Equal("淄博市周村区人民政府", item.GetProperty("author")[0].GetProperty("literal").GetString());
        Assert.Equal([2023, 1, 7], item.GetProperty("issued").GetProperty("date-parts")[0].EnumerateArray().Select(part => part.GetInt32()));
        Assert.False(item.TryGetProperty("publisher", out _));
        Assert.False(item.TryGetProperty("event-title", out _));
    }

    [Fact]
    public void An_inferred_year_is_circa_in_CSL()
    {
        using var json = JsonDocument.Parse(CslJson.Write(Works.Undated));
        var issued = json.RootElement[0].GetProperty("issued");
        Assert.True(issued.GetProperty("circa").GetBoolean());
        Assert.Equal(2020, issued.GetProperty("date-parts")[0][0].GetInt32());
    }

    [Fact]
    public void A_file_of_several_works_holds_them_all()
    {
        Citation[] works = [Works.ZhoucunReport, Works.Undated, Works.Concept];
        foreach (var form in CitationForms.Files)
        {
            var file = form.Write(works);
            Assert.All(works, work => Assert.Contains(work.Key, file, StringComparison.Ordinal));
        }
    }
}
