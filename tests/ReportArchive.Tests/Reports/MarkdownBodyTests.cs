using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Diagnostics;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Reports;

public class MarkdownBodyTests
{
    [Fact]
    public void Blocks_are_numbered_in_reading_order_and_know_their_lines()
    {
        var blocks = Parse("各位代表：\n\n## 一、回顾\n\n过去一年。\n\n- 甲\n- 乙\n\n#### 1.细目\n", firstLine: 7);
        Assert.Equal(
            [("p1", BlockKind.Paragraph, 0, "各位代表：", 7), ("p2", BlockKind.Heading, 2, "一、回顾", 9), ("p3", BlockKind.Paragraph, 0, "过去一年。", 11), ("p4", BlockKind.List, 0, "甲\n乙", 13), ("p5", BlockKind.Heading, 4, "1.细目", 16)],
            blocks.Select(block => (block.Anchor.ToString(), block.Kind, block.Level, block.Text, block.Line)));
    }

    [Theory]
    [InlineData("- 甲\n- 乙", null, "甲", "乙")]
    [InlineData("* 甲\n* 乙\n* 丙", null, "甲", "乙", "丙")]
    [InlineData("1. 甲\n2. 乙", 1, "甲", "乙")]
    [InlineData("3. 甲\n4. 乙", 3, "甲", "乙")]
    [InlineData("3) 甲\n4) 乙", 3, "甲", "乙")]
    [InlineData("- 甲\n\n  又一段\n- 乙", null, "甲\n又一段", "乙")]
    [InlineData("- 甲\n  - 子\n- 乙", null, "甲\n子", "乙")]
    [InlineData("- 甲\n  ```\n  码\n  ```\n", null, "甲\n码")]
    [InlineData("- 甲\n  <div>\n", null, "甲\n<div>")]
    public void A_list_is_one_block_with_a_row_an_item(string markdown, int? start, params string[] items)
    {
        var list = Assert.Single(Parse(markdown));
        Assert.Equal(BlockKind.List, list.Kind);
        Assert.Equal(start, list.ListStart);
        Assert.Equal(items, Rows(list).Select(row => Assert.Single(row)));
    }

    [Fact]
    public void A_table_is_one_block_its_first_row_the_head()
    {
        var table = Assert.Single(Parse("| 指标 | 2022年 |\n|---|---:|\n| 生产总值 | **4.5%** |\n| 财政收入 | |\n"));
        Assert.Equal(BlockKind.Table, table.Kind);
        Assert.Equal([["指标", "2022年"], ["生产总值", "4.5%"], ["财政收入", ""]], Rows(table));
        Assert.Equal([("4.5%", RunStyle.Strong, null)], Runs(table));
    }

    [Fact]
    public void Styled_runs_are_ranges_of_the_plain_text()
    {
        var block = Assert.Single(Parse("坚持*稳中求进*，**干字当头**，见`code`与[公报](https://www.gov.cn/)、<https://stats.gov.cn/>。"));
        Assert.Equal("坚持稳中求进，干字当头，见code与公报、https://stats.gov.cn/。", block.Text);
        Assert.Equal(
            [("稳中求进", RunStyle.Emphasis, null), ("干字当头", RunStyle.Strong, null), ("code", RunStyle.Code, null), ("公报", RunStyle.Link, "https://www.gov.cn/"), ("https://stats.gov.cn/", RunStyle.Link, "https://stats.gov.cn/")],
            Runs(block));
    }

    [Fact]
    public void Runs_within_runs_keep_their_order()
    {
        var block = Assert.Single(Parse("[见**公报**全文](https://www.gov.cn/)"));
        Assert.Equal("见公报全文", block.Text);
        Assert.Equal([("见公报全文", RunStyle.Link, "https://www.gov.cn/"), ("公报", RunStyle.Strong, null)], Runs(block));
    }

    [Theory]
    [InlineData("[点](javascript:alert(1))")]
    [InlineData("[点](JaVaScRiPt:alert(1))")]
    [InlineData("[点](<java\tscript:alert(1)>)")]
    [InlineData("[点](javascript&#58;alert(1))")]
    [InlineData("[点](&#106;avascript:alert(1))")]
    [InlineData("[点](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[点](vbscript:x)")]
    [InlineData("[点](file:///etc/passwd)")]
    [InlineData("[点](//evil.example/)")]
    [InlineData("[点](../../2022/gwr/)")]
    [InlineData("[点][x]\n\n[x]: javascript:alert(1)")]
    public void A_link_that_opens_no_web_page_is_text_and_a_warning(string markdown)
    {
        var found = new List<Diagnostic>();
        var block = Assert.Single(MarkdownBody.Parse(markdown, "a.md", 1, found));
        Assert.Equal("点", block.Text);
        Assert.Empty(block.Runs);
        Assert.Equal("RA0018", Assert.Single(found).Code);
    }

