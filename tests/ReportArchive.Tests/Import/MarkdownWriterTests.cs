using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Diagnostics;
using ReportArchive.Import;
using ReportArchive.Reports;
using ReportArchive.Text;

namespace ReportArchive.Tests.Import;

public class MarkdownWriterTests
{
    private static readonly string[] Pieces =
    [
        "1.", "1. ", "1、", "2)", "3) ", "-", "- ", "——", "#", "# ", "##", "*", "**", "_", "__", "<", "<b>", ">", "[", "]", "(", ")", "![", "`", "```", "~~~", "\\", "|", "| a | b |",
        "&amp;", "&", "&#35;", "=", "===", "---", "+ ", "一、", "（一）", "经济", "发展。", "a", "b ", "http://example.org/", "<http://example.org/>", "1986", ".", ":", "!", "\"", "'", "·", "　",
    ];

    [Fact]
    public void Any_text_parses_back_to_itself_as_paragraph_and_as_heading()
    {
        var lines = Gen.Elements(Pieces).ListOf().Select(static pieces => string.Concat(pieces).Trim(' ', '　')).Where(static line => line.Length > 0);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(4000),
            Prop.ForAll(lines.ToArbitrary(), static line => RoundTrips(line, 0) && RoundTrips(line, 2)));
    }

    [Theory]
    [InlineData("1. 提升")]
    [InlineData("1.")]
    [InlineData("- 12 -")]
    [InlineData("#")]
    [InlineData("=====")]
    [InlineData("| a | b |")]
    [InlineData("`code` and \\")]
    [InlineData("*重点*：a_b_c <b>x</b> &amp; [链接](http://example.org/)")]
    public void Markup_in_a_report_is_text(string line)
    {
        Assert.True(RoundTrips(line, 0));
        Assert.True(RoundTrips(line, 3));
    }

    [Fact]
    public void A_table_comes_out_with_a_head()
    {
        const string text = "| 指标 | 目标 |\n| 生产总值 | 6% |\n以上指标。";
        var blocks = OutlineParser.Parse(text, [false, false, false]).Blocks;
        var markdown = TracedText.Of(text).Apply(MarkdownWriter.BodyEdits(text, blocks)).Text;
        Assert.Equal("| 指标 | 目标 |\n| --- | --- |\n| 生产总值 | 6% |\n\n以上指标。\n", markdown);
        Assert.Equal([BlockKind.Table, BlockKind.Paragraph], MarkdownBody.Parse(markdown, "x.md", 1, []).Select(static block => block.Kind));
    }

    private static bool RoundTrips(string line, int level)
    {
        var draft = new DraftBlock(new TextRange(0, line.Length), level > 0 ? BlockKind.Heading : BlockKind.Paragraph, level);
        var markdown = TracedText.Of(line).Apply(MarkdownWriter.BodyEdits(line, [draft])).Text;
        var diagnostics = new List<Diagnostic>();
        var blocks = MarkdownBody.Parse("各位代表：\n\n" + markdown + "\n现在。\n", "x.md", 1, diagnostics);
        return blocks.Length == 3 && blocks[1].Text == line && blocks[1].Level == level && blocks[1].Runs.IsEmpty;
    }
}
