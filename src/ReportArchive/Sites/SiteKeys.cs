using System.Collections.Immutable;
using ReportArchive.Yaml;

namespace ReportArchive.Sites;

/// <summary>The keys of site.yml.</summary>
public static class SiteKeys
{
    /// <summary>Name of the archive.</summary>
    public static YamlKey Title { get; } = new(
        "title", YamlForm.Text, "名称", "档案的名称。", "Name of the archive.", "某市报告档案")
    { Default = "报告档案" };

    /// <summary>One sentence about it.</summary>
    public static YamlKey Description { get; } = new(
        "description", YamlForm.Text, "简介", "一句话简介，用于搜索引擎和订阅。", "One sentence for search engines and feeds.", "某市历年政府工作报告全文")
    { Default = "中国地方政府工作报告、计划报告与预算报告：可读、可检索、可逐段引用。" };

    /// <summary>Language of the pages.</summary>
    public static YamlKey Language { get; } = new(
        "language", YamlForm.Text, "语言", "网页的语言标记。", "Language of the pages, as a tag of BCP 47.", "zh-Hans")
    { Default = "zh-CN", Pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$" };

    /// <summary>Where the site is published.</summary>
    public static YamlKey BaseUrl { get; } = new(
        "baseUrl", YamlForm.WebAddress, "网址", "网站发布的网址，可以带路径。", "Where the site is published; `--base-url` overrides it.", "https://example.org/report-archive/")
    { Default = "https://report-archive.example/" };

    /// <summary>Who publishes it.</summary>
    public static YamlKey Publisher { get; } = new(
        "publisher", YamlForm.Text, "发布者", "发布档案的人或机构；不写就用名称。", "Who publishes the archive; the title where missing.", "某大学图书馆");

    /// <summary>The source repository.</summary>
    public static YamlKey Repository { get; } = new(
        "repository",
        YamlForm.WebAddress,
        "代码仓库",
        "档案所在的 GitHub 仓库；写明以后，每段旁边出现“指出错误”。",
        "Address of the archive's repository on GitHub; with it, each paragraph has a link to report an error.",
        "https://github.com/example/report-archive");

    /// <summary>Terms of definitions and metadata.</summary>
    public static YamlKey Licence { get; } = new(
        "licence", YamlForm.Text, "许可证", "释义与元数据的许可证。", "Licence of definitions and metadata.", "CC-BY-4.0")
    {
        Default = Sites.Licence.All[0].Id,
        Choices = [.. Sites.Licence.All.Select(static licence => new YamlChoice(licence.Id, licence.Name))],
    };

    /// <summary>When a quoted expression gets a page.</summary>
    public static YamlKey QuotedInReports { get; } = new(
        "quotedInReports",
        YamlForm.Number,
        "引号提法的篇数",
        "没有整理过的提法，至少在几篇报告里加了引号才有自己的页面；写到它的报告中加引号的不足一成的，视为普通词语。",
        "In how many reports an expression without a file must stand in quotation marks to get a page; and in one of ten of those that hold it, or it counts as ordinary words.",
        "5")
    { Default = "3", Bounds = (2, 1_000_000) };

    /// <summary>How the files of the search index lie on their host.</summary>
    public static YamlKey SearchFiles { get; } = new(
        "search.files",
        YamlForm.Text,
        "检索文件",
        "检索文件的存放方式；主机不支持 HTTP Range 而报告又多时写 chunks。",
        "How the search index lies on its host: `range`, large files read in pieces, or `chunks`, files of 16 KB for a large archive on a host without HTTP Range.",
        "chunks")
    { Default = "range", Choices = [new("range", "大文件，分段读取"), new("chunks", "16 KB 的小文件")] };

    /// <summary>All keys, in the order they are documented.</summary>
    public static ImmutableArray<YamlKey> All { get; } = [Title, Description, Language, BaseUrl, Publisher, Repository, Licence, QuotedInReports, SearchFiles];
}
