using System.Globalization;
using System.Text;
using ReportArchive.Anchors;
using ReportArchive.Diagnostics;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Changes;

/// <summary>
/// What a pull request does, as one page of Markdown for GitHub's job summary: what is wrong and what to type instead, what is
/// new, what changed, which addresses and anchors appear.
/// </summary>
public static class JobSummary
{
    // GitHub drops a summary of more than 1 MiB whole; nobody reads more rows than this.
    private const int MostRows = 200;

    /// <summary>Writes the page.</summary>
    /// <param name="changes">What would be published.</param>
    /// <param name="diagnostics">What is wrong, in order.</param>
    /// <param name="settings">Where the site is published.</param>
    public static string Write(ArchiveChanges changes, IReadOnlyList<Diagnostic> diagnostics, SiteSettings settings)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var page = new StringBuilder();
        Heading(page, diagnostics);
        Problems(page, diagnostics);
        Reports(page, changes, settings);
        Pages(page, changes, settings);
        if (changes.IsEmpty)
            page.Append("与已发布的内容相同。\n\n");
        return page.ToString();
    }

    private static void Heading(StringBuilder page, IReadOnlyList<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Count(static diagnostic => diagnostic.Severity == Severity.Error);
        var warnings = diagnostics.Count(static diagnostic => diagnostic.Severity == Severity.Warning);
        page.Append("## ").Append(errors > 0 ? "❌ " : warnings > 0 ? "⚠️ " : "✅ ");
        page.Append(errors + warnings == 0 ? "没有发现问题" : $"{Number(errors)} 个错误，{Number(warnings)} 个警告").Append("\n\n");
    }

    private static void Problems(StringBuilder page, IReadOnlyList<Diagnostic> diagnostics)
    {
        var problems = diagnostics.Where(static diagnostic => diagnostic.Severity != Severity.Info).ToList();
        if (problems.Count == 0)
            return;
        page.Append("| | 位置 | 问题 | 怎样改 |\n|---|---|---|---|\n");
        foreach (var diagnostic in problems.OrderByDescending(static diagnostic => diagnostic.Severity).ThenBy(static diagnostic => diagnostic.Span).Take(MostRows))
        {
            var sign = diagnostic.Severity == Severity.Error ? "❌" : "⚠️";
            page.Append($"| {sign} {diagnostic.Code} | `{diagnostic.Span}` | {Cell(diagnostic.Message)} | {Cell(diagnostic.Hint)} |\n");
        }
        More(page, problems.Count);
    }

    private static void Reports(StringBuilder page, ArchiveChanges changes, SiteSettings settings)
    {
        if (changes.Reports.IsEmpty)
            return;
        page.Append("### 报告\n\n| | 报告 | 网址 | 新增段落 | 改动段落 | 撤销段落 |\n|---|---|---|---|---|---|\n");
        foreach (var change in changes.Reports.Take(MostRows))
        {
            var what = change.IsNew ? "新增" : change.MovedFrom is { } old ? $"由 {old} 移来" : "改动";
            page.Append($"| {what} | {Cell(change.Report.Matter.Title)} | [`{change.Url.Value}`]({settings.Absolute(change.Url)}) | {Anchors(change.Appearing)} | {Anchors(change.Edited)} | {Anchors(change.Gone)} |\n");
        }
        More(page, changes.Reports.Length);
    }

    private static void Pages(StringBuilder page, ArchiveChanges changes, SiteSettings settings)
    {
        if (changes.NewPages.IsEmpty)
            return;
        page.Append("### 新增的其他网址\n\n");
        foreach (var url in changes.NewPages.Take(MostRows))
            page.Append($"- [`{url.Value}`]({settings.Absolute(url)})\n");
        More(page, changes.NewPages.Length);
    }

    private static void More(StringBuilder page, int all)
    {
        page.Append('\n');
        if (all > MostRows)
            page.Append($"……共 {Number(all)} 项，此处列出前 {Number(MostRows)} 项。\n\n");
    }

    private static string Anchors(IReadOnlyList<AnchorId> anchors) => anchors.Count == 0 ? "—" : AnchorRanges.Write(anchors);

    /// <summary>Text in a cell of a table: what Markdown and HTML take for their own is shown as it is.</summary>
    private static string Cell(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("`", "\\`", StringComparison.Ordinal)
        .ReplaceLineEndings("<br>");

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
