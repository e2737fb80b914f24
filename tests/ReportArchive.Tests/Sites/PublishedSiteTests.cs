using System.Security.Cryptography;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Sites;

/// <summary>What holds of every site the program publishes.</summary>
public abstract class PublishedSiteTests(BuiltSite site)
{
    [Fact]
    public async Task Check_finds_nothing() => Assert.Equal("[]\n", (await site.CheckAsync("--format", "json")).Exits(0).Output);

    [Theory]
    [InlineData("feed.xml", "atom.xsd")]
    [InlineData("sitemap.xml", "sitemap.xsd")]
    public void Lists_for_machines_follow_their_schemas(string file, string schema)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(targetNamespace: null, Repository.Fixtures("schemas", schema));
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += static (_, problem) => Assert.Fail(problem.Message);
        using var reader = XmlReader.Create(new StringReader(site.Read(file)), settings);
        while (reader.Read())
            continue;
    }

    [Fact]
    public void The_manifest_lists_every_file_with_its_hash_and_nothing_else()
    {
        var urls = Manifest();
        Assert.Equal(urls.Keys.Order(StringComparer.Ordinal), urls.Keys);
        Assert.Equal(site.Files.Where(static file => file != "manifest.json"), urls.Keys.Select(FileOf).Order(StringComparer.Ordinal));
        Assert.All(urls, url => Assert.Equal(Sha256(FileOf(url.Key)), url.Value.GetProperty("sha256").GetString()));
    }

    [Fact]
    public void The_manifest_lists_every_paragraph_anchor_and_no_other()
    {
        foreach (var (url, entry) in Manifest().Where(static entry => entry.Key[^1] == '/'))
        {
            var ids = Page(FileOf(url)).QuerySelectorAll("[id]").Select(static element => element.Id!).Where(static id => id[0] == 'p' && id.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);
            Assert.Equal(ids, Texts(entry.GetProperty("anchors")));
        }
    }

    [Fact]
    public void The_search_page_asks_for_all_its_modules_at_once()
    {
        var preloaded = Page("search/index.html").QuerySelectorAll("link[rel=modulepreload]").Select(static link => link.GetAttribute("href")!.Split('/')[^1]);
        var folder = Path.Combine(Repository.Root, "theme", "assets", "search");
        var needed = new SortedSet<string>(StringComparer.Ordinal);
        for (var open = new Stack<string>(["page.js"]); open.TryPop(out var module);)
        {
            if (!needed.Add(module))
                continue;
            foreach (var line in File.ReadLines(Path.Combine(folder, module)).Where(static line => line.Contains(" from './", StringComparison.Ordinal)))
                open.Push(line.Split(" from './")[1].Split('\'')[0]);
        }
        Assert.Equal(needed, preloaded.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_says_what_it_is()
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in site.Pages)
        {
            var page = Page(file);
            Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Single(page.QuerySelectorAll("main"));
            Assert.NotEqual("", page.QuerySelector("meta[name=description]")?.GetAttribute("content") ?? "");
            Assert.True(titles.TryAdd(page.Title!, file), $"{file} has the title of {titles.GetValueOrDefault(page.Title!)}: {page.Title}");
            if (file != "404.html")
                Assert.Equal(site.BaseUrl + UrlOf(file)[1..], page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        }
    }

    [Fact]
    public void Every_link_is_relative_so_that_the_site_works_from_any_folder()
    {
        foreach (var file in site.Pages.Where(static file => file != "404.html"))
        {
            Assert.All(Links(Page(file)), link =>
                Assert.True(!link.StartsWith('/') && (Uri.TryCreate(link, UriKind.Relative, out _) || !link.StartsWith(site.BaseUrl.AbsoluteUri, StringComparison.Ordinal)), $"{file}: {link}"));
        }
    }

    [Fact]
    public void The_page_for_lost_readers_works_at_any_depth_of_the_base_path() =>
        Assert.All(
            Links(Page("404.html")).Where(static link => !Uri.IsWellFormedUriString(link, UriKind.Absolute)),
            link => Assert.True(link.StartsWith(site.BaseUrl.AbsolutePath, StringComparison.Ordinal) || link[0] == '#', link));

    [Fact]
    public void No_page_runs_a_script_that_is_not_an_asset_or_loads_anything_from_elsewhere()
    {
        foreach (var file in site.Pages)
        {
            var page = Page(file);
            Assert.All(page.QuerySelectorAll("script"), script => Assert.True(
                script.GetAttribute("type") == "application/ld+json" || (script.GetAttribute("src")?.Contains("assets/", StringComparison.Ordinal) == true && script.TextContent == ""), $"{file}: {script.OuterHtml}"));
            Assert.All(page.All, element => Assert.DoesNotContain(element.Attributes, static attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
            Assert.DoesNotContain(page.QuerySelectorAll("[src], link[rel=stylesheet], link[rel=icon]"), static element => (element.GetAttribute("src") ?? element.GetAttribute("href"))!.Contains("//", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_sitemap_lists_every_page_a_reader_may_land_on()
    {
        XNamespace ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var listed = XDocument.Parse(site.Read("sitemap.xml")).Root!.Elements(ns + "url").Select(url => url.Element(ns + "loc")!.Value);
        Assert.Equal(site.Pages.Where(static file => file != "404.html").Select(file => site.BaseUrl + UrlOf(file)[1..]).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_page_that_moved_leads_on_to_one_that_is_there_without_a_script_too()
    {
        foreach (var file in site.Redirects)
        {
            var page = Page(file);
            var target = page.QuerySelector("a[href]")!.GetAttribute("href")!;
            Assert.Equal($"0; url={target}", page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
            Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
            var to = new Uri(new Uri(site.BaseUrl, UrlOf(file)[1..]), target);
            Assert.StartsWith(site.BaseUrl.AbsoluteUri, to.AbsoluteUri, StringComparison.Ordinal);
            Assert.Contains(FileOf(Uri.UnescapeDataString(to.AbsolutePath)[(site.BaseUrl.AbsolutePath.Length - 1)..]), site.Pages);
        }
    }

    [Fact]
    public void The_feed_leads_to_reports_that_are_there()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var ids = XDocument.Parse(site.Read("feed.xml")).Root!.Elements(atom + "entry").Select(entry => entry.Element(atom + "id")!.Value).ToList();
        Assert.Equal(site.Reports.Count(), ids.Count);
        Assert.All(ids, id => Assert.Contains(FileOf(id[(site.BaseUrl.AbsoluteUri.Length - 1)..]), site.Pages));
    }

    [Fact]
    public void The_checksums_of_the_downloads_are_right() =>
        Assert.All(site.Read("data/SHA256SUMS").TrimEnd('\n').Split('\n'), line => Assert.Equal(Sha256("data/" + line[66..]), line[..64]));

    [Fact]
    public void The_downloads_hold_every_report_and_paragraph()
    {
        Assert.Equal(site.Reports.Count(), site.Read("data/reports.csv").Split("\n3", StringSplitOptions.None).Length - 1);
        var rows = site.Read("data/text.tsv").TrimEnd('\n').Split('\n').Skip(1).Select(static row => row.Split('\t')).ToList();
        var blocks = site.Reports.SelectMany(static report => report.Data.GetProperty("blocks").EnumerateArray().Select(block =>
            (report.Data.GetProperty("id").GetString()!, block.GetProperty("anchor").GetString()!, Plain(block.GetProperty("text").GetString()!))));
        Assert.Equal(blocks.Order(), rows.Select(static row => (row[0], row[1], row[2])).Order());
    }

    [Fact]
    public void The_page_of_a_report_says_every_word_of_its_text()
    {
        foreach (var (path, data) in site.Reports)
        {
            var page = Page(path.Replace("data.json", "index.html", StringComparison.Ordinal));
            foreach (var block in data.GetProperty("blocks").EnumerateArray())
                Assert.Equal(Bare(block.GetProperty("text").GetString()!), Bare(page.GetElementById(block.GetProperty("anchor").GetString()!)!.TextContent));
        }
    }

    [Fact]
    public void The_Markdown_beside_a_report_is_the_file_it_was_made_from()
    {
        foreach (var (path, data) in site.Reports)
        {
            var id = data.GetProperty("id").GetString()!.Split('/');
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(site.Input, "reports", id[0], $"{id[1]}-{id[2]}.md")),
                File.ReadAllBytes(Path.Combine(site.Output, path.Replace("data.json", "index.md", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void Concepts_and_reports_tell_the_same_of_each_other()
    {
        var ofReports = site.Reports.SelectMany(static report => report.Data.GetProperty("concepts").EnumerateArray()
            .Where(static concept => concept.GetProperty("count").GetInt32() > 0)
            .Select(concept => (Concept: concept.GetProperty("slug").GetString()!, Report: report.Data.GetProperty("id").GetString()!, Use: Use(concept))));
        var ofConcepts = site.Concepts.SelectMany(static concept => concept.Data.GetProperty("reports").EnumerateArray()
            .Where(static report => report.GetProperty("count").GetInt32() > 0)
            .Select(report => (Concept: concept.Data.GetProperty("slug").GetString()!, Report: report.GetProperty("id").GetString()!, Use: Use(report))));
        Assert.Equal(ofReports.Order(), ofConcepts.Order());
    }

    [Fact]
    public void A_concept_is_only_said_to_be_in_reports_whose_text_has_it()
    {
        var texts = site.Reports.ToDictionary(
            static report => report.Data.GetProperty("id").GetString()!,
            static report => string.Join('\n', report.Data.GetProperty("blocks").EnumerateArray().Select(static block => Folded(block.GetProperty("text").GetString()!))), StringComparer.Ordinal);
        foreach (var (_, concept) in site.Concepts)
        {
            string[] names = [concept.GetProperty("label").GetString()!, .. Texts(concept.GetProperty("aliases")), .. Texts(concept.GetProperty("variants"))];
            Assert.All(
                concept.GetProperty("reports").EnumerateArray().Where(static report => report.GetProperty("count").GetInt32() > 0),
                report => Assert.Contains(names, name => texts[report.GetProperty("id").GetString()!].Contains(Folded(name), StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Json_of_a_report_has_the_shape_of_the_contract()
    {
        foreach (var (path, data) in site.Reports)
        {
            Assert.Equal(path, $"r/{data.GetProperty("id").GetString()}/data.json");
            AssertShape(data, ("id", JsonValueKind.String), ("url", JsonValueKind.String), ("title", JsonValueKind.String), ("year", JsonValueKind.Number), ("kind", JsonValueKind.String));
            AssertOptional(data, JsonValueKind.String, "date", "meeting", "speaker", "office");
            AssertShape(data.GetProperty("place"), ("code", JsonValueKind.String), ("name", JsonValueKind.String), ("path", JsonValueKind.Array));
            foreach (var source in data.GetProperty("sources").EnumerateArray())
                AssertShape(source, ("name", JsonValueKind.String));
            foreach (var block in data.GetProperty("blocks").EnumerateArray())
            {
                AssertShape(block, ("anchor", JsonValueKind.String), ("type", JsonValueKind.String), ("text", JsonValueKind.String));
                Assert.Contains(block.GetProperty("type").GetString(), (string[])["heading", "paragraph", "list", "table"]);
                Assert.Equal(block.GetProperty("type").GetString() == "heading", block.TryGetProperty("level", out var level) && level.GetInt32() is >= 2 and <= 6);
            }
            foreach (var concept in data.GetProperty("concepts").EnumerateArray())
                AssertShape(concept, ("slug", JsonValueKind.String), ("label", JsonValueKind.String), ("count", JsonValueKind.Number), ("anchors", JsonValueKind.Array));
        }
    }

    [Fact]
    public void Json_of_a_concept_has_the_shape_of_the_contract()
    {
        foreach (var (path, data) in site.Concepts)
        {
            Assert.Equal(path, $"c/{data.GetProperty("slug").GetString()}/data.json");
            AssertShape(data, ("slug", JsonValueKind.String), ("label", JsonValueKind.String), ("aliases", JsonValueKind.Array), ("definition", JsonValueKind.String), ("reports", JsonValueKind.Array));
            foreach (var report in data.GetProperty("reports").EnumerateArray())
                AssertShape(report, ("id", JsonValueKind.String), ("count", JsonValueKind.Number), ("anchors", JsonValueKind.Array));
        }
    }

    [Fact]
    public void Every_kind_of_page_of_the_contract_is_there()
    {
        string[] always = ["index.html", "404.html", "c/index.html", "p/index.html", "p/370000/index.html", "k/gwr/index.html", "search/index.html", "data/index.html", "feed.xml", "sitemap.xml", "robots.txt", "manifest.json"];
        Assert.Equal([], always.Except(site.Files, StringComparer.Ordinal));
        foreach (var (path, data) in site.Reports)
        {
            Assert.Contains(path.Replace("data.json", "index.html", StringComparison.Ordinal), site.Files);
            Assert.Contains($"y/{data.GetProperty("year").GetInt32()}/index.html", site.Files);
            Assert.Contains($"k/{data.GetProperty("kind").GetString()}/index.html", site.Files);
            Assert.Contains($"p/{data.GetProperty("place").GetProperty("code").GetString()}/index.html", site.Files);
        }
    }

    private Dictionary<string, JsonElement> Manifest() =>
        site.Json("manifest.json").GetProperty("urls").EnumerateArray().ToDictionary(static url => url.GetProperty("url").GetString()!, StringComparer.Ordinal);

    private protected IDocument Page(string file) => new HtmlParser().ParseDocument(site.Read(file));

    private string Sha256(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(site.Output, file))));

    private static IEnumerable<string> Links(IDocument page) =>
        page.QuerySelectorAll("a[href], link[href], script[src], form[action]")
            .Where(static element => element.GetAttribute("rel") != "canonical")
            .Select(static element => element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!);

    private static string FileOf(string url) => url[^1] == '/' ? url[1..] + "index.html" : url[1..];

    private static string UrlOf(string file) => "/" + (file.EndsWith("index.html", StringComparison.Ordinal) ? file[..^"index.html".Length] : file);

    private static (int Count, string Anchors) Use(JsonElement use) => (use.GetProperty("count").GetInt32(), string.Join(' ', Texts(use.GetProperty("anchors"))));

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(static text => text.GetString()!);

    private static string Plain(string text) => text.Replace('\n', ' ').Replace('\t', ' ');

    private static string Bare(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));

    private static string Folded(string text) =>
        string.Concat(text.Where(static c => !char.IsWhiteSpace(c) && !"“”‘’\"「」『』".Contains(c, StringComparison.Ordinal)).Select(static c => char.ToLowerInvariant(c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c)));

    private static void AssertShape(JsonElement element, params ReadOnlySpan<(string Name, JsonValueKind Kind)> properties)
    {
        foreach (var (name, kind) in properties)
            Assert.True(element.TryGetProperty(name, out var value) && value.ValueKind == kind, $"'{name}' is not a {kind}: {element}");
    }

    private static void AssertOptional(JsonElement element, JsonValueKind kind, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            Assert.True(element.TryGetProperty(name, out var value) && (value.ValueKind == kind || value.ValueKind == JsonValueKind.Null), $"'{name}' is neither a {kind} nor null: {element}");
    }
}
