using System.Collections.Immutable;
using ReportArchive.Anchors;
using ReportArchive.Caching;
using ReportArchive.Citations;
using ReportArchive.Concepts;
using ReportArchive.Rdf;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>One HTML page: what its template shows, and where it is published.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Title">Its title, without the archive's name.</param>
/// <param name="Description">One sentence for search engines and link previews.</param>
public abstract record Page(SiteUrl Url, string Title, string Description)
{
    /// <summary>The file it is made from, for the message when two claim one address; empty when derived from many.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The way to it from the home page, itself left out.</summary>
    public ImmutableArray<PageLink> Trail { get; init; } = [];

    /// <summary>The anchors on it that may be cited, in reading order, those without a block of their own last.</summary>
    public virtual IEnumerable<string> Anchors => [];
}

/// <summary>A link with its words.</summary>
public readonly record struct PageLink(string Text, SiteUrl Url);

/// <summary>A report in a list.</summary>
/// <param name="Report">The report.</param>
/// <param name="PlacePath">Names from the province down.</param>
public sealed record ReportItem(Report Report, ImmutableArray<string> PlacePath)
{
    /// <summary>Its address.</summary>
    public SiteUrl Url => SiteUrl.Of(Report.Id);

    /// <summary>Names from the province down without a mark between, as Chinese writes them.</summary>
    public string PlaceName => string.Concat(PlacePath);
}

/// <summary>A concept in a list.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="Reports">How many reports use it.</param>
/// <param name="Occurrences">How often they use it.</param>
/// <param name="FirstYear">Plan year of the first; none when no report uses it.</param>
public sealed record ConceptItem(Concept Concept, int Reports, int Occurrences, PlanYear? FirstYear)
{
    /// <summary>Its address.</summary>
    public SiteUrl Url => SiteUrl.Of(Concept.Slug);
}

/// <summary>The home page: what is here, from where, from when, what is new, where to begin.</summary>
public sealed record HomePage(
    string SiteTitle,
    string About,
    SiteFigures Figures,
    ReportMatrix Matrix,
    ImmutableArray<ReportItem> Newest,
    ImmutableArray<ConceptItem> Concepts,
    ImmutableArray<HomePassage> Passages) : Page(SiteUrl.Home, SiteTitle, About);

/// <summary>A sentence that invites to read on.</summary>
/// <param name="Concept">What it is about.</param>
/// <param name="Before">The sentence before the concept's name.</param>
/// <param name="Name">The name as it stands in the sentence.</param>
/// <param name="After">The sentence after the concept's name.</param>
/// <param name="Report">Where it stands.</param>
/// <param name="Anchor">Paragraph.</param>
public sealed record HomePassage(Concept Concept, string Before, string Name, string After, ReportItem Report, AnchorId Anchor);

/// <summary>How much the archive holds.</summary>
/// <param name="Reports">Reports.</param>
/// <param name="Characters">UTF-16 units of all bodies without headings.</param>
/// <param name="Paragraphs">Blocks that are not headings.</param>
/// <param name="Places">Places that have reports.</param>
/// <param name="Concepts">Concepts that occur.</param>
/// <param name="FirstYear">Earliest plan year.</param>
/// <param name="LastYear">Latest plan year.</param>
public sealed record SiteFigures(int Reports, long Characters, int Paragraphs, int Places, int Concepts, PlanYear? FirstYear, PlanYear? LastYear);

