using ReportArchive.Import;
using ReportArchive.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace ReportArchive.Tests.Import;

public sealed class IssueFormTests
{
    private const string Body =
        """
        ### 标题

        2023年周村区政府工作报告

        ### 地方

        _No response_

        ### 来源

        周村区人民政府

        ### 网址

        https://www.zhoucun.example/report.html

        ### 正文

        各位代表：
        ### 来源
        现在，我代表区人民政府向大会报告工作。
        """;

    [Fact]
    public void The_answers_are_read_and_headings_within_the_text_are_the_texts_own()
    {
        var form = IssueForm.Read(Body)!;

        Assert.Equal(("2023年周村区政府工作报告", "", "周村区人民政府", "https://www.zhoucun.example/report.html"), (form.Title, form.Place, form.SourceName, form.SourceUrl));
        Assert.Equal("各位代表：\n### 来源\n现在，我代表区人民政府向大会报告工作。", form.Text);
        Assert.Empty(form.Attachments);
    }

    [Fact]
    public void Line_ends_of_a_browser_make_no_difference() =>
        Assert.Equal(IssueForm.Read(Body)!.Text, IssueForm.Read(Body.Replace("\n", "\r\n", StringComparison.Ordinal))!.Text);

    [Fact]
    public void The_title_is_put_above_a_text_that_lacks_it_and_only_there()
    {
        var form = IssueForm.Read(Body)!;

        Assert.StartsWith("2023年周村区政府工作报告\n\n各位代表：", form.ToDump("issue").Text, StringComparison.Ordinal);
        Assert.StartsWith("首页\n2023年周村区政府工作报告", (form with { Text = "首页\n2023年周村区政府工作报告\n各位代表：" }).ToDump("issue").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fence_around_the_text_is_dropped() =>
        Assert.Equal("各位代表：\n好。", IssueForm.Read("### 正文\n\n```text\n各位代表：\n好。\n```\n")!.Text);

    [Theory]
    [InlineData("https://github.com/user-attachments/files/12345/2023.txt")]
    [InlineData("https://github.com/example/archive/files/12345/2023.docx")]
    public void Files_attached_are_named_and_leave_no_trace_in_the_text(string url)
    {
        var form = IssueForm.Read($"### 正文\n\n[2023.txt]({url})\n")!;

        Assert.Equal("", form.Text);
        Assert.Equal([new Uri(url)], form.Attachments);
    }

    [Theory]
    [InlineData("")]
    [InlineData("随便写点什么")]
    [InlineData("### 标题\n\n2023年周村区政府工作报告\n")]
    public void Another_issue_is_no_report(string body) => Assert.Null(IssueForm.Read(body));

    [Fact]
    public void The_form_asks_for_exactly_the_fields_that_are_read()
    {
        using var text = new StringReader(File.ReadAllText(Path.Combine(Repository.Root, ".github", "ISSUE_TEMPLATE", "report.yml")));
        var stream = new YamlStream();
        stream.Load(text);
        var fields = ((YamlSequenceNode)stream.Documents[0].RootNode["body"]).Where(static field => field["type"].ToString() != "markdown");

        Assert.Equal(IssueForm.Labels, fields.Select(static field => field["attributes"]["label"].ToString()));
    }

    [Fact]
    public async Task An_issue_becomes_a_report_with_its_source()
    {
        using var folder = new TemporaryFolder();
        var report = File.ReadAllText(Path.Combine(Repository.Input, "reports", "370306", "2023-gwr.md"));
        var text = report[(report.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..];
        folder.Write("issue.md", $"### 标题\n\n2023年周村区政府工作报告\n\n### 地方\n\n山东省/淄博市/周村区\n\n### 来源\n\n周村区人民政府\n\n### 网址\n\nhttps://www.zhoucun.example/report.html\n\n### 正文\n\n{text}");

        (await ReportArchiveProcess.RunAsync(folder.Path, ["import", "--issue", "issue.md"])).Exits(0);

        var imported = File.ReadAllText(folder["input", "reports", "370306", "2023-gwr.md"]);
        Assert.Contains("  - name: 周村区人民政府\n    url: https://www.zhoucun.example/report.html\n", imported, StringComparison.Ordinal);
        Assert.Contains("四减四增", imported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issue_that_holds_no_report_is_refused_with_what_to_do()
    {
        using var folder = new TemporaryFolder();
        folder.Write("issue.md", "### 正文\n\n[a.pdf](https://github.com/user-attachments/files/1/a.pdf)\n");

        var result = (await ReportArchiveProcess.RunAsync(folder.Path, ["import", "--issue", "issue.md"])).Exits(1);

        Assert.Contains("attached to the issue", result.Errors, StringComparison.Ordinal);
        Assert.Contains("https://github.com/user-attachments/files/1/a.pdf", result.Errors, StringComparison.Ordinal);
        Assert.Contains("nothing to import", (await ReportArchiveProcess.RunAsync(folder.Path, ["import"])).Exits(1).Errors, StringComparison.Ordinal);
    }
}
