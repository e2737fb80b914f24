using ReportArchive.Anchors;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Anchors;

public sealed class EditionChangesTests
{
    private static string Show(string before, string after) => string.Concat(TextDiff.Between(before, after).Select(run => run.Kind switch
    {
        DiffKind.Deleted => $"[-{run.Text}]",
        DiffKind.Inserted => $"[+{run.Text}]",
        _ => run.Text,
    }));

    [Theory]
    [InlineData("出台45条政策措施", "出台54条政策措施", "出台[-45][+54]条政策措施")]
    [InlineData("增长3.5%", "增长3.5%左右", "增长3.5%[+左右]")]
    [InlineData("甲乙丙", "甲乙丙", "甲乙丙")]
    [InlineData("", "新增", "[+新增]")]
    [InlineData("删去的文字", "", "[-删去的文字]")]
    public void The_difference_of_two_texts(string before, string after, string expected) => Assert.Equal(expected, Show(before, after));

    [Fact]
    public void A_difference_makes_both_texts()
    {
        var reports = RealReports.All;
        foreach (var (a, b) in reports[0].Zip(reports[2]).Take(12))
        {
            var runs = TextDiff.Between(a.Text, b.Text);
            Assert.Equal(a.Text, string.Concat(runs.Where(run => run.Kind != DiffKind.Inserted).Select(run => run.Text)));
            Assert.Equal(b.Text, string.Concat(runs.Where(run => run.Kind != DiffKind.Deleted).Select(run => run.Text)));
        }
    }

    [Fact]
    public void What_changed_since_an_edition_is_listed_by_paragraph_and_summed_up()
    {
        var blocks = RealReports.All[0];
        var id = new ReportId(PlaceCode.Parse("370300"), new PlanYear(2023), ReportKind.GovernmentWork);
        var first = AnchorAssignment.Assign(null, blocks).Freeze(id, new DateOnly(2026, 7, 1));
        var edited = blocks.SetItem(4, blocks[4] with { Text = blocks[4].Text.Replace("经济", "經濟", StringComparison.Ordinal) }).RemoveAt(7);
        var second = AnchorAssignment.Assign(first, edited).Freeze(id, new DateOnly(2026, 7, 2), "更正");
        var third = AnchorAssignment.Assign(second, edited.Add(RealReports.Block(BlockKind.Paragraph, 0, "附注：以上数字以年鉴为准。"))).Freeze(id, new DateOnly(2026, 7, 3));
        var changes = EditionChanges.Since(third, 1);
        Assert.Equal("Edited p5, Added p73, Deleted p8", string.Join(", ", changes.Select(change => $"{change.Kind} {change.Anchor}")));
        Assert.Equal("改正1段，新增1段，删去1段", EditionChanges.Summarise(changes));
        Assert.Equal("新增1段", EditionChanges.Summarise(EditionChanges.Since(third, 2)));
        Assert.Equal($"{{\"p5\":{{\"{Fingerprint.Of(blocks[4].Text)}\":1}},\"p8\":{{\"{Fingerprint.Of(blocks[7].Text)}\":1}}}}", FormerTexts.Write(third));
    }
}
