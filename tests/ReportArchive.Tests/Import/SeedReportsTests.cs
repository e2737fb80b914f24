using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReportArchive.Import;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Import;

/// <summary>
/// The thirteen reports the archive began with, against a record made from the raw dumps by other means: a script that
/// knows nothing of the importer cut each dump at the first and last sentence of each report and hashed what it found.
/// </summary>
public class SeedReportsTests
{
    public sealed record Seal(string Report, int Characters, string Sha256, int Level1, int Level2);

    private sealed record Record(string What, Seal[] Reports);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static TheoryData<Seal> Seals() =>
        [.. JsonSerializer.Deserialize<Record>(File.ReadAllText(Archive.Fixture("seeds", "fingerprints.json")), Json)!.Reports];

    [Theory]
    [MemberData(nameof(Seals))]
    public void No_letter_digit_or_ideograph_of_a_dump_is_lost_and_none_is_added(Seal seal)
    {
        var markdown = Archive.Markdown(seal.Report);
        var bare = BareText.Of(markdown.AsSpan(markdown.IndexOf("\n---\n", StringComparison.Ordinal) + 5));
        Assert.Equal(seal.Characters, bare.Length);
        Assert.Equal(seal.Sha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bare))));
    }

    [Theory]
    [MemberData(nameof(Seals))]
    public void Headings_are_those_that_were_counted_by_eye(Seal seal)
    {
        var headings = Archive.Report(seal.Report).Blocks.Where(static block => block.Kind == BlockKind.Heading).ToList();
        Assert.Equal((seal.Level1, seal.Level2), (headings.Count(static h => h.Level == 2), headings.Count(static h => h.Level == 3)));
    }

    [Theory]
    [InlineData("370306/2023-gwr", "2023年周村区政府工作报告", "2023-01-07", "淄博市周村区第十九届人民代表大会第二次会议", "李晓红", "区长")]
    [InlineData("370300/2023-gwr", "2023年淄博市政府工作报告", "2022-12-28", "淄博市第十六届人民代表大会第三次会议", "赵庆文", "市长")]
    [InlineData("371502/2024-plan", "关于东昌府区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告", "2024-01-17", "东昌府区第十八届人民代表大会第三次会议", "张健", "东昌府区发展和改革局局长")]
    [InlineData("370200/2021-gwr", "2021年青岛市政府工作报告", "2021-01-12", "青岛市第十六届人民代表大会第五次会议", "赵豪志", "代市长")]
    [InlineData("370112/2021-gwr", "2021年历城区政府工作报告", "2021-01-27", "济南市历城区第十八届人民代表大会第五次会议", "曹殿军", "区长")]
    [InlineData("370828/2021-gwr", "2021年金乡县政府工作报告", "2021-01-11", "金乡县第十七届人民代表大会第五次会议", "郑士民", "县长")]
    [InlineData("371302/2021-gwr", "2021年兰山区政府工作报告", "2021-02-08", "临沂市兰山区第十九届人民代表大会第五次会议", "沈如茂", "区长")]
    [InlineData("371525/2021-gwr", "2021年冠县政府工作报告", "2021-01-22", "冠县第十七届人民代表大会第五次会议", "崔新乐", "县长")]
    [InlineData("370481107/2020-gwr", "2020年姜屯镇政府工作报告", null, null, null, null)]
    [InlineData("370505101/2019-gwr", "2019年胜坨镇政府工作报告", "2019-03-23", "胜坨镇第十三届人民代表大会第五次会议", "盖红旗", null)]
    [InlineData("370830003/2019-gwr", "2019年南站镇政府工作报告", null, null, null, null)]
    [InlineData("371324102/2019-gwr", "2019年兰陵镇政府工作报告", "2019-03-23", "兰陵镇第十六届人民代表大会第五次会议", null, null)]
    [InlineData("371324110/2019-gwr", "2019年南桥镇政府工作报告", null, null, null, null)]
    public void Front_matter_says_what_the_dump_says_and_nothing_else(string id, string title, string? date, string? meeting, string? speaker, string? office)
    {
        var matter = Archive.Report(id).Matter;
        Assert.Equal(title, matter.Title);
        Assert.Equal((date, meeting, speaker, office), (matter.Date?.ToString("yyyy-MM-dd"), matter.Meeting, matter.Speaker, matter.Office));
    }

    [Fact]
    public void The_pay_walled_copy_is_a_witness_and_no_report()
    {
        var sources = Archive.Report("370306/2023-gwr").Matter.Sources;
        Assert.Equal([true, false], sources.Select(static source => source.Complete));
        Assert.Equal(13, Directory.GetFiles(Path.Combine(Archive.Root, "input", "reports"), "2*-*.md", SearchOption.AllDirectories).Count(static file => !file.EndsWith(".variants.md", StringComparison.Ordinal)));
    }
}