/// <summary>One report.</summary>
public sealed record ReportPage(
    ReportItem Item,
    string PageDescription,
    ImmutableArray<BlockView> Blocks,
    ImmutableArray<ReportConcept> Concepts,
    Neighbours Neighbours) : Page(Item.Url, Item.Report.Matter.Title, PageDescription)
{
    /// <summary>The report.</summary>
    public Report Report => Item.Report;

    /// <summary>What was published of it before.</summary>
    public required ReportHistory History { get; init; }

    /// <summary>What its head says to other programs.</summary>
    public required PageMetadata Metadata { get; init; }

    /// <summary>What it has in common with others.</summary>
    public required ReportParallels Parallels { get; init; }

    /// <summary>The other places it names.</summary>
    public ImmutableArray<NamedPlaceView> Places { get; init; } = [];

    /// <summary>The concepts whose definitions are drawn from it.</summary>
    public ImmutableArray<DefinedHere> DefinedHere { get; init; } = [];

    private static IEnumerable<string> Ids(IEnumerable<AnchorId> anchors) => anchors.Select(static anchor => anchor.ToString());

    /// <summary>Single paragraphs that are found elsewhere now: an editor's redirects of its anchors.</summary>
    public ImmutableArray<Redirect> MovedAnchors { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string> Anchors =>
    [
        .. Ids(History.GoneAfter(null)),
        .. Report.Blocks.SelectMany(block => Ids([block.Anchor]).Concat(Ids(History.MergedInto(block.Anchor))).Concat(Ids(History.GoneAfter(block.Anchor)))),
        .. MovedAnchors.Select(static redirect => redirect.From.Anchor),
    ];
}

/// <summary>One edition of a report that was corrected since, or was made by a correction: its text stays readable.</summary>
/// <param name="Item">The report.</param>
/// <param name="Edition">The edition.</param>
/// <param name="IsCurrent">Whether it is the present one.</param>
/// <param name="Blocks">Its blocks in reading order.</param>
/// <param name="Changes">What differs from it today; empty for the present one.</param>
public sealed record EditionPage(
    ReportItem Item, Edition Edition, bool IsCurrent, ImmutableArray<LedgerEntry> Blocks, ImmutableArray<ParagraphChange> Changes) : Page(
    SiteUrl.Of(Item.Report.Id, Edition.Number),
    $"{Item.Report.Matter.Title}（第{Edition.Number}版）",
    $"{Item.Report.Matter.Title}第{Edition.Number}版的全文，供核对此前的引用。")
{
    /// <inheritdoc/>
    public override IEnumerable<string> Anchors => Blocks.Select(static block => block.Anchor.ToString());
}

/// <summary>A concept a report uses.</summary>
/// <param name="Item">The concept.</param>
/// <param name="Count">How often here.</param>
/// <param name="Anchors">The paragraphs, each once, in reading order.</param>
public sealed record ReportConcept(ConceptItem Item, int Count, ImmutableArray<AnchorId> Anchors);

/// <summary>One concept.</summary>
public sealed record ConceptPage(
    ConceptItem Item,
    string PageDescription,
    ImmutableArray<ImmutableArray<Segment>> Definition,
    ImmutableArray<ConceptPart> Parts,
    ImmutableArray<EvidenceView> Evidence,
    ImmutableArray<ConceptLink> Relations,
    Deferred<ConceptUsage> UsageSource) : Page(Item.Url, Item.Concept.Label, PageDescription)
{
    /// <summary>The concept.</summary>
    public Concept Concept => Item.Concept;

    /// <summary>The reference to the page.</summary>
    public required Citation Citation { get; init; }

    /// <summary>The concept as a resource of SKOS.</summary>
    public required RdfResource Skos { get; init; }

    /// <summary>References to the reports that use the concept, by plan year, then place; empty when there are too many for a file.</summary>
    public ImmutableArray<Citation> ReportCitations { get; init; } = [];

    /// <summary>How reports use it; worked out when the page is first looked at, so that pages are made side by side.</summary>
    public ConceptUsage Usage => UsageSource.Value;
}

/// <summary>One of the things a formula stands for.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Url">The concept of that name, if there is one.</param>
public readonly record struct ConceptPart(string Text, SiteUrl? Url);

/// <summary>A quoted passage with its place.</summary>
public sealed record EvidenceView(string Quote, ReportItem Report, AnchorId Anchor);

/// <summary>A concept that stands in a relation to this one.</summary>
/// <param name="Relation">Which relation.</param>
/// <param name="Link">The other concept.</param>
/// <param name="Why">The first sentence of its definition; empty where it has none.</param>
public readonly record struct ConceptLink(string Relation, PageLink Link, string Why);

/// <summary>The places as a tree.</summary>
public sealed record PlaceIndexPage(ImmutableArray<PlaceItem> Roots) : Page(
    SiteUrl.Places, "地方", "收有报告的省、市、县（区）与乡镇。");

/// <summary>A place in the tree.</summary>
/// <param name="Node">The place.</param>
/// <param name="Children">Places below it.</param>
/// <param name="Reports">Its own reports.</param>
public sealed record PlaceItem(PlaceNode Node, ImmutableArray<PlaceItem> Children, ImmutableArray<ReportItem> Reports)
{
    // Links of 180 bytes each, beside the other lists of the page.
    private const int Many = 350;

    /// <summary>Whether places side by side have too many reports, with all below, for one page to link each.</summary>
    public static bool AreMany(IEnumerable<PlaceItem> items) => items.Sum(static item => item.Reports.Length + item.Node.ReportsBelow) > Many;

    /// <summary>Its address.</summary>
    public SiteUrl Url => SiteUrl.Of(Node.Place.Code);
}

/// <summary>One place.</summary>
public sealed record PlacePage(
    PlaceItem Item,
    string PageDescription,
    ImmutableArray<ConceptItem> Concepts,
    ReportMatrix Matrix) : Page(SiteUrl.Of(Item.Node.Place.Code), string.Concat(Item.Node.Path.Select(static place => place.Name)), PageDescription)
{
    /// <summary>Reports of other places that name it, latest first.</summary>
    public ImmutableArray<NamingReport> NamedBy { get; init; } = [];

    /// <summary>How many reports of other places name it.</summary>
    public int NamedByInAll { get; init; }
}

/// <summary>The years.</summary>
public sealed record YearIndexPage(ImmutableArray<YearGroup> Years) : Page(SiteUrl.Years, "年份", "按计划年度排列的报告。");

/// <summary>A plan year and its reports.</summary>
public sealed record YearGroup(PlanYear Year, ImmutableArray<ReportItem> Reports);

/// <summary>One plan year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Reports">Its reports, as far as this page holds them.</param>
/// <param name="All">How many it has.</param>
/// <param name="Concepts">The concepts they use most.</param>
/// <param name="Earlier">The year before it that has reports.</param>
/// <param name="Later">The year after it that has reports.</param>
/// <param name="Paging">Which part of the reports this is.</param>
public sealed record YearPage(
    PlanYear Year, ImmutableArray<ReportItem> Reports, int All, ImmutableArray<ConceptItem> Concepts, PlanYear? Earlier, PlanYear? Later, Paging Paging)
    : Page(Paging.Url, $"{Year}年{Paging.Suffix}", $"{Year}年的地方政府报告，共{All}篇。");

/// <summary>The kinds.</summary>
public sealed record KindIndexPage(ImmutableArray<KindGroup> Kinds) : Page(SiteUrl.Kinds, "类别", "政府工作报告、计划报告与预算报告。");

/// <summary>A kind and its reports.</summary>
public sealed record KindGroup(ReportKind Kind, ImmutableArray<ReportItem> Reports);

/// <summary>One kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Reports">Its reports, as far as this page holds them.</param>
/// <param name="All">How many it has.</param>
/// <param name="Paging">Which part of the reports this is.</param>
public sealed record KindPage(ReportKind Kind, ImmutableArray<ReportItem> Reports, int All, Paging Paging)
    : Page(Paging.Url, Kind.Name() + Paging.Suffix, $"{Kind.Name()}，共{All}篇。");

/// <summary>The search page; what it finds is found in the browser.</summary>
public sealed record SearchPage() : Page(SiteUrl.Search, "检索", "在全部报告的正文中检索任意字句。");

/// <summary>The page that finds a paragraph from a reference, an old link, or a few words such as 周村 2023 第17段.</summary>
public sealed record CitePage() : Page(SiteUrl.Cite, "按引文查找", "输入“周村 2023 第17段”，或粘贴一条参考文献、一个旧网址，即可找到原文段落。");

/// <summary>The bulk downloads.</summary>
public sealed record DataPage(ImmutableArray<DataFile> Files) : Page(SiteUrl.Data, "数据下载", "全部报告与提法的机读数据。");

/// <summary>A file for download.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Description">What is in it.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, lower-case hex.</param>
public sealed record DataFile(SiteUrl Url, string Description, long Bytes, string Sha256);

/// <summary>What the archive is, how its texts are made, and how to cite it.</summary>
/// <param name="Figures">How much the archive holds.</param>
/// <param name="Repository">Address of its repository; empty for none.</param>
/// <param name="Example">A report, to show what an address looks like.</param>
public sealed record AboutPage(SiteFigures Figures, string Repository, ReportItem? Example)
    : Page(SiteUrl.About, "关于", "本档案收录什么、文本如何整理、怎样引用。")
{
    // Not the salutation, which is the first of most.
    private const int Shown = 5;

    /// <summary>A paragraph of the report, the fifth where it has so many.</summary>
    public AnchorId? ExampleAnchor { get; } = Example is { Report.Body.Figures.Blocks: > 0 and var blocks } ? Example.Report.Body[Math.Min(Shown, blocks) - 1].Anchor : null;
}

/// <summary>What a host shows for an address that leads nowhere.</summary>
public sealed record NotFoundPage() : Page(SiteUrl.NotFound, "没有这个页面", "没有这个页面。");
