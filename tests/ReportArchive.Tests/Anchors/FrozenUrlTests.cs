using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportArchive.Anchors;
using ReportArchive.Diagnostics;
using ReportArchive.Pages;
using ReportArchive.Sites;

namespace ReportArchive.Tests.Anchors;

public sealed class FrozenUrlTests
{
    private static readonly FrozenDictionary<SiteUrl, IReadOnlySet<string>> s_published = new (string Url, string[] Anchors)[]
    {
        ("/", []), ("/c/", []), ("/c/si-jian-si-zeng/", []), ("/p/", []), ("/p/370300/", []), ("/y/", []),
        ("/r/370306/2023/gwr/", ["p1", "p2", "p4"]),
    }.ToFrozenDictionary(page => new SiteUrl(page.Url), page => (IReadOnlySet<string>)page.Anchors.ToFrozenSet(StringComparer.Ordinal));

    private static readonly SiteUrl s_script = new("/assets/1/cite/moved.js");

    private static FrozenUrl Frozen(string url, params string[] anchors) => new(new SiteUrl(url), [.. anchors], new SourceSpan("manifest.json"));

    private static ImmutableArray<Redirect> Read(params string[] lines) => Redirects.Read(string.Join('\n', [Redirects.Header, .. lines]), "redirects.csv").Redirects;

    private static string Check(ImmutableArray<Redirect> redirects, params FrozenUrl[] frozen) => string.Join('\n', FrozenUrls
        .Check(frozen, s_published, new RedirectGraph(redirects, s_published), ImmutableDictionary<SiteUrl, SiteUrl>.Empty)
        .Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message} | {diagnostic.Hint}"));

    [Fact]
    public void What_is_published_again_is_no_problem() =>
        Assert.Equal("", Check([], Frozen("/"), Frozen("/r/370306/2023/gwr/", "p1", "p2"), Frozen("/r/370306/2023/gwr/cite.bib")));

    [Theory]
    [InlineData("/r/370302/2023/gwr/", "/p/370300/")]
    [InlineData("/p/370302/", "/p/370300/")]
    [InlineData("/r/110101/2023/gwr/", "/p/")]
    [InlineData("/c/si-jian-si-zheng/", "/c/si-jian-si-zeng/")]
    [InlineData("/c/hu-zhang-zhi/", "/c/")]
    [InlineData("/y/2021/", "/y/")]
    public void A_page_that_would_vanish_is_named_with_the_redirect_to_add(string url, string to) =>
        Assert.Equal($"RA0603 the published URL {url} would vanish | add to redirects.csv in the input folder the line: {url},{to},", Check([], Frozen(url)));

    [Fact]
    public void A_renamed_concept_is_expected_at_a_slug_that_is_new() => Assert.EndsWith(
        "/c/si-jian-si-zen/,/c/si-jian-si-zeng-er/,",
        Assert.Single(FrozenUrls.Check(
            [Frozen("/c/si-jian-si-zen/"), Frozen("/c/si-jian-si-zeng/")],
            s_published.Append(new(new SiteUrl("/c/si-jian-si-zeng-er/"), FrozenSet<string>.Empty)).ToFrozenDictionary(),
            new RedirectGraph([], s_published),
            ImmutableDictionary<SiteUrl, SiteUrl>.Empty)).Hint,
        StringComparison.Ordinal);

    [Fact]
    public void An_anchor_that_would_vanish_is_named_with_the_redirect_to_add() => Assert.Equal(
        "RA0604 the published anchor /r/370306/2023/gwr/#p3 would vanish | add to redirects.csv in the input folder the line: /r/370306/2023/gwr/#p3,/r/370306/2023/gwr/#p2,",
        Check([], Frozen("/r/370306/2023/gwr/", "p1", "p3")));

    [Fact]
    public void The_redirect_named_in_the_hint_silences_the_error()
    {
        var redirects = Read("/r/370306/2023/gwr/#p3,/r/370306/2023/gwr/#p2,", "/c/hu-zhang-zhi/,/c/,dropped");
        Assert.Equal("", Check(redirects, Frozen("/r/370306/2023/gwr/", "p3"), Frozen("/c/hu-zhang-zhi/")));
    }

