using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Text;
using ReportArchive.Yaml;

namespace ReportArchive.Sites;

/// <summary>What an archive says about itself in <c>input/site.yml</c>. Every key has a default.</summary>
/// <param name="Title">Name of the archive.</param>
/// <param name="Description">One sentence for search engines and feeds.</param>
/// <param name="BaseUrl">Where the site is published: an absolute address that ends with a slash.</param>
/// <param name="Publisher">Who publishes the archive; empty for the title.</param>
/// <param name="Repository">Address of the source repository; empty for none.</param>
/// <param name="QuotedInReports">In how many reports an undescribed quoted expression must recur to get a page.</param>
public sealed record SiteSettings(
    string Title, string Description, Uri BaseUrl, string Publisher, string Repository, int QuotedInReports)
{
    /// <summary>The keys of site.yml, in the order they are documented.</summary>
    public static ImmutableArray<string> Keys { get; } =
        ["title", "description", "baseUrl", "publisher", "repository", "quotedInReports"];

    /// <summary>What holds where site.yml is silent. The base URL is a reserved name (RFC 2606): set your own.</summary>
    public static SiteSettings Default { get; } = new(
        "报告档案",
        "中国地方政府工作报告、计划报告与预算报告：可读、可检索、可逐段引用。",
        new Uri("https://report-archive.example/"),
        Publisher: "",
        Repository: "",
        QuotedInReports: 3);

    /// <summary>The path of the base URL: <c>/</c>, or <c>/report-archive/</c>.</summary>
    public string BasePath => BaseUrl.AbsolutePath;

    /// <summary>The absolute address of something on the site.</summary>
    public string Absolute(Pages.SiteUrl url) => BaseUrl.AbsoluteUri + url.Value[1..];

    /// <summary>Reads site.yml; what is wrong in it leaves the default in force and a diagnostic.</summary>
    public static SiteSettings Read(string text, string file, ICollection<Diagnostic> diagnostics)
    {
        text = SourceText.Normalise(text);
        if (string.IsNullOrWhiteSpace(text) || !SourceText.IsReadable(text, file, diagnostics))
            return Default;
        if (YamlMapping.Parse(text, file, lineOffset: 0, Keys, diagnostics) is not { } yaml)
            return Default;
        return new SiteSettings(
            yaml.Text("title") ?? Default.Title,
            yaml.Text("description") ?? Default.Description,
            ReadBaseUrl(yaml) ?? Default.BaseUrl,
            yaml.Text("publisher") ?? Default.Publisher,
            yaml.Text("repository") ?? Default.Repository,
            yaml.Number("quotedInReports", least: 2, most: 1_000_000) ?? Default.QuotedInReports);
    }

    /// <summary>An absolute http or https address without query or fragment, a slash added where it lacks one.</summary>
    public static Uri? ParseBaseUrl(string text)
    {
        var ok = Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" && uri.Query.Length == 0 && uri.Fragment.Length == 0;
        return !ok ? null : uri!.AbsolutePath.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/");
    }

    private static Uri? ReadBaseUrl(YamlMapping yaml)
    {
        if (yaml.Text("baseUrl") is not { } text)
            return null;
        var url = ParseBaseUrl(text);
        if (url is null)
            yaml.Wrong("baseUrl", $"a web address; '{text}' is not", "write e.g. https://example.org/report-archive/");
        return url;
    }
}
