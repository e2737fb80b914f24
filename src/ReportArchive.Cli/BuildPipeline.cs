using System.Collections.Immutable;
using ReportArchive.Anchors;
using ReportArchive.Caching;
using ReportArchive.Concepts;
using ReportArchive.Data;
using ReportArchive.Diagnostics;
using ReportArchive.Feeds;
using ReportArchive.Pages;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Search;
using ReportArchive.Sharding;
using ReportArchive.Sites;
using ReportArchive.Theme;

namespace ReportArchive.Cli;

/// <summary>What a build is asked for.</summary>
/// <param name="Input">Folder of the content.</param>
/// <param name="Output">Folder of the site.</param>
/// <param name="BaseUrl">Overrides that of site.yml.</param>
/// <param name="Jobs">Most pages rendered at once.</param>
internal sealed record BuildRequest(string Input, string Output, Uri? BaseUrl, int Jobs)
{
    /// <summary>Address of the repository where site.yml names none; empty for none.</summary>
    public string Repository { get; init; } = "";

    /// <summary>The place whose reports, and those of the places below it, are all that is read; none for the whole archive.</summary>
    public PlaceCode? Only { get; init; }

    /// <summary>Whose share of the site is made; the whole of it where one machine builds.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>What all shards have read of the reports; none where one machine builds, and reads them itself.</summary>
    public GatheredFacts? Facts { get; init; }

    /// <summary>Whether pages of the last build may be kept where they would come out the same.</summary>
    public bool IsIncremental { get; init; } = true;

    /// <summary>Is told why each page is made that is not kept; may be called from several threads at once.</summary>
    public Action<string>? Explain { get; init; }
}

/// <summary>What a build came to.</summary>
/// <param name="Diagnostics">What is wrong with the content, in order; with errors nothing was written.</param>
/// <param name="Changes">What changed on disk; none where nothing was written.</param>
/// <param name="Figures">How much the archive holds.</param>
internal sealed record BuildResult(ImmutableArray<Diagnostic> Diagnostics, OutputChanges? Changes, SiteFigures? Figures)
{
    /// <summary>Pages made.</summary>
    public int Made { get; init; }

    /// <summary>Pages of the last build that were kept.</summary>
    public int Kept { get; init; }

    public bool Failed => Changes is null;
}

/// <summary>
/// The whole build, read top to bottom: read the content, derive the site, make the files, swap them in.
/// Pipelines: Reports, Concepts, Places, Years, Kinds (pages), Search, Feeds, Data, Assets.
/// </summary>
internal static class BuildPipeline
{
    public static async Task<BuildResult> RunAsync(BuildRequest request, BuildProgress progress)
    {
        var diagnostics = new List<Diagnostic>();
        using var bodies = BodyStore.Create();
        var site = ReadSite(request, diagnostics, progress, bodies);
        diagnostics.Sort(Diagnostic.Compare);
        if (diagnostics.Exists(static diagnostic => diagnostic.Severity == Severity.Error))
            return new BuildResult([.. diagnostics], Changes: null, Figures: null);

        using var output = OutputFolder.Open(request.Output, request.Input);
        using var publication = new Publication(output);
        var assets = ThemeAssets.Load(request.Input);
        var theme = new ThemeContext(site.Settings, new SiteUrl(assets.Root));
        var shard = request.Shard;

        foreach (var asset in assets.Files.Where(asset => shard.Has(asset.Path)))
            output.Write(asset);
        var models = new ModelBytes();
        using var cache = PageCache.Open(output, theme, models, request.IsIncremental, request.Explain);
        var segments = new SegmentStore(output.SegmentsPath, PageCache.Program, request.IsIncremental);
        var writer = new PageWriter(output, publication, cache);
        ImmutableArray<PlannedPage> plan = [.. PageBuilder.Plan(site, models)];
        await WritePagesAsync([.. plan.Where(page => shard.Has(page.Url.Value))], () => WriteSearch(site, shard, segments, publication), theme, request, writer, progress);
        progress.Stage("Writing feeds and data");
        foreach (var file in Small(site, theme, plan, shard))
            publication.Write(file);
        if (shard.Has(SiteUrl.Data.Value))
            await WriteDataAsync(site, theme, publication);
        output.Write(publication.Manifest());
        if (request.Facts is { } facts)
            output.Write(PartRecord.Of(shard, facts, theme, models, output.Size).ToFile());
        progress.Stage("Swapping the site in");
        var changes = output.Commit();
        cache.Save(output);
        segments.Sweep();
        progress.End();
        return new BuildResult([.. diagnostics], changes, PageBuilder.Figures(site)) { Made = cache.Made, Kept = cache.Kept };
    }

