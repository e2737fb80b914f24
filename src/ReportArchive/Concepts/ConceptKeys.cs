using System.Collections.Immutable;
using ReportArchive.Yaml;

namespace ReportArchive.Concepts;

/// <summary>The keys of a concept's front matter.</summary>
public static class ConceptKeys
{
    private const string SlugPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /// <summary>Preferred name.</summary>
    public static YamlKey Label { get; } = new(
        "label", YamlForm.Text, "提法", "这个提法最通行的写法。", "The preferred name.", "四减四增")
    { IsRequired = true };

    /// <summary>Name in URLs.</summary>
    public static YamlKey Slug { get; } = new(
        "slug",
        YamlForm.Text,
        "网址名",
        "网址里的名字，与文件名相同：不带声调的拼音，音节之间用连字符；发布以后不再改动。",
        "Its name in URLs and of its file: pinyin without tones, syllables joined by hyphens. Never changed once published.",
        "si-jian-si-zeng")
    { IsRequired = true, Pattern = SlugPattern };

    /// <summary>What sort it is.</summary>
    public static YamlKey Kind { get; } = new(
        "kind", YamlForm.Text, "类别", "提法的类别。", "What sort of policy language it is.", ConceptKind.Slogan.Key())
    {
        IsRequired = true,
        Choices = [.. ConceptKinds.All.Select(static kind => new YamlChoice(kind.Key(), kind.Name()))],
    };

    /// <summary>Other names.</summary>
    public static YamlKey Aliases { get; } = new(
        "aliases", YamlForm.Texts, "别名", "其他写法，显示给读者，也算作这个提法。", "Other names, shown to readers and counted as the concept.", "[四减四增行动]");

    /// <summary>Spellings for matching.</summary>
    public static YamlKey Variants { get; } = new(
        "variants", YamlForm.Texts, "异写", "只用于匹配、不显示的写法。", "Spellings that only matching needs.", "[“四减”“四增”]");

    /// <summary>What a formula stands for.</summary>
    public static YamlKey Parts { get; } = new(
        "parts", YamlForm.Texts, "组成", "缩略语所指的各项，依次写出。", "What a formula stands for, in order.", "[调整产业结构, 调整能源结构]");

    /// <summary>A broader concept.</summary>
    public static YamlKey Parent { get; } = new(
        "parent", YamlForm.Text, "上位提法", "更宽的提法，写其文件名（不带 .md）。", "Slug of a broader concept.", "san-da-gong-jian-zhan")
    { Pattern = SlugPattern, Offer = YamlOffer.ConceptsInUse };

    /// <summary>Neighbours.</summary>
    public static YamlKey Related { get; } = new(
        "related", YamlForm.Texts, "相关提法", "意义相近的提法，写其文件名（不带 .md）。", "Slugs of neighbours in meaning.", "[liang-gao-xiang-mu]")
    { Offer = YamlOffer.ConceptsInUse };

    /// <summary>The successor.</summary>
    public static YamlKey ReplacedBy { get; } = new(
        "replacedBy", YamlForm.Text, "后继提法", "取代它的提法，写其文件名（不带 .md）。", "Slug of the concept that took its place.", "xin-jiu-dong-neng-zhuan-huan")
    { Pattern = SlugPattern, Offer = YamlOffer.ConceptsInUse };

    /// <summary>Identifier in Wikidata.</summary>
    public static YamlKey Wikidata { get; } = new(
        "wikidata", YamlForm.Text, "维基数据", "维基数据的编号。", "Identifier in Wikidata.", "Q12345")
    { Pattern = "^Q[0-9]+$" };

    /// <summary>What it covers.</summary>
    public static YamlKey Scope { get; } = new(
        "scope", YamlForm.Text, "范围", "一行：包括什么，不包括什么。", "A line on what it covers and what not.", "专指山东省的产业、能源、运输和农业投入结构调整");

    /// <summary>Whether the definition rests on general knowledge too.</summary>
    public static YamlKey General { get; } = new(
        "general",
        YamlForm.Flag,
        "兼据常识",
        "释义除引文外是否还依据一般知识。",
        "Whether the definition rests on general knowledge beside the quoted passages.",
        "true")
    { Default = "false" };

    /// <summary>The report a passage stands in.</summary>
    public static YamlKey EvidenceReport { get; } = new(
        "report", YamlForm.Text, "报告", "引文所在的报告：地方代码/年度/类别。", "The report it stands in: place code, plan year, kind.", "370306/2023/gwr")
    { IsRequired = true, Pattern = "^([0-9]{6}|[0-9]{9})/[0-9]{4}/(gwr|plan|budget)$" };

    /// <summary>A passage's words.</summary>
    public static YamlKey EvidenceQuote { get; } = new(
        "quote", YamlForm.Text, "引文", "原文的字句；标点不同不要紧。", "Its words; punctuation makes no difference.", "扎实开展新一轮“四减四增”")
    { IsRequired = true };

    /// <summary>The passages.</summary>
    public static YamlKey Evidence { get; } = new(
        "evidence", YamlForm.Entries, "引据", "释义所依据的原文。", "The passages the definition is drawn from.", "")
    { Keys = [EvidenceReport, EvidenceQuote] };

    /// <summary>All keys, in the order they are written.</summary>
    public static ImmutableArray<YamlKey> All { get; } =
        [Label, Slug, Kind, Aliases, Variants, Parts, Parent, Related, ReplacedBy, Wikidata, Scope, General, Evidence];
}
