using System.Globalization;
using System.Text.RegularExpressions;
using ReportArchive.Import;

namespace ReportArchive.Tests.Import;

/// <summary>What stands above a report, in the forms that provinces and decades gave it: title, session, day, speaker.</summary>
public partial class FrameTests
{
    [Theory]
    [InlineData("政府工作报告|（2018年1月10日在长沙市第十五届人民代表大会第三次会议上）|市长　胡某某", "430100/2018/gwr", "2018-01-10", "长沙市第十五届人民代表大会第三次会议", "胡某某", "市长")]
    [InlineData("政府工作报告|——一九九八年二月二十日在浙江省第九届人民代表大会第一次会议上|浙江省省长 王某某", "330000/1998/gwr", "1998-02-20", "浙江省第九届人民代表大会第一次会议", "王某某", "省长")]
    [InlineData("在广东省第十届人民代表大会第三次会议上的政府工作报告|（2005年1月22日）|广东省省长 黄某某", "440000/2005/gwr", "2005-01-22", "广东省第十届人民代表大会第三次会议", "黄某某", "省长")]
    [InlineData("凤阳县2012年政府工作报告|——在凤阳县第十五届人民代表大会第五次会议上|县长 马某某|（2012年1月6日）", "341126/2012/gwr", "2012-01-06", "凤阳县第十五届人民代表大会第五次会议", "马某某", "县长")]
    [InlineData("政　府　工　作　报　告|新疆维吾尔自治区主席　努尔·某某|（２００９年１月９日在新疆维吾尔自治区第十一届人民代表大会第二次会议上）", "650000/2009/gwr", "2009-01-09", "新疆维吾尔自治区第十一届人民代表大会第二次会议", "努尔·某某", "自治区主席")]
    [InlineData("政府工作报告|——2003年1月16日在河南省第十届人民代表大会第一次会议上|省 长　　李 某 某", "410000/2003/gwr", "2003-01-16", "河南省第十届人民代表大会第一次会议", "李某某", "省长")]
    [InlineData("政府工作报告——2010年2月6日在南陵县第十五届人民代表大会第四次会议上县长 王某某", "340223/2010/gwr", "2010-02-06", "南陵县第十五届人民代表大会第四次会议", "王某某", "县长")]
    [InlineData("重庆市人民政府工作报告|——2003年1月10日在市二届人大一次会议上|重庆市市长 王某某", "500000/2003/gwr", "2003-01-10", "市二届人大一次会议", "王某某", "市长")]
    [InlineData("政府工作报告|成都市人民政府市长 葛某某|（2009年2月17日）", "510100/2009/gwr", "2009-02-17", null, "葛某某", "市长")]
    [InlineData("在丽水市第四届人民代表大会第二次会议上|政府工作报告|2018年1月30日|丽水市代市长 吴某某", "331100/2018/gwr", "2018-01-30", "丽水市第四届人民代表大会第二次会议", "吴某某", "代市长")]
    [InlineData("政府工作报告|（二OO六年一月十四日在江苏省第十届人民代表大会第四次会议上）|江苏省省长　梁某某", "320000/2006/gwr", "2006-01-14", "江苏省第十届人民代表大会第四次会议", "梁某某", "省长")]
    [InlineData("政府工作报告|2021年12月29日在义乌市第十六届人民代表大会第一次会议上|义乌市人民政府市长 王某", "330782/2022/gwr", "2021-12-29", "义乌市第十六届人民代表大会第一次会议", "王某", "市长")]
    [InlineData("贵阳市政府工作报告（2020年）|2020年1月7日在贵阳市第十四届人民代表大会第六次会议上|贵阳市市长  陈某", "520100/2020/gwr", "2020-01-07", "贵阳市第十四届人民代表大会第六次会议", "陈某", "市长")]
    [InlineData("政 府 工 作 报 告|二○一七年一月十九日在天津市第十六届人民代表大会第七次会议上|天津市市长|王某某", "120000/2017/gwr", "2017-01-19", "天津市第十六届人民代表大会第七次会议", "王某某", "市长")]
    public void A_frame_is_read_however_it_is_set(string frame, string id, string date, string? meeting, string speaker, string office)
    {
        var year = int.Parse(id.Split('/')[1], CultureInfo.InvariantCulture);
        var dump = SampleDumps.Of("frame.txt", string.Join('\n', [.. frame.Split('|'), .. Body(year)]));
        var report = Assert.Single(ReportCleaner.Clean(dump, Archive.Places, []));
        Assert.Equal(id, report.Id?.ToString());
        var matter = report.MatterOf([]);
        Assert.Equal((date, meeting, speaker, office), (matter.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), matter.Meeting, matter.Speaker, matter.Office));
    }

    /// <summary>A day without hour below the title is that of delivery; what a site stamps on its page is not.</summary>
    [Fact]
    public void The_day_a_page_was_published_is_not_the_day_of_delivery()
    {
        var dump = SampleDumps.Of("page.txt", string.Join('\n', ["发布时间：2018-03-05 09:12", "长沙市2018年政府工作报告", .. Body(2018)]));
        Assert.Null(Assert.Single(ReportCleaner.Clean(dump, Archive.Places, [])).MatterOf([]).Date);
    }

    /// <summary>The text of a report, its years those of a report of another year.</summary>
    private static IEnumerable<string> Body(int year) =>
        SampleDumps.Lines("370306/2023-gwr").Select(line => Year().Replace(line, match => (int.Parse(match.Value, CultureInfo.InvariantCulture) + year - 2023).ToString(CultureInfo.InvariantCulture)));

    [GeneratedRegex("(?<![0-9])20[12][0-9](?=年)", RegexOptions.None, 10_000)]
    private static partial Regex Year();
}
