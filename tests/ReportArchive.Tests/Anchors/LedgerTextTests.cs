using ReportArchive.Anchors;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Anchors;

public sealed class LedgerTextTests
{
    private static readonly AnchorLedger s_ledger = new(
        new ReportId(PlaceCode.Parse("370306"), new PlanYear(2023), ReportKind.GovernmentWork),
        new Edition(2, new DateOnly(2026, 11, 21), "更正第三段的数字"),
        new AnchorId(6),
        [
            new LedgerEntry(new AnchorId(1), BlockKind.Heading, 2, "一、2022年工作回顾"),
            new LedgerEntry(new AnchorId(3), BlockKind.Paragraph, 0, "增长3.5%。"),
            new LedgerEntry(new AnchorId(5), BlockKind.Table, 0, "指标\t增速\n地区\\生产总值\t5.5%"),
        ],
        [
            new RetiredAnchor(new AnchorId(2), 2, new AnchorId(3), new AnchorId(1)),
            new RetiredAnchor(new AnchorId(4), 2, null, new AnchorId(3)),
        ],
        [
            new FormerEdition(
                new Edition(1, new DateOnly(2026, 7, 1), ""),
                [new AnchorId(1), new AnchorId(2), new AnchorId(3), new AnchorId(4)],
                [
                    new LedgerEntry(new AnchorId(2), BlockKind.Paragraph, 0, "增长"),
                    new LedgerEntry(new AnchorId(3), BlockKind.Paragraph, 0, "35%。"),
                    new LedgerEntry(new AnchorId(4), BlockKind.List, 0, "甲\n乙"),
                ]),
        ]);

    private const string Text = """
        # Anchors of published paragraphs. `report-archive anchors freeze` writes this file; editing it breaks links.
        report	370306/2023/gwr
        edition	2	2026-11-21	更正第三段的数字
        next	p6
        p1	h2	71e953af	一、2022年工作回顾
        p3	p	8b3d7909	增长3.5%。
        p5	table	d497d1f5	指标\t增速\n地区\\生产总值\t5.5%
        retired	p2	2	into	p3	after	p1
        retired	p4	2	after	p3
        edition	1	2026-07-01
        order	p1-p4
        p2	p	33f7a037	增长
        p3	p	8cf05955	35%。
        p4	list	0fd9adde	甲\n乙

        """;

    [Fact]
    public void A_ledger_is_one_line_a_paragraph() => Assert.Equal(Text, LedgerWriter.Write(s_ledger));

    [Fact]
    public void What_is_written_is_read_again()
    {
        var reading = LedgerReader.Read(Text, "x.anchors");
        Assert.Empty(reading.Diagnostics);
        Assert.Equal(Text, LedgerWriter.Write(reading.Ledger!));
        Assert.Equal("一、2022年工作回顾|增长|35%。|甲\n乙", string.Join("|", reading.Ledger!.BlocksOf(1).Select(entry => entry.Text)));
        Assert.Empty(reading.Ledger.BlocksOf(3));
    }

    [Theory]
    [InlineData("report\t370306/2023/gwr", "report\t370306", 2, "`report` must name a report like 370306/2023/gwr")]
    [InlineData("p3\tp\t8b3d7909", "p1\tp\t8b3d7909", 6, "p1 stands twice")]
    [InlineData("p3\tp\t8b3d7909", "<<<<<<< HEAD", 6, "the line is none that a ledger has")]
    [InlineData("next\tp6", "next\tp5", 0, "the anchors do not agree with `next` and `order`")]
    [InlineData("next\tp6\n", "", 0, "the line `next` is missing")]
    [InlineData("order\tp1-p4", "order\tp1-p9", 0, "the anchors do not agree with `next` and `order`")]
    [InlineData("retired\tp4\t2", "retired\tp3\t2", 9, "`retired` must name an anchor that stands nowhere else, and an edition")]
    [InlineData("retired\tp4\t2\tafter\tp3\n", "", 0, "the anchors do not agree with `next` and `order`")]
    [InlineData("edition\t1\t", "edition\t2\t", 10, "editions must count down to 1")]
    public void A_damaged_ledger_is_refused_with_its_line(string from, string to, int line, string message)
    {
        var reading = LedgerReader.Read(Text.Replace(from, to, StringComparison.Ordinal), "input/anchors/370306/2023-gwr.anchors");
        Assert.Null(reading.Ledger);
        var diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal(("RA0601", line, message), (diagnostic.Code, diagnostic.Span.Line, diagnostic.Message));
    }

    [Theory]
    [InlineData("p1 p2 p3", "p1-p3")]
    [InlineData("p1 p4 p2 p3", "p1 p4 p2-p3")]
    [InlineData("p3 p2 p1", "p3 p2 p1")]
    public void Anchors_in_a_row_are_shortened(string anchors, string shortened)
    {
        AnchorId[] list = [.. anchors.Split(' ').Select(anchor => AnchorRanges.TryRead(anchor, out AnchorId id) ? id : default)];
        Assert.Equal(shortened, AnchorRanges.Write(list));
        Assert.True(AnchorRanges.TryRead(shortened, out System.Collections.Immutable.ImmutableArray<AnchorId> read));
        Assert.Equal(list, read);
    }
}
