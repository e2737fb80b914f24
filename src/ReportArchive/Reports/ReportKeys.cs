using System.Collections.Immutable;
using ReportArchive.Yaml;

namespace ReportArchive.Reports;

/// <summary>The keys of a report's front matter.</summary>
public static class ReportKeys
{
    /// <summary>Title in full.</summary>
    public static YamlKey Title { get; } = new(
        "title", YamlForm.Text, "标题", "报告的完整标题。", "Title in full.", "2023年周村区政府工作报告")
    { IsRequired = true };

    /// <summary>The place whose government reports.</summary>
    public static YamlKey Place { get; } = new(
        "place",
        YamlForm.Place,
        "地方",
        "由省往下写全名，用“/”隔开；也可写行政区划代码（乡镇、街道为九位）。",
        "Names from the province down, or a code of GB/T 2260; towns have nine digits.",
        "山东省/淄博市/周村区")
    { IsRequired = true, Offer = YamlOffer.PlacesInUse };

    /// <summary>Plan year.</summary>
    public static YamlKey Year { get; } = new(
        "year",
        YamlForm.Number,
        "年度",
        "标题里的计划年度，不是作报告的年份。",
        "The plan year in the title, not the year of delivery.",
        "2023")
    { IsRequired = true, Bounds = (PlanYear.Earliest, PlanYear.Latest) };

    /// <summary>Kind.</summary>
    public static YamlKey Kind { get; } = new(
        "kind", YamlForm.Text, "类别", "报告的类别。", "Kind of report.", ReportKind.GovernmentWork.Key())
    {
        IsRequired = true,
        Choices = [.. ReportKinds.All.Select(static kind => new YamlChoice(kind.Key(), kind.Name()))],
    };

    /// <summary>Day of delivery.</summary>
    public static YamlKey Date { get; } = new(
        "date", YamlForm.Date, "作报告日期", "在大会上作报告的日期；来源没有写明就留空。", "Day of delivery; empty where the source does not state it.", "2023-01-07");

    /// <summary>The session.</summary>
    public static YamlKey Meeting { get; } = new(
        "meeting", YamlForm.Text, "会议", "听取报告的大会，写全称。", "The session it was delivered to, in full.", "淄博市周村区第十九届人民代表大会第二次会议");

    /// <summary>Who delivered it.</summary>
    public static YamlKey Speaker { get; } = new(
        "speaker", YamlForm.Text, "报告人", "作报告的人。", "Who delivered it.", "李晓红");

    /// <summary>The speaker's office.</summary>
    public static YamlKey Office { get; } = new(
        "office", YamlForm.Text, "职务", "报告人的职务。", "The speaker's office.", "区长");

    /// <summary>Concepts the editor adds.</summary>
    public static YamlKey Concepts { get; } = new(
        "concepts",
        YamlForm.Texts,
        "提法",
        "正文里没有出现、但编者认为相关的提法，写其文件名（不带 .md）。正文里出现的不必写。",
        "Slugs of concepts the editor adds to those found in the text.",
        "[si-jian-si-zeng]")
    { Offer = YamlOffer.ConceptsInUse };

    /// <summary>Names that mean no place here.</summary>
    public static YamlKey NotPlaces { get; } = new(
        "notPlaces",
        YamlForm.Texts,
        "并非地名",
        "正文里与地名同形、但在本篇并不指那个地方的字；写在这里便不加链接。",
        "Words of the text that look like a place's name and mean no place in this report: they are not linked.",
        "[日照]");

    /// <summary>Who published the witness.</summary>
    public static YamlKey SourceName { get; } = new(
        "name", YamlForm.Text, "来源名称", "谁发布的，或文本从何而来。", "Who published it, or what the dump was.", "周村区人民政府")
    { IsRequired = true };

    /// <summary>Where the witness was read.</summary>
    public static YamlKey SourceUrl { get; } = new(
        "url", YamlForm.WebAddress, "网址", "原文的网址。", "Address it was read from.", "https://www.example.gov.cn/report.html");

    /// <summary>When the witness was read.</summary>
    public static YamlKey SourceRetrieved { get; } = new(
        "retrieved", YamlForm.Date, "取得日期", "取得文本的日期。", "Day it was read.", "2023-01-20");

    /// <summary>Hash of the dump.</summary>
    public static YamlKey SourceSha256 { get; } = new(
        "sha256",
        YamlForm.Text,
        "原始文件 SHA-256",
        "原始文件的 SHA-256，64 位小写十六进制数字；import 会自动填写。",
        "SHA-256 of the raw dump, 64 lower-case hex digits; import fills it in.",
        "")
    { Pattern = "^[0-9a-f]{64}$" };

    /// <summary>Whether the witness is whole.</summary>
    public static YamlKey SourceComplete { get; } = new(
        "complete", YamlForm.Flag, "是否完整", "是否全文；没有核定就留空。", "Whether it holds the whole report; empty when nobody has judged.", "true");

    /// <summary>The witnesses.</summary>
    public static YamlKey Source { get; } = new(
        "source", YamlForm.Entries, "来源", "文本的来源，一个来源一项。", "Where the text came from: one entry a witness.", "")
    {
        Keys = [SourceName, SourceUrl, SourceRetrieved, SourceSha256, SourceComplete],
    };

    /// <summary>All keys, in the order they are written.</summary>
    public static ImmutableArray<YamlKey> All { get; } = [Title, Place, Year, Kind, Date, Meeting, Speaker, Office, Concepts, NotPlaces, Source];
}