    [Fact]
    public void A_report_that_moved_is_expected_at_its_new_address()
    {
        var moves = ImmutableDictionary<SiteUrl, SiteUrl>.Empty.Add(new SiteUrl("/r/370302/2023/gwr/"), new SiteUrl("/r/370306/2023/gwr/"));
        var diagnostic = Assert.Single(FrozenUrls.Check([Frozen("/r/370302/2023/gwr/")], s_published, new RedirectGraph([], s_published), moves));
        Assert.EndsWith("/r/370302/2023/gwr/,/r/370306/2023/gwr/,", diagnostic.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a/,/b/", "/a/", "")]
    [InlineData("/a/,/c/", "/a/", "/c/")]
    [InlineData("/a/,/b/|/b/,/c/", "/a/", "/c/")]
    [InlineData("/a/,/r/370306/2023/gwr/", "/a/#p2", "/r/370306/2023/gwr/#p2")]
    [InlineData("/a/,/r/370306/2023/gwr/", "/a/#p9", "/r/370306/2023/gwr/")]
    [InlineData("/a/,/c/|/a/#p2,/r/370306/2023/gwr/#p4", "/a/#p2", "/r/370306/2023/gwr/#p4")]
    [InlineData("/a/,/b/|/b/,/a/", "/a/", "")]
    public void Redirects_are_followed_to_what_is_published(string lines, string from, string to) => Assert.Equal(
        to,
        new RedirectGraph(Read(lines.Split('|')), s_published).Follow(Target.Parse(from))?.ToString() ?? "");

    [Theory]
    [InlineData("/c/,/p/", "RA0607 /c/ is published, so nobody would be redirected")]
    [InlineData("/a/,/b/", "RA0606 /b/ is not published")]
    [InlineData("/a/,/r/370306/2023/gwr/#p3", "RA0606 /r/370306/2023/gwr/#p3 is not published")]
    [InlineData("/a/,/b/|/b/,/a/", "RA0608 the redirect of /a/ leads back to itself")]
    public void A_redirect_that_helps_nobody_is_an_error(string lines, string message)
    {
        var diagnostic = new RedirectGraph(Read(lines.Split('|')), s_published).Check().First();
        Assert.Equal(message, $"{diagnostic.Code} {diagnostic.Message}");
    }

    [Theory]
    [InlineData("from,to\n/a/,/b/", 1, "the first line does not name the columns")]
    [InlineData("from,to,note\n/a/", 2, "a redirect needs two addresses that begin with a slash")]
    [InlineData("from,to,note\n\n/a/,b/,x", 3, "a redirect needs two addresses that begin with a slash")]
    [InlineData("from,to,note\n/a/,/b/,\n/a/,/c/,", 3, "/a/ is redirected in line 2 already")]
    public void A_line_that_cannot_be_read_is_an_error_at_its_place(string text, int line, string message)
    {
        var diagnostic = Assert.Single(Redirects.Read(text, "redirects.csv").Diagnostics);
        Assert.Equal(("RA0605", line, message), (diagnostic.Code, diagnostic.Span.Line, diagnostic.Message));
    }

    [Fact]
    public void A_redirect_is_a_page_that_works_without_scripts_and_keeps_the_fragment_with_them()
    {
        var file = RedirectPages.Write(Read("/c/old/,/c/si-jian-si-zeng/"), s_published.ContainsKey, SiteSettings.Default, s_script).First();
        Assert.Equal("c/old/index.html", file.Path);
        var html = System.Text.Encoding.UTF8.GetString(file.Bytes.Span);
        Assert.Contains("<link rel=\"canonical\" href=\"https://report-archive.example/c/si-jian-si-zeng/\">", html, StringComparison.Ordinal);
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"0; url=../si-jian-si-zeng/\">", html, StringComparison.Ordinal);
        Assert.Contains("<a id=\"moved\" href=\"../si-jian-si-zeng/\">", html, StringComparison.Ordinal);
        Assert.Contains("<script src=\"../../assets/1/cite/moved.js\"></script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Hosts_that_read_redirects_take_the_files_beside_a_page_along()
    {
        var redirects = Read("/c/old/,/c/si-jian-si-zeng/", "/r/山东省/周村区/,/r/370306/2023/gwr/#p2", "/r/370306/2023/gwr/#p3,/c/");
        var file = RedirectPages.Write(redirects, s_published.ContainsKey, SiteSettings.Default with { BaseUrl = new Uri("https://example.org/a/") }, s_script).Last();
        Assert.Equal("_redirects", file.Path);
        Assert.Equal(
            "/a/c/old/* /a/c/si-jian-si-zeng/:splat 301\n/a/r/%E5%B1%B1%E4%B8%9C%E7%9C%81/%E5%91%A8%E6%9D%91%E5%8C%BA/ /a/r/370306/2023/gwr/#p2 301\n",
            System.Text.Encoding.UTF8.GetString(file.Bytes.Span));
    }

    [Fact]
    public void The_list_of_frozen_pages_only_grows()
    {
        var text = FrozenUrlList.Write([], [new SiteUrl("/c/b/"), new SiteUrl("/")]);
        var again = FrozenUrlList.Write(FrozenUrlList.Read(text, "urls.txt"), [new SiteUrl("/c/a/")]);
        Assert.Equal("/ /c/a/ /c/b/", string.Join(' ', FrozenUrlList.Read(again, "urls.txt").Select(url => url.Url)));
    }
}
