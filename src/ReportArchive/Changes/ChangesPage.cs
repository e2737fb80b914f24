using System.Net;
using System.Text;
using ReportArchive.Anchors;
using ReportArchive.Pages;

namespace ReportArchive.Changes;

/// <summary>
/// A page for whoever looks at a preview before it is published: links to all that is new or changed, every changed paragraph
/// with its difference, and what cleaning did to the dump a new report was made from. It is no page of the site; it lies at the top of the preview.
/// </summary>
public static class ChangesPage
{
    /// <summary>Name of the file at the top of the built site.</summary>
    public const string FileName = "changes.html";

    private const string Style =
        """
        body { font: 1rem/1.7 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1d1d1f; background: #fff; overflow-wrap: anywhere; }
        h2 { border-top: 1px solid #ccc; padding-top: 1rem; } h3 { margin-bottom: .3rem; }
        .text { font-family: serif; margin: .4rem 0 .4rem 1.5rem; } .what { color: #666; font-size: .9rem; }
        ins { background: #d7f0d7; text-decoration: none; } del { background: #f7d7d7; }
        h4 { margin: 1rem 0 .3rem; } summary { cursor: pointer; } .edits { font-family: serif; padding-left: 2.6rem; margin: .3rem 0 .8rem; }
        @media (prefers-color-scheme: dark) { body { color: #eee; background: #161616; } a { color: #8ab4f8; } ins { background: #1f4d1f; } del { background: #5c2323; } .what { color: #aaa; } }
        """;

    /// <summary>Writes the page.</summary>
    /// <param name="changes">What would be published.</param>
    /// <param name="title">Name of the archive.</param>
    /// <param name="cleaning">What cleaning did to the dumps of a report, where those or their logs are at hand.</param>
    public static byte[] Write(ArchiveChanges changes, string title, Func<ReportChange, IEnumerable<Cleaning>>? cleaning = null)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var page = new StringBuilder();
        page.Append($"<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n<title>改动 · {Text(title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>改动</h1>\n");
        page.Append($"<p><a href=\"./\">预览首页</a></p>\n");
        if (changes.IsEmpty)
            page.Append("<p>与已发布的内容相同。</p>\n");
        List(page, "新增的报告", changes.Reports.Where(static change => change.IsNew), cleaning);
        List(page, "改动的报告", changes.Reports.Where(static change => !change.IsNew), cleaning);
        if (!changes.NewPages.IsEmpty)
        {
            page.Append("<h2>新增的其他网页</h2>\n<ul>\n");
            foreach (var url in changes.NewPages)
                page.Append($"<li><a href=\"{Text(Href(url))}\">{Text(url.Value)}</a></li>\n");
            page.Append("</ul>\n");
        }
        page.Append("</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void List(StringBuilder page, string heading, IEnumerable<ReportChange> changes, Func<ReportChange, IEnumerable<Cleaning>>? cleaning)
    {
        var first = true;
        foreach (var change in changes)
        {
            if (first)
                page.Append($"<h2>{heading}</h2>\n");
            first = false;
            page.Append($"<h3><a href=\"{Text(Href(change.Url))}\">{Text(change.Report.Matter.Title)}</a></h3>\n");
            if (change.MovedFrom is { } old)
                page.Append($"<p class=\"what\">由 {old} 移来</p>\n");
            if (change.IsNew)
                page.Append($"<p class=\"what\">{Text(AnchorRanges.Write(change.Appearing))}；来源：{Text(string.Join("、", change.Report.Matter.Sources.Select(static source => source.Name)))}</p>\n");
            foreach (var edit in change.Assignment.Changes)
                Edit(page, change, edit);
            foreach (var cleaned in cleaning?.Invoke(change) ?? [])
                CleaningSection.Write(page, cleaned);
        }
    }

    private static void Edit(StringBuilder page, ReportChange change, AnchorChange edit)
    {
        var what = edit.Kind switch
        {
            ChangeKind.Added => "新增",
            ChangeKind.Edited => "改动",
            ChangeKind.Moved => "移动",
            ChangeKind.Split => $"拆分，后半为 {edit.Other}",
            ChangeKind.Merged => $"并入 {edit.Other}",
            ChangeKind.Deleted => "删去",
            _ => "恢复",
        };
        page.Append($"<p class=\"what\"><a href=\"{Text(Href(change.Url))}#{edit.Anchor}\">{edit.Anchor}</a> {what}</p>\n<p class=\"text\">");
        foreach (var run in TextDiff.Between(edit.Before ?? "", edit.After ?? ""))
        {
            page.Append(run.Kind switch
            {
                DiffKind.Deleted => $"<del>{Text(run.Text)}</del>",
                DiffKind.Inserted => $"<ins>{Text(run.Text)}</ins>",
                _ => Text(run.Text),
            });
        }
        page.Append("</p>\n");
    }

    private static string Href(SiteUrl url) => url.Value[1..];

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
