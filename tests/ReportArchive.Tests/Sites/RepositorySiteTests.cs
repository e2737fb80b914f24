using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Sites;

/// <summary>The site of this repository's archive.</summary>
public sealed class RepositorySiteTests(RepositorySite site) : PublishedSiteTests(site), IClassFixture<RepositorySite>
{
    /// <summary>The reference that stands first on each report's page, to the character: GB/T 7714—2025, without a day where none is stated.</summary>
    [Theory]
    [InlineData("370112/2021/gwr", "济南市历城区人民政府. 2021年历城区政府工作报告[R/OL]. 2021-01-27. ")]
    [InlineData("370200/2021/gwr", "青岛市人民政府. 2021年青岛市政府工作报告[R/OL]. 2021-01-12. ")]
    [InlineData("370300/2023/gwr", "淄博市人民政府. 2023年淄博市政府工作报告[R/OL]. 2022-12-28. ")]
    [InlineData("370306/2023/gwr", "淄博市周村区人民政府. 2023年周村区政府工作报告[R/OL]. 2023-01-07. ")]
    [InlineData("370481107/2020/gwr", "滕州市姜屯镇人民政府. 2020年姜屯镇政府工作报告[R/OL]. [2020]. ")]
    [InlineData("370505101/2019/gwr", "垦利区胜坨镇人民政府. 2019年胜坨镇政府工作报告[R/OL]. 2019-03-23. ")]
    [InlineData("370828/2021/gwr", "济宁市金乡县人民政府. 2021年金乡县政府工作报告[R/OL]. 2021-01-11. ")]
    [InlineData("370830003/2019/gwr", "汶上县南站镇人民政府. 2019年南站镇政府工作报告[R/OL]. [2019]. ")]
    [InlineData("371302/2021/gwr", "临沂市兰山区人民政府. 2021年兰山区政府工作报告[R/OL]. 2021-02-08. ")]
    [InlineData("371324102/2019/gwr", "兰陵县兰陵镇人民政府. 2019年兰陵镇政府工作报告[R/OL]. 2019-03-23. ")]
    [InlineData("371324110/2019/gwr", "兰陵县南桥镇人民政府. 2019年南桥镇政府工作报告[R/OL]. [2019]. ")]
    [InlineData("371502/2024/plan", "聊城市东昌府区人民政府. 关于东昌府区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告[R/OL]. 2024-01-17. ")]
    [InlineData("371525/2021/gwr", "聊城市冠县人民政府. 2021年冠县政府工作报告[R/OL]. 2021-01-22. ")]
    public void A_report_is_cited_as_the_national_standard_of_2025_asks(string report, string reference) =>
        Assert.Equal($"{reference}https://example.org/report-archive/r/{report}/.", Page($"r/{report}/index.html").QuerySelector("#cite [data-form=gbt2025] dd")!.TextContent.Trim());
}

/// <summary>A site of two reports.</summary>
public sealed class SmallSiteTests(SmallSite site) : PublishedSiteTests(site), IClassFixture<SmallSite>;
