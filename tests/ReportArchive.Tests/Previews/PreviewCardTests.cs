using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ReportArchive.Citations;
using ReportArchive.Previews;
using ReportArchive.Reports;
using ReportArchive.Tests.Citations;

namespace ReportArchive.Tests.Previews;

public sealed class PreviewCardTests
{
    private static readonly PageMetadata Zhoucun = new(
        Works.ZhoucunReport, ReportKind.GovernmentWork, new PlanYear(2023), Works.Zhoucun, [], [], new Archive("报告档案", Works.Base), Edition: 1, Modified: null, Image: null);

    [Fact]
    public void It_is_a_png_of_the_size_that_the_page_states()
    {
        var card = PreviewCard.Draw(Zhoucun);
        Assert.Equal((byte[])[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], card[..8]);
        Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], Chunks(card).Select(static chunk => chunk.Type));
        var header = Chunks(card).First().Data;
        Assert.Equal(OpenGraph.ImageSize, (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4))));
        Assert.Equal(630 * 601, Pixels(card).Length);
        Assert.InRange(card.Length, 5_000, 60_000);
    }

    [Fact]
    public void It_is_the_same_every_time() => Assert.Equal(PreviewCard.Draw(Zhoucun), PreviewCard.Draw(Zhoucun));

    /// <summary>What differs in the words differs in the picture: nothing of them is left out or drawn over.</summary>
    [Fact]
    public void Title_place_year_kind_and_day_are_all_drawn()
    {
        byte[][] cards =
        [
            PreviewCard.Draw(Zhoucun),
            PreviewCard.Draw(Zhoucun with { Citation = Works.ZhoucunReport with { Title = "2023年张店区政府工作报告" } }),
            PreviewCard.Draw(Zhoucun with { Year = new PlanYear(2022) }),
            PreviewCard.Draw(Zhoucun with { Kind = ReportKind.Budget }),
            PreviewCard.Draw(Zhoucun with { Archive = new Archive("另一档案", Works.Base) }),
            PreviewCard.Draw(Zhoucun with { Citation = Works.ZhoucunReport with { Meeting = null } }),
        ];
        Assert.Equal(cards.Length, cards.Select(static card => Convert.ToHexString(Pixels(card))).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>A title of any length stays on the card, its bar untouched; a character without an outline leaves a gap.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("告")]
    [InlineData("关于东昌府区2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告（书面）")]
    [InlineData("🀄𠮷龘\u0001\ud800")]
    public void Any_title_can_be_drawn(string title)
    {
        foreach (var text in (string[])[title, string.Concat(Enumerable.Repeat(title, 40))])
        {
            var rows = Pixels(PreviewCard.Draw(Zhoucun with { Citation = Works.ZhoucunReport with { Title = text } }));
            for (var y = 0; y < 630; y++)
            {
                Assert.Equal(0, rows[y * 601]);
                Assert.Equal(rows[1], rows[(y * 601) + 1]);
                Assert.Equal(0, rows[(y * 601) + 600]);
            }
        }
    }

    /// <summary>A place's name and that of the kind are not broken, nor years; a name that no line holds is.</summary>
    [Fact]
    public void Names_stay_on_one_line()
    {
        Assert.Equal(["2006年东城街道", "政府工作报告"], PreviewCard.Lines("2006年东城街道政府工作报告", "东城街道", "政府工作报告"));
        Assert.Equal(["2006年东城街", "道政府工作报告"], PreviewCard.Lines("2006年东城街道政府工作报告", "", "计划报告"));
        var endless = string.Concat(Enumerable.Repeat("告", 40));
        Assert.Equal(endless, string.Concat(PreviewCard.Lines(endless, endless)));
        Assert.InRange(PreviewCard.Lines(endless, endless).Count, 2, 4);
    }

    /// <summary>A character is drawn once and put on the picture wherever it stands.</summary>
    [Fact]
    public void The_same_character_looks_the_same_everywhere()
    {
        var rows = Pixels(PreviewCard.Draw(Zhoucun with { Citation = Works.ZhoucunReport with { Title = "告告告" } }));
        var isDrawn = false;
        for (var y = 180; y < 420; y++)
        {
            // 92 pixels a character from the 96th on, two a byte, after the byte that names the row's filter.
            var row = rows.AsSpan((y * 601) + 1 + (96 / 2), 3 * 92 / 2);
            Assert.Equal(row[..46], row[46..92]);
            Assert.Equal(row[..46], row[92..]);
            isDrawn |= row.ContainsAnyExcept((byte)0);
        }
        Assert.True(isDrawn);
    }

    private static byte[] Pixels(byte[] card)
    {
        using var stream = new ZLibStream(new MemoryStream(Chunks(card).Single(static chunk => chunk.Type == "IDAT").Data), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        stream.CopyTo(rows);
        return rows.ToArray();
    }

    private static List<(string Type, byte[] Data)> Chunks(byte[] png)
    {
        var chunks = new List<(string, byte[])>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            chunks.Add((Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }
        return chunks;
    }
}