    /// <summary>Reads and derives everything, and writes nothing: what <c>check</c> looks at too.</summary>
    /// <param name="request">What the build is asked for.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <param name="progress">Is told how far it has come.</param>
    /// <param name="bodies">Keeps the texts, and must outlive the site; without it they are held in memory.</param>
    public static Site ReadSite(BuildRequest request, List<Diagnostic> diagnostics, BuildProgress progress, BodyStore? bodies = null)
    {
        var input = InputFolder.Open(request.Input);
        var settingsFile = input.File("site.yml", diagnostics);
        var settings = SiteSettings.Read(settingsFile.Text, settingsFile.Path, diagnostics);
        if (request.BaseUrl is not null)
            settings = settings with { BaseUrl = request.BaseUrl };
        if (settings.Repository.Length == 0)
            settings = settings with { Repository = request.Repository };
        var places = ReadPlaces(input, diagnostics);
        var ledgers = new LedgerFolder(input);
        var files = input.ReportFiles(diagnostics);
        var stage = progress.Stage("Reading reports");
        var read = request.Facts is { } facts
            ? facts.Read(input.Prefix, places, diagnostics)
            : Parse(files, (path, found) => ReadReport(path, places, ledgers, bodies, found), diagnostics, stage);
        var allRead = !diagnostics.Exists(static diagnostic => diagnostic.Severity == Severity.Error);
        var (all, publications) = ledgers.Record(read, diagnostics);
        var reports = request.Only is { } place ? PartOf(all, place, places) : all;
        var concepts = Parse(input.Concepts(diagnostics), static (file, found) => ConceptReader.Read(file.Text, file.Path, found), diagnostics, progress.Stage("Reading concepts"));
        if (reports.IsEmpty && diagnostics.Count == 0)
            diagnostics.Add(Diagnostic.Warning("RA0203", new SourceSpan(request.Input), "the archive holds no report", "run 'report-archive import DUMP' or 'report-archive new --place … --year … --kind gwr'"));
        progress.Stage("Deriving the site");
        return SiteBuilder.Build(settings, places, reports, concepts, diagnostics, allRead && request.Only is null) with { Publications = publications };
    }

    private static ImmutableArray<Report> PartOf(ImmutableArray<Report> reports, PlaceCode place, PlaceTable places)
    {
        ImmutableArray<Report> part = [.. reports.Where(report => places.Path(report.Id.Place).Any(above => above.Code == place))];
        return part.IsEmpty && !reports.IsEmpty
            ? throw new UserException($"--only {place}: the archive holds no report of {places.Find(place)?.Name ?? "such a place"}, nor of a place below it", "name a code that begins an address below /p/, e.g. --only 370300")
            : part;
    }

    /// <summary>Reads one report with what lies beside it.</summary>
    public static PublishedReport? ReadReport(string path, PlaceTable places, LedgerFolder ledgers, BodyStore? bodies, ICollection<Diagnostic> diagnostics)
    {
        if (InputFolder.Read(path, diagnostics) is not { } file || ReportReader.Read(file.Text, file.Path, places, diagnostics) is not { } report)
            return null;
        var published = ledgers.Publish(WithVariants(report, path, diagnostics), diagnostics);
        return bodies is null ? published : published with { Report = published.Report with { Body = bodies.Keep(published.Report.Body) } };
    }

    /// <summary>A report with the variants that lie beside its file.</summary>
    private static Report WithVariants(Report report, string path, ICollection<Diagnostic> diagnostics)
    {
        var variants = VariantsFile.PathFor(path);
        return File.Exists(variants) && InputFolder.Read(variants, diagnostics) is { } file
            ? report with { Variants = VariantsFile.Read(file.Text).Variants }
            : report;
    }

    /// <summary>The table of divisions with the corrections of places.csv.</summary>
    public static PlaceTable ReadPlaces(InputFolder input, List<Diagnostic> diagnostics)
    {
        var file = input.File("places.csv", diagnostics);
        if (file.Text.Length == 0)
            return PlaceTable.National;
        var (corrections, found) = PlaceCorrections.Read(file.Text, file.Path);
        diagnostics.AddRange(found);
        diagnostics.AddRange(PlaceCorrections.Check(corrections, PlaceTable.National));
        return PlaceTable.National.With(corrections);
    }

