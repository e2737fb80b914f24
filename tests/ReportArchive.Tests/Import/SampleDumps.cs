using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReportArchive.Import;
using ReportArchive.Reports;

namespace ReportArchive.Tests.Import;

/// <summary>Dumps in the shapes the archive's own came in, made from its reports.</summary>
internal static class SampleDumps
{
    /// <summary>A dump of a text.</summary>
    public static Dump Of(string name, string text) =>
        new(name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), "utf-8", text);

    /// <summary>A page that keeps lines, with narrow punctuation and a site's furniture around the report.</summary>
    public static Dump Page(string id) => Of("page.txt", $"首页 > 公文大全 > 工作报告\n发布时间：2023-02-01 08:30  浏览：1024次  字号：大 中 小\n{Narrow(string.Join('\n', [.. Frame(id), .. Lines(id)]))}\n\n上一篇：没有了\n下一篇：关于加强档案工作的通知\n打印本页 关闭窗口\n");

    /// <summary>The same with lines of forty characters and numbered pages.</summary>
    public static Dump Pages(string id)
    {
        var lines = Frame(id).Concat(Lines(id).SelectMany(static line => ("　　" + line).Chunk(36).Select(static part => new string(part)))).ToList();
        for (var (at, page) = (30, 1); at < lines.Count; (at, page) = (at + 31, page + 1))
            lines.Insert(at, string.Create(CultureInfo.InvariantCulture, $"- {page} -"));
        return Of("pages.txt", string.Join("\r\n", lines));
    }

    /// <summary>A list page that gives each report in one line.</summary>
    public static Dump List(params string[] ids) => Of("list.txt", "最新动态\n\n" + string.Concat(ids.Select(static id => $"  • {Report(id).Matter.Title}\n\n    {Narrow(string.Concat([.. Frame(id).Skip(1), .. Lines(id).Select(static line => (Enumerator.Read(line, 0) is null ? "" : " ") + line)]))}\n\n    2025-07-08\n\n")) + "共 507 页\n联系我们\n");

    /// <summary>The first part of a report, cut off by a pay wall, with an outline before it.</summary>
    public static Dump Half(string id, double share = 0.5)
    {
        var body = string.Join('\n', Lines(id));
        var outline = Report(id).Blocks.Where(static block => block.Level is 2 or 3).Select(static block => block.Text);
        return Of("half.txt", $"{Report(id).Matter.Title}VIP免费\n\n提纲:\n\n{string.Join("\n\n", outline)}\n\n正文:\n\n{string.Join('\n', Frame(id))}\n{Narrow(body[..(int)(body.Length * share)])}\n\n试读已结束，还剩8页未读\n付费后可阅读全文\n");
    }

    /// <summary>A web page.</summary>
    public static RawFile Html(string id)
    {
        var html = new StringBuilder("<!DOCTYPE html><html><head><title>工作报告_某某网</title><script>document.write('各位代表：')</script></head><body><nav><a href=/>首页</a> <a href=/a>政务公开</a></nav><div id=zoom>\n");
        foreach (var line in Frame(id).Concat(Lines(id)))
            html.Append(CultureInfo.InvariantCulture, $"<p>&emsp;&emsp;<span>{line[..(line.Length / 2)].Replace("<", "&lt;", StringComparison.Ordinal)}</span>{line[(line.Length / 2)..].Replace("<", "&lt;", StringComparison.Ordinal)}</p>\n");
        return new RawFile("page.html", Encoding.UTF8.GetBytes(html.Append("</div><footer>版权所有：某某网 京ICP备00000000号</footer></body></html>").ToString()));
    }

    /// <summary>What stands above a report: title, session, speaker.</summary>
    public static List<string> Frame(string id)
    {
        var matter = Report(id).Matter;
        List<string> lines = [matter.Title];
        if (matter.Meeting is not null)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"——{matter.Date:yyyy年M月d日}在{matter.Meeting}上"));
        if (matter.Speaker is not null)
            lines.Add($"{matter.Office}　{matter.Speaker}");
        return lines;
    }

    /// <summary>A report's blocks, one a line.</summary>
    public static List<string> Lines(string id) => [.. Report(id).Blocks.Select(static block => block.Text)];

    /// <summary>Marks in their half-width form; the full stop stays, as it does on such pages.</summary>
    public static string Narrow(string text) =>
        string.Concat(text.Select(static c => "，：；！？（）".IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? ",:;!?()"[at] : c));

    private static Report Report(string id) => Archive.Report(id);
}
