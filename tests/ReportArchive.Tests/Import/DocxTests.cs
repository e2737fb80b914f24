using ReportArchive.Diagnostics;
using ReportArchive.Import;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Import;

/// <summary>Word files: text, the numbers Word counts, tables, revisions, notes.</summary>
public class DocxTests
{
    private const string Numbering =
        """
        <w:abstractNum w:abstractNumId="7">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
        """;

    [Fact]
    public void Numbers_that_Word_counts_are_in_the_text()
    {
        var body = SampleDocx.Paragraph("工作回顾", 0) + SampleDocx.Paragraph("经济", 1) + SampleDocx.Paragraph("社会", 1) + SampleDocx.Paragraph("工作安排", 0) + SampleDocx.Paragraph("经济", 1);
        Assert.Equal(["一、工作回顾", "（一）经济", "（二）社会", "二、工作安排", "（一）经济"], Lines(SampleDocx.Of(body, Numbering)));
    }

    [Fact]
    public void A_table_becomes_rows_and_in_the_end_a_table_of_the_report()
    {
        const string Table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2019年</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>总值|亿元</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>72.6</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        Assert.Equal(["| 指标 | 2019年 |", "| 总值｜亿元 | 72.6 |"], Lines(SampleDocx.Of(Table)));

        var frame = SampleDumps.Frame("370306/2023-gwr").Concat(SampleDumps.Lines("370306/2023-gwr")).Select(static line => SampleDocx.Paragraph(line)).ToList();
        frame.Insert(9, Table);
        var report = Assert.Single(ImportResult.Of([Read(SampleDocx.Of(string.Concat(frame)))], Archive.Places).Reports);
        var blocks = ReportReader.Read(report.Markdown, "reports/370306/2023-gwr.md", Archive.Places, new List<Diagnostic>())!.Blocks;
        var table = Assert.Single(blocks, static block => block.Kind == BlockKind.Table);
        Assert.Equal("指标\t2019年\n总值｜亿元\t72.6", table.Text);
        Assert.Equal(SampleDumps.Lines("370306/2023-gwr"), blocks.Where(static block => block.Kind != BlockKind.Table).Select(static block => block.Text));
    }

    [Fact]
    public void What_was_deleted_or_hidden_is_left_out_and_what_was_inserted_stays()
    {
        const string Body = "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>5%</w:delText></w:r></w:del><w:ins><w:r><w:t>6%</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:t>。</w:t></w:r></w:p>";
        Assert.Equal(["增长6%。"], Lines(SampleDocx.Of(Body)));
    }

    [Fact]
    public void A_table_of_one_cell_only_frames_its_text() => Assert.Equal(
        ["各位代表：", "现在报告工作。"], Lines(SampleDocx.Of("<w:tbl><w:tr><w:tc>" + SampleDocx.Paragraph("各位代表：") + SampleDocx.Paragraph("现在报告工作。") + "</w:tc></w:tr></w:tbl>")));

    private static string[] Lines(byte[] docx) => Read(docx).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static Dump Read(byte[] docx) => DumpReader.Read(new RawFile("report.docx", docx), new List<Diagnostic>())!;
}
