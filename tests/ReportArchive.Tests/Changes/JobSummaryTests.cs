using ReportArchive.Anchors;
using ReportArchive.Changes;
using ReportArchive.Diagnostics;
using ReportArchive.Pages;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Tests.Changes;

public sealed class JobSummaryTests
{
    private static readonly SiteSettings s_settings = SiteSettings.Default with { BaseUrl = new Uri("https://archive.example/x/") };

    [Fact]
    public void A_problem_is_a_row_with_its_place_and_what_to_type()
    {
        var summary = JobSummary.Write(
            new ArchiveChanges([], []),
            [
                Diagnostic.Warning("RA0015", new SourceSpan("input/reports/370306/2023-gwr.md", 20, 5), "half-width ',' between Chinese characters", "write '，'"),
                new Diagnostic("RA0405", Severity.Info, new SourceSpan("output"), "there is no built site here", "run 'report-archive build'"),
                Diagnostic.Error("RA0004", new SourceSpan("input/reports/370306/2024-gwr.md", 3, 1), "unknown key 'a|b_c*<d>'", "did you mean 'place'?"),
            ],
            s_settings);

        Assert.Contains("## ❌ 1 个错误，1 个警告", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("RA0405", summary, StringComparison.Ordinal);
        Assert.Contains("| ❌ RA0004 | `input/reports/370306/2024-gwr.md:3:1` | unknown key 'a\\|b\\_c\\*&lt;d>' | did you mean 'place'? |\n| ⚠️ RA0015 |", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_report_is_a_row_with_its_address_and_all_its_anchors()
    {
        var change = Change(ledger: null, "各位代表：\n\n## 一、工作回顾\n\n过去一年成绩很大。\n");

        var summary = JobSummary.Write(new ArchiveChanges([change], [new SiteUrl("/p/370306/")]), [], s_settings);

        Assert.Contains("## ✅ 没有发现问题", summary, StringComparison.Ordinal);
        Assert.Contains("| 新增 | 2023年周村区政府工作报告 | [`/r/370306/2023/gwr/`](https://archive.example/x/r/370306/2023/gwr/) | p1-p3 | — | — |", summary, StringComparison.Ordinal);
        Assert.Contains("- [`/p/370306/`](https://archive.example/x/p/370306/)", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_report_names_the_anchors_that_appear_change_and_go()
    {
        var ledger = Change(ledger: null, "第一段讲过去一年的工作。\n\n第二段讲今年的目标是增长百分之五。\n\n第三段表示感谢，各位代表辛苦了。\n").Assignment.Freeze(Id, new DateOnly(2026, 1, 1));
        var change = Change(ledger, "第一段讲过去一年的工作。\n\n第二段讲今年的目标是增长百分之六。\n\n新添的一段说的是完全不同的另一件事情。\n");

        var summary = JobSummary.Write(new ArchiveChanges([change], []), [], s_settings);

        Assert.Contains("| 改动 | 2023年周村区政府工作报告 |", summary, StringComparison.Ordinal);
        Assert.Contains("| p4 | p2 | p3 |", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_changes_shows_the_difference_of_each_paragraph_and_links_to_it()
    {
        var ledger = Change(ledger: null, "第二段讲今年的目标是增长百分之五<左右>。\n").Assignment.Freeze(Id, new DateOnly(2026, 1, 1));
        var change = Change(ledger, "第二段讲今年的目标是增长百分之六<左右>。\n");

        var page = System.Text.Encoding.UTF8.GetString(ChangesPage.Write(new ArchiveChanges([change], [new SiteUrl("/c/x/")]), "档案"));

        Assert.Contains("<a href=\"r/370306/2023/gwr/#p1\">p1</a> 改动", page, StringComparison.Ordinal);
        Assert.Contains("增长百分之<del>五</del><ins>六</ins>&lt;左右&gt;。", page, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"c/x/\">/c/x/</a></li>", page, StringComparison.Ordinal);
        Assert.Empty(PageFacts.Read(page, "changes.html").Problems);
    }

    [Fact]
    public void Nothing_changed_says_so()
    {
        var nothing = new ArchiveChanges([], []);

        Assert.Contains("与已发布的内容相同", JobSummary.Write(nothing, [], s_settings), StringComparison.Ordinal);
        Assert.Contains("与已发布的内容相同", System.Text.Encoding.UTF8.GetString(ChangesPage.Write(nothing, "档案")), StringComparison.Ordinal);
    }

    private static ReportId Id { get; } = new(PlaceCode.Parse("370306"), new PlanYear(2023), ReportKind.GovernmentWork);

    private static ReportChange Change(AnchorLedger? ledger, string body)
    {
        var report = ReportReader.Read(
            $"---\ntitle: 2023年周村区政府工作报告\nplace: 370306\nyear: 2023\nkind: gwr\n---\n{body}", "input/reports/370306/2023-gwr.md", PlaceTable.National, [])!;
        var assignment = AnchorAssignment.Assign(ledger, report.Blocks);
        return new ReportChange(report with { Blocks = assignment.Blocks }, assignment, MovedFrom: null);
    }
}