    [Fact]
    public void A_script_between_angle_brackets_makes_no_link()
    {
        var block = Assert.Single(Parse("见<javascript:alert(1)>。"));
        Assert.Empty(block.Runs);
        Assert.Contains("javascript:alert(1)", block.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("甲<b onclick=x>乙</b>丙", "甲<b onclick=x>乙</b>丙")]
    [InlineData("<div>\n甲\n</div>", "<div>\n甲\n</div>")]
    [InlineData("<!-- 批注 -->", "<!-- 批注 -->")]
    [InlineData("&lt;script&gt;", "<script>")]
    public void Raw_html_is_text(string markdown, string text)
    {
        var block = Assert.Single(MarkdownBody.Parse(markdown, "a.md", 1, []));
        Assert.Equal(BlockKind.Paragraph, block.Kind);
        Assert.Equal(text, block.Text);
        Assert.Empty(block.Runs);
    }

    [Theory]
    [InlineData("    各位代表：")]
    [InlineData("\t各位代表：")]
    [InlineData("　　各位代表：")]
    [InlineData("各位代表：  ")]
    public void Indentation_is_how_Chinese_is_typed_and_makes_no_code(string markdown)
    {
        var block = Assert.Single(Parse(markdown));
        Assert.Equal((BlockKind.Paragraph, "各位代表："), (block.Kind, block.Text));
        Assert.Empty(block.Runs);
    }

    [Theory]
    [InlineData("扎实开展新一轮\n“四减四增”", "扎实开展新一轮“四减四增”")]
    [InlineData("增长4.5%，\n高于全市", "增长4.5%，高于全市")]
    [InlineData("the work\nreport", "the work report")]
    [InlineData("*扎实\n开展*工作", "扎实开展工作")]
    [InlineData("甲  \n乙", "甲乙")]
    public void A_line_break_within_a_paragraph_joins_Chinese_and_parts_words(string markdown, string text) =>
        Assert.Equal(text, Assert.Single(Parse(markdown)).Text);

    [Fact]
    public void A_body_of_marks_alone_has_no_blocks() => Assert.Empty(MarkdownBody.Parse("\n\n---\n\n##\n\n- \n\n| |\n|---|\n| |\n", "a.md", 1, []));

    [Fact]
    public void Plain_paragraphs_come_back_as_they_were()
    {
        var letters = Gen.Elements("全", "区", "生", "产", "总", "值", "，", "。", "“", "”", "、", "（", "）", "4.5%", "2023年", "GDP");
        var paragraph = letters.NonEmptyListOf().Select(string.Concat).Where(static text => !char.IsAsciiDigit(text[0]));
        Prop.ForAll(paragraph.NonEmptyListOf().Select(static list => list.ToArray()).ToArbitrary(), paragraphs =>
            Parse(string.Join("\n\n", paragraphs)).Select(static block => block.Text).SequenceEqual(paragraphs))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_is_typed_every_run_and_cell_lies_within_its_text()
    {
        var pieces = Gen.Elements("甲", "乙丙", "*", "**", "`", "[", "](https://a.example/)", "](x)", "<b>", "</b>", "<!--", "\n", "\n\n", "## ", "- ", "1. ", "| ", "|---|\n", "    ", "&lt;", "\\", "![", "> ", "```\n", "𠀀");
        Prop.ForAll(pieces.ListOf().Select(string.Concat).ToArbitrary(), markdown =>
            MarkdownBody.Parse(markdown, "a.md", 1, []).All(block =>
                block.Text.Length > 0
                && block.Runs.All(run => run.Range is { Start: >= 0, Length: > 0 } && run.Range.End <= block.Text.Length)
                && block.Rows.All(row => row.All(cell => cell is { Start: >= 0, Length: >= 0 } && cell.End <= block.Text.Length))))
            .QuickCheckThrowOnFailure();
    }

    private static ImmutableArray<Block> Parse(string markdown, int firstLine = 1)
    {
        var found = new List<Diagnostic>();
        var blocks = MarkdownBody.Parse(markdown, "a.md", firstLine, found);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Severity == Severity.Error);
        return blocks;
    }

    private static string[][] Rows(Block block) => [.. block.Rows.Select(row => row.Select(cell => cell.Of(block.Text).ToString()).ToArray())];

    private static IEnumerable<(string Text, RunStyle Style, string? Href)> Runs(Block block) =>
        block.Runs.Select(run => (run.Range.Of(block.Text).ToString(), run.Style, run.Href));
}
