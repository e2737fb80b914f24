using System.Collections.Immutable;
using ReportArchive.Caching;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Sites;

namespace ReportArchive.Pages;

/// <summary>All pages of a site, in a fixed order, each made when it is asked for.</summary>
public static class PageBuilder
{
    private const int MostOnHome = 12;

    /// <summary>The pages one after another; the data page, which lists files made later, is made by <see cref="Data"/>.</summary>
    public static IEnumerable<Page> All(Site site) => Plan(site, new ModelBytes()).Select(static page => page.Make());

    /// <summary>Every page, with its address, to be made when it is wanted.</summary>
    /// <param name="site">The site.</param>
    /// <param name="models">Tells what models hold.</param>
    public static IEnumerable<PlannedPage> Plan(Site site, ModelBytes models)
    {
        // Found here, with all threads, and not by the first page that asks: the other pages would wait for that one, and hold
        // the threads it needs.
        var views = new PageViews(site);
        ConceptUsages? usages = null;
        Parallel.Invoke(() => usages = new ConceptUsages(site, views, models), () => _ = site.Parallels, () => _ = site.NamedPlaces);
        var trees = new PlaceTrees(site, views);
        var parallels = new ParallelViews(site, views);
        return [new(SiteUrl.Home, () => Home(site, views)), .. OfReports(site, views, parallels), .. OfParallels(site, views, parallels), .. OfConcepts(site, views, usages!), .. OfLists(site, views, trees), .. OfTheArchive(site, views)];
    }

    private static IEnumerable<PlannedPage> OfReports(Site site, PageViews views, ParallelViews parallels)
    {
        var definitions = new DefinitionsByReport(site, views);
        for (var i = 0; i < site.Reports.Length; i++)
        {
            var index = i;
            yield return new(SiteUrl.Of(site.Reports[i].Id), () => ReportPages.Make(site, index, views, parallels, definitions));
        }
        foreach (var edition in Enumerable.Range(0, site.Reports.Length).SelectMany(i => EditionPages.Plan(site, i, views)))
            yield return edition;
    }

    private static IEnumerable<PlannedPage> OfParallels(Site site, PageViews views, ParallelViews parallels)
    {
        yield return new(SiteUrl.Parallels, () => ParallelsPages.Make(site, views, parallels));
        for (var i = 0; i < site.Reports.Length; i++)
        {
            var index = i;
            yield return new(SiteUrl.ComparisonsOf(site.Reports[i].Id), () => ComparisonPages.Make(site, index, views, parallels));
        }
    }

    private static IEnumerable<PlannedPage> OfConcepts(Site site, PageViews views, ConceptUsages usages)
    {
        var relations = new ConceptRelations(site);
        var graph = new ConceptGraph(site);
        foreach (var index in ConceptIndexPages.Plan(site, views))
            yield return index;
        yield return new(SiteUrl.Compare, () => ComparePages.Make(site, views));
        for (var i = 0; i < site.Concepts.Length; i++)
        {
            var index = i;
            yield return new(SiteUrl.Of(site.Concepts[i].Slug), () => ConceptPages.Make(site, index, views, usages, relations, graph));
        }
    }

    private static IEnumerable<PlannedPage> OfLists(Site site, PageViews views, PlaceTrees trees)
    {
        yield return new(SiteUrl.Places, () => new PlaceIndexPage(trees.Roots) { Trail = HomeTrail });
        foreach (var code in site.PlaceTree.Keys)
            yield return new(SiteUrl.Of(code), () => PlaceOf(site, code, views, trees));
        yield return new(SiteUrl.Years, () => new YearIndexPage([.. site.Years.Select(year => new YearGroup(year, OfYear(site, year, views)))]) { Trail = HomeTrail });
        foreach (var year in Enumerable.Range(0, site.Years.Length).SelectMany(i => Year(site, i, views)))
            yield return year;
        yield return new(SiteUrl.Kinds, () => new KindIndexPage([.. site.Kinds.Select(kind => new KindGroup(kind, OfKind(site, kind, views)))]) { Trail = HomeTrail });
        foreach (var kind in ReportKinds.All.SelectMany(kind => Kind(site, kind, views)))
            yield return kind;
    }

    private static IEnumerable<PlannedPage> OfTheArchive(Site site, PageViews views) =>
    [
        new(SiteUrl.Search, static () => new SearchPage { Trail = HomeTrail }),
        new(SiteUrl.Cite, static () => new CitePage { Trail = HomeTrail }),
        new(SiteUrl.About, () => new AboutPage(Figures(site), site.Settings.Repository, Newest(site, views).FirstOrDefault()) { Trail = HomeTrail }),
        new(SiteUrl.NotFound, static () => new NotFoundPage()),
    ];

