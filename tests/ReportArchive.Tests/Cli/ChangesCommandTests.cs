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

    private static void Copy(TemporaryFolder folder, string path) => folder.Write($"input/{path}", File.ReadAllText(Path.Combine(Repository.Input, path)));
}
