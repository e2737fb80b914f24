using ReportArchive.Concepts.Usage;

namespace ReportArchive.Tests.Concepts.Usage;

public sealed class ReportSectionTests
{
    [Fact]
    public void The_three_parts_of_a_work_report_are_told_by_their_headings()
    {
        var sections = Of("""
            各位代表：

            ## 一、2022年工作回顾

            完成了。

            ## 二、2023年经济社会发展目标任务和工作重点

            今年的主要预期目标是增长百分之五。

            抓好以下工作。

            ### （一）聚力推动经济稳健运行

            预期目标写在工作里，仍是工作。

            ## 三、全面加强政府自身建设

            守纪律。
            """);

        Assert.Equal("other review review tasks goals tasks tasks tasks tasks tasks", sections);
    }

    [Fact]
    public void Goals_of_a_plan_period_are_goals_though_their_heading_says_tasks() =>
        Assert.Equal("goals goals", Of("## 二、“十四五”时期的主要目标和重点任务\n\n到2025年翻一番。"));

    [Fact]
    public void A_heading_that_names_only_an_earlier_year_looks_back() =>
        Assert.Equal("review review tasks tasks", Of("## 2022年主要情况\n\n完成了。\n\n## 2023年主要情况\n\n要完成。"));

    [Fact]
    public void A_heading_that_sets_its_eyes_on_goals_lays_out_work() =>
        Assert.Equal("tasks tasks", Of("## 二、新的一年，我们将锚定目标、不懈奋斗\n\n抓好以下工作。"));

    [Fact]
    public void A_sub_heading_of_goals_within_the_work_holds_goals()
    {
        var sections = Of("## 二、2023年工作安排\n\n### （一）总体要求\n\n坚持稳中求进。\n\n### （二）重点任务\n\n抓项目。");

        Assert.Equal("tasks goals goals tasks tasks", sections);
    }

    private static string Of(string body) =>
        string.Join(' ', ReportSections.Of(SmallArchive.Report("370306/2023/gwr", body)).Select(static section => section.Key()));
}
