using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using ReportArchive.Diagnostics;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Reports;

/// <summary>Plain lines are read without the Markdown parser; nothing may come out otherwise than with it.</summary>
public sealed class BodyPartsTests
{
    // Whatever means something in Markdown, or nearly does, and what reports are made of.
    private static readonly string[] Lines =
    [
        "", "", "", " ", "\t", "　", "各位代表：", "　　现在，我代表区人民政府，向大会报告工作。", " 一格缩进", "    四格缩进", "2023年，全区生产总值增长5.1%。",
        "## 一、回顾", "### （一）经济", "#### 1.工业", "##### 细", "###### 更细", "####### 七", "# 标题", "#无空格", "＃＃ 全角", "## 尾 ##", "##", "## ", "## 　", "##  两格  ",
        "- 项", "- [ ] 项", "* 项", "+ 项", "-", "-无空格", "1. 项", "1.项", "2) 项", "1234567890. 不是项", "  - 下一级", "> 引文", ">", "---", "===", "***", "* * *",
        "| 甲 | 乙 |", "|---|---|", "| 1 | 2 |", "甲|乙", "```", "~~~", "~", "<b>粗</b>", "<!-- 注 -->", "a < b", "&amp;", "&", "\\*", "*强调*", "**强**", "_下划_", "`码`",
        "[链](https://a.example/)", "[链]", "[链]: https://a.example/", "![图](x.png)", "!", "https://a.example/", "<https://a.example/>", "行尾两格  ", "行尾反斜\\", "“引号”", "\u00A0不断行空格", "\u2028分行符", "\u0007铃",
    ];

    [Fact]
    public void Blocks_and_diagnostics_are_those_of_the_whole_parser()
    {
        var bodies = Gen.Elements(Lines).ListOf().Select(static lines => string.Join('\n', lines));
        Prop.ForAll(bodies.ToArbitrary(), static body => Shown(MarkdownBody.Parse, body) == Shown(MarkdownBody.ParseWhole, body)).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }

    [Fact]
    public void Every_pair_of_lines_with_and_without_a_blank_line_between_them()
    {
        foreach (var first in Lines)
        {
            foreach (var second in Lines)
            {
                foreach (var body in (string[])[$"{first}\n{second}", $"{first}\n\n{second}\n"])
                    Assert.Equal(Shown(MarkdownBody.ParseWhole, body), Shown(MarkdownBody.Parse, body));
            }
        }
    }

    [Fact]
    public void A_plain_line_is_a_part_of_its_own_and_what_is_marked_stays_together()
    {
        var parts = BodyParts.Of("## 一、回顾\n\n一段。\n\n- 甲\n\n- 乙\n\n又一段。\n").Select(static part => (part.Text.ToString(), part.Line, part.IsPlain));
        Assert.Equal([("## 一、回顾", 0, true), ("一段。", 2, true), ("- 甲\n\n- 乙", 4, false), ("又一段。", 8, true)], parts);
    }

    private static string Shown(Func<string, string, int, ICollection<Diagnostic>, ImmutableArray<Block>> parse, string body)
    {
        var diagnostics = new List<Diagnostic>();
        var blocks = parse(body, "a.md", 7, diagnostics).Select(static block =>
            $"{block.Anchor} {block.Kind} {block.Level} {block.Line} {block.ListStart} [{block.Text}] {string.Join(';', block.Runs)} {string.Join('/', block.Rows.Select(static row => string.Join(',', row)))}");
        return string.Join('\n', [.. blocks, .. diagnostics.Select(static diagnostic => diagnostic.ToString())]);
    }
}
