using ReportArchive.Citations;

namespace ReportArchive.Tests.Citations;

public sealed class InstitutionTests
{
    [Theory]
    [InlineData("山东省", "370000", "2023年山东省政府工作报告", "山东省人民政府")]
    [InlineData("山东省/青岛市", "370000/370200", "2021年青岛市政府工作报告", "青岛市人民政府")]
    [InlineData("山东省/淄博市/周村区", "370000/370300/370306", "2023年周村区政府工作报告", "淄博市周村区人民政府")]
    [InlineData("北京市/东城区", "110000/110101", "2023年东城区政府工作报告", "北京市东城区人民政府")]
    [InlineData("湖北省/仙桃市", "420000/429004", "2023年仙桃市政府工作报告", "湖北省仙桃市人民政府")]
    [InlineData("山东省/枣庄市/滕州市/姜屯镇", "370000/370400/370481/370481107", "2020年姜屯镇政府工作报告", "滕州市姜屯镇人民政府")]
    [InlineData("西藏自治区/阿里地区", "540000/542500", "阿里地区工作报告", "阿里地区行政公署")]
    [InlineData("内蒙古自治区/锡林郭勒盟", "150000/152500", "锡林郭勒盟工作报告", "锡林郭勒盟行政公署")]
    [InlineData("山东省/济宁市/汶上县/南站街道", "370000/370800/370830/370830003", "2024年南站街道工作报告", "汶上县南站街道办事处")]
    public void A_report_is_answered_for_by_the_government_of_its_place(string names, string codes, string title, string institution) =>
        Assert.Equal(institution, Institution.Name(Works.Path(names, codes), title, meeting: null));

    [Fact]
    public void A_place_keeps_the_name_of_the_reports_own_day_when_the_title_says_it()
    {
        var path = Works.Path("山东省/济宁市/汶上县/南站街道", "370000/370800/370830/370830003", "南站镇");
        Assert.Equal("汶上县南站镇人民政府", Institution.Name(path, "2019年南站镇政府工作报告", meeting: null));
    }

    [Fact]
    public void A_place_keeps_the_name_of_the_reports_own_day_when_only_the_meeting_says_it()
    {
        var path = Works.Path("山东省/济南市/章丘区", "370000/370100/370114", "章丘市", "章丘县");
        Assert.Equal("济南市章丘市人民政府", Institution.Name(path, "政府工作报告", "章丘市第十七届人民代表大会第五次会议"));
    }

    [Fact]
    public void A_former_name_of_the_place_above_is_kept_too()
    {
        var path = Works.Path("山东省/济南市/章丘区", "370000/370100/370114", "章丘市").Add(Works.Path("普集镇", "370114101")[0]);
        Assert.Equal("章丘市普集镇人民政府", Institution.Name(path, "2010年章丘市普集镇政府工作报告", meeting: null));
    }
}
