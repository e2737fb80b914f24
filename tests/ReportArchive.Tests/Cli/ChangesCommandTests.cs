using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Cli;

public sealed class ChangesCommandTests
{
    [Fact]
    public async Task A_pull_request_gets_its_annotations_and_one_summary_of_what_it_does()
    {
        using var folder = new TemporaryFolder();
        Copy(folder, "reports/370306/2023-gwr.md");
        (await ReportArchiveProcess.RunAsync(folder.Path, ["anchors", "freeze", "--date", "2026-11-21"])).Exits(0);
        Copy(folder, "reports/370300/2023-gwr.md");
        Copy(folder, "concepts/quan-min-cheng-guan.md");
        var edited = folder["input", "reports", "370306", "2023-gwr.md"];
        File.WriteAllText(edited, File.ReadAllText(edited) + "\n谢谢大家,辛苦了！\n");
        var summary = folder["summary.md"];

        var check = (await ReportArchiveProcess.RunAsync(folder.Path, ["check", "--format", "github"], ("GITHUB_STEP_SUMMARY", summary))).Exits(0);

        Assert.Contains("::warning file=input/reports/370306/2023-gwr.md,line=", check.Output, StringComparison.Ordinal);
        var table = await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken);
        Assert.Contains("| ⚠️ RA0015 | `input/reports/370306/2023-gwr.md:", table, StringComparison.Ordinal);
        Assert.Contains("| 新增 | 淄博市2023年政府工作报告 |", table.Replace("2023年淄博市政府工作报告", "淄博市2023年政府工作报告", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("| 改动 | 2023年周村区政府工作报告 |", table, StringComparison.Ordinal);
        Assert.Contains("/c/quan-min-cheng-guan/", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_one_file_hides_no_other_and_the_summary_is_written_all_the_same()
    {
        using var folder = new TemporaryFolder();
        folder.Write("input/reports/370306/2023-gwr.md", "---\ntitle: 甲\nplaec: 370306\n---\n各位代表：\n");
        folder.Write("input/reports/370300/2023-gwr.md", "没有抬头\n");
        var summary = folder["summary.md"];

        (await ReportArchiveProcess.RunAsync(folder.Path, ["check", "--format", "github"], ("GITHUB_STEP_SUMMARY", summary))).Exits(1);

        var table = await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken);
        Assert.Contains("RA0004", table, StringComparison.Ordinal);
        Assert.Contains("RA0001", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_changes_lies_at_the_top_of_the_preview()
    {
        using var folder = new TemporaryFolder();
        Copy(folder, "reports/370306/2023-gwr.md");
        (await ReportArchiveProcess.RunAsync(folder.Path, ["build"])).Exits(0);

        var result = (await ReportArchiveProcess.RunAsync(folder.Path, ["changes", "--html", "output/changes.html"])).Exits(0);

        Assert.Contains("new /r/370306/2023/gwr/ 2023年周村区政府工作报告", result.Output, StringComparison.Ordinal);
        Assert.Contains("href=\"r/370306/2023/gwr/\"", await File.ReadAllTextAsync(folder["output", "changes.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        (await ReportArchiveProcess.RunAsync(folder.Path, ["check"])).Exits(0);
    }

    // As much as makes a report.
    private const string Prose =
        """
        实体经济持续壮大，规模以上工业增加值增长百分之七，新增高新技术企业三十家，技术改造投资增长百分之二十，重点产业链加快延伸，骨干企业支撑有力。
        城乡面貌明显改善，改造老旧小区四十六个，新建城市道路十二条，农村生活污水治理覆盖率超过六成，群众出行更加便利，人居环境更加整洁宜居，公园绿地不断增加。
        民生保障更加有力，城镇新增就业八千人，新建改扩建学校十五所，医疗服务能力稳步提升，养老服务设施实现镇街全覆盖，社会保险参保人数持续增长。
        改革开放不断深化，政务服务事项全部网上可办，招商引资到位资金增长百分之十五，外贸进出口总额再创新高，营商环境持续优化，市场主体活力进一步增强。

        """;

    [Fact]
    public async Task The_page_shows_what_cleaning_did_to_the_dump_and_what_an_editor_did_after()
    {
        using var folder = new TemporaryFolder();
        folder.Write("dumps/a.txt", "首页 > 政务公开\n2023年周村区政府工作报告\n各位代表:\n现在,我代表区人民政府向大会报告工作。过去一年,全区上下同心,经济平稳运行,社会大局稳定。\n" + Prose + "谢谢大家!\n");
        (await ReportArchiveProcess.RunAsync(folder.Path, ["import", "dumps/a.txt", "--log", "import.jsonl"])).Exits(0);
        var report = folder["input", "reports", "370306", "2023-gwr.md"];

        var fromLog = await ChangesAsync("import.jsonl");
        Assert.Contains("清洗：由 a.txt 到本篇", fromLog, StringComparison.Ordinal);
        Assert.Contains("过去一年<del>,</del><ins>，</ins>全区上下同心", fromLog, StringComparison.Ordinal);
        Assert.Contains("<del>首页␣&gt;␣政务公开", fromLog, StringComparison.Ordinal);

        File.WriteAllText(report, File.ReadAllText(report).Replace("上下同心", "上下齐心", StringComparison.Ordinal));
        var fromDump = await ChangesAsync("dumps");
        Assert.Contains("导入之后编者所改", fromDump, StringComparison.Ordinal);
        Assert.Contains("<del>同</del><ins>齐</ins>", fromDump, StringComparison.Ordinal);
        Assert.DoesNotContain("导入之后编者所改", fromLog, StringComparison.Ordinal);

        (await ReportArchiveProcess.RunAsync(folder.Path, ["changes", "--html", "changes.html", "--dumps", "input/reports/370306/2023-gwr.jsonl"])).Exits(1);

        async Task<string> ChangesAsync(string dumps)
        {
            (await ReportArchiveProcess.RunAsync(folder.Path, ["changes", "--html", "changes.html", "--dumps", dumps])).Exits(0);
            return await File.ReadAllTextAsync(folder["changes.html"], TestContext.Current.CancellationToken);
        }
    }

    private static void Copy(TemporaryFolder folder, string path) => folder.Write($"input/{path}", File.ReadAllText(Path.Combine(Repository.Input, path)));
}