    /// <summary>Parses files side by side; each file's diagnostics stay together and in order, so that no mistake hides another.</summary>
    private static ImmutableArray<T> Parse<TFile, T>(
        ImmutableArray<TFile> files, Func<TFile, ICollection<Diagnostic>, T?> parse, List<Diagnostic> diagnostics, BuildStage stage)
        where T : class
    {
        stage.Expect(files.Length);
        var parsed = files.AsParallel().AsOrdered().Select(file =>
        {
            var found = new List<Diagnostic>();
            var value = parse(file, found);
            stage.Advance();
            return (Value: value, Found: found);
        }).ToList();
        diagnostics.AddRange(parsed.SelectMany(static result => result.Found));
        return [.. parsed.Select(static result => result.Value).OfType<T>()];
    }

    /// <summary>Writes the pages, and beside them, as one more piece of the work, the search index.</summary>
    private static async Task WritePagesAsync(ImmutableArray<PlannedPage> pages, Func<Task> writeSearch, ThemeContext theme, BuildRequest request, PageWriter writer, BuildProgress progress)
    {
        await using var renderer = new PageRenderer(theme);
        var stage = progress.Stage("Writing pages and the search index");
        stage.Expect(pages.Length + 1);
        // The index goes first: it is the longest piece, and one thread makes it.
        var work = pages.Select(page => (Func<Task>)(() => writer.WriteAsync(page.Make(), renderer))).Prepend(writeSearch);
        await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = request.Jobs }, async (piece, _) =>
        {
            await piece();
            stage.Advance();
        });
    }

    private static Task WriteSearch(Site site, Shard shard, SegmentStore segments, Publication publication)
    {
        foreach (var file in SiteSearch.Write(site, segments.Cache, shard, static () => new TemporaryFile()))
            publication.Write(file.ToSite());
        return Task.CompletedTask;
    }

    /// <summary>What is made one after another: not worth sharing out file by file. Each file is written before the next is made.</summary>
    private static IEnumerable<OutputFile> Small(Site site, ThemeContext theme, ImmutableArray<PlannedPage> plan, Shard shard) =>
        new (string Group, Func<IEnumerable<OutputFile>> Files)[]
        {
            ("feeds", () => Feeds(site, plan)),
            ("previews", () => PreviewFiles.Write(site)),
            ("moved", () => Moved(site, theme, plan)),
        }
        .Where(part => shard.Has(part.Group))
        .SelectMany(static part => part.Files());

    /// <summary>Pages at old addresses and at addresses by name: what is published goes before what redirects.</summary>
    private static IEnumerable<OutputFile> Moved(Site site, ThemeContext theme, ImmutableArray<PlannedPage> plan)
    {
        var published = plan.Select(static page => page.Url).ToHashSet();
        var script = theme.Assets.File("cite/moved.js");
        return RedirectPages.Write([.. site.Publications.Redirects], published.Contains, site.Settings, script)
            .Concat(RedirectPages.ByName(NamedAddresses.Of(site), site.Settings, script))
            .Prepend(CiteIndex.Write(site));
    }

    private static IEnumerable<OutputFile> Feeds(Site site, ImmutableArray<PlannedPage> plan) =>
    [
        new OutputFile("feed.xml", AtomFeed.Write(site)),
        .. Sitemap.Write(site.Settings, plan.Select(static page => page.Url).Append(SiteUrl.Data).Where(static url => url.Value[^1] == '/')),
        Sitemap.Robots(site.Settings),
        OpenSearch.Write(site.Settings),
    ];

    private static async Task WriteDataAsync(Site site, ThemeContext theme, Publication publication)
    {
        List<DataFile> files = [.. BulkData.Files(site).Select(entry => publication.Write(entry.File, entry.Description))];
        files.Add(publication.Write(BulkData.Sums(files), "以上文件的 SHA-256 校验和"));
        await using var renderer = new PageRenderer(theme);
        var page = PageBuilder.Data(files);
        using var buffer = new ByteBuffer();
        publication.Write(await renderer.RenderAsync(page, buffer), page);
    }
}