    /// <summary>The page of the bulk downloads.</summary>
    public static Page Data(IEnumerable<DataFile> files) => new DataPage([.. files]) { Trail = HomeTrail };

    internal static ImmutableArray<PageLink> HomeTrail { get; } = [new PageLink("首页", SiteUrl.Home)];

    /// <summary>How much the archive holds.</summary>
    public static SiteFigures Figures(Site site) => new(
        site.Reports.Length,
        site.Reports.Sum(static report => (long)report.Length),
        site.Reports.Sum(static report => report.Body.Figures.Paragraphs),
        site.Reports.Select(static report => report.Id.Place).Distinct().Count(),
        site.Uses.Count(static uses => !uses.IsEmpty),
        site.Years.IsEmpty ? null : site.Years[^1],
        site.Years.IsEmpty ? null : site.Years[0]);

    private static HomePage Home(Site site, PageViews views) => new(
        site.Settings.Title,
        site.Settings.Description,
        Figures(site),
        ReportMatrix.Of(site, Enumerable.Range(0, site.Reports.Length)),
        [.. Newest(site, views).Take(MostOnHome)],
        views.MostUsed(Enumerable.Range(0, site.Reports.Length), most: 48),
        HomePassages.Choose(site, views));

    /// <summary>Latest plan year first, then latest delivered, then by place.</summary>
    private static IEnumerable<ReportItem> Newest(Site site, PageViews views) =>
        Enumerable.Range(0, site.Reports.Length)
            .OrderByDescending(i => site.Reports[i].Id.Year)
            .ThenByDescending(i => site.Reports[i].Matter.Date)
            .ThenBy(static i => i)
            .Select(views.Item);

    private static PlacePage PlaceOf(Site site, PlaceCode code, PageViews views, PlaceTrees trees)
    {
        var item = trees.Item(code);
        var name = string.Concat(item.Node.Path.Select(static place => place.Name));
        var below = trees.ReportsWithin(code);
        var (naming, namingInAll) = NamedPlaceViews.Naming(site, code, views);
        return new PlacePage(
            item,
            $"{name}：本级报告{item.Reports.Length}篇，下辖各地{item.Node.ReportsBelow}篇。",
            views.MostUsed(below, most: 30),
            ReportMatrix.Of(site, below))
        {
            NamedBy = naming,
            NamedByInAll = namingInAll,
            Trail =
            [
                .. HomeTrail,
                new PageLink("地方", SiteUrl.Places),
                .. item.Node.Path.SkipLast(1).Select(static place => new PageLink(place.Name, SiteUrl.Of(place.Code))),
            ],
        };
    }

    private static IEnumerable<PlannedPage> Year(Site site, int index, PageViews views)
    {
        var year = site.Years[index];
        var reports = OfYear(site, year, views);
        return Paging.Cut(SiteUrl.Of(year), SiteUrl.Of(year), reports).Select(part => new PlannedPage(part.Paging.Url, () => new YearPage(
            year,
            part.Rows,
            reports.Length,
            views.MostUsed(reports.Select(item => site.ReportById[item.Report.Id]), most: 30),
            index + 1 < site.Years.Length ? site.Years[index + 1] : null,
            index > 0 ? site.Years[index - 1] : null,
            part.Paging)
        {
            Trail = [.. HomeTrail, new PageLink("年份", SiteUrl.Years)],
        }));
    }

    private static IEnumerable<PlannedPage> Kind(Site site, ReportKind kind, PageViews views)
    {
        var reports = OfKind(site, kind, views);
        return Paging.Cut(SiteUrl.Of(kind), SiteUrl.Of(kind), reports).Select(part => new PlannedPage(part.Paging.Url, () =>
            new KindPage(kind, part.Rows, reports.Length, part.Paging) { Trail = [.. HomeTrail, new PageLink("类别", SiteUrl.Kinds)] }));
    }

    private static ImmutableArray<ReportItem> OfYear(Site site, PlanYear year, PageViews views) =>
        [.. site.Kinds.SelectMany(kind => views.OfYearAndKind(year, kind)).Order().Select(views.Item)];

    private static ImmutableArray<ReportItem> OfKind(Site site, ReportKind kind, PageViews views) =>
        [.. site.Years.SelectMany(year => views.OfYearAndKind(year, kind)).Select(views.Item)];
}
