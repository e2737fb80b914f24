using ReportArchive.Diagnostics;
using ReportArchive.Search;
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
    /// <summary>What holds where site.yml is silent. The base URL is a reserved name (RFC 2606): set your own.</summary>
    public static SiteSettings Default { get; } = new(
        SiteKeys.Title.Default,
        SiteKeys.Description.Default,
        new Uri(SiteKeys.BaseUrl.Default),
        SiteKeys.Publisher.Default,
        SiteKeys.Repository.Default,
        int.Parse(SiteKeys.QuotedInReports.Default));

    /// <summary>Language of the pages, a tag of BCP 47.</summary>
    public string Language { get; init; } = SiteKeys.Language.Default;

    /// <summary>Licence of definitions and metadata.</summary>
    public Licence Licence { get; init; } = Licence.All[0];

    /// <summary>How the files of the search index lie on their host.</summary>
    public IndexLayout SearchFiles { get; init; } = IndexLayout.Range;

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
        if (YamlMapping.Parse(text, file, lineOffset: 0, SiteKeys.All, diagnostics) is not { } yaml)
            return Default;
        return new SiteSettings(
            yaml.Text(SiteKeys.Title) ?? Default.Title,
            yaml.Text(SiteKeys.Description) ?? Default.Description,
            ReadBaseUrl(yaml) ?? Default.BaseUrl,
            yaml.Text(SiteKeys.Publisher) ?? Default.Publisher,
            yaml.WebAddress(SiteKeys.Repository) ?? Default.Repository,
            yaml.Number(SiteKeys.QuotedInReports) ?? Default.QuotedInReports)
        {
            Language = yaml.FittingText(SiteKeys.Language, "a language tag", "write e.g. zh-CN or zh-Hans") ?? Default.Language,
            Licence = ReadLicence(yaml) ?? Default.Licence,
            SearchFiles = ReadSearchFiles(yaml) ?? Default.SearchFiles,
        };
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
        if (yaml.Text(SiteKeys.BaseUrl) is not { } text)
            return null;
        var url = ParseBaseUrl(text);
        if (url is null)
            yaml.Wrong(SiteKeys.BaseUrl, $"a web address; '{text}' is not", $"write e.g. {SiteKeys.BaseUrl.Example}");
        return url;
    }

    private static IndexLayout? ReadSearchFiles(YamlMapping yaml)
    {
        switch (yaml.Text(SiteKeys.SearchFiles))
        {
            case "range":
                return IndexLayout.Range;
            case "chunks":
                return IndexLayout.Chunks;
            case { } text:
                yaml.Wrong(SiteKeys.SearchFiles, $"range or chunks; '{text}' is neither", "write chunks for a large archive on a host without HTTP Range, else leave the line out");
                return null;
            default:
                return null;
        }
    }

    private static Licence? ReadLicence(YamlMapping yaml)
    {
        if (yaml.Text(SiteKeys.Licence) is not { } text)
            return null;
        var ids = Licence.All.Select(static licence => licence.Id).ToList();
        var licence = Licence.All.FirstOrDefault(licence => string.Equals(licence.Id, text, StringComparison.Ordinal));
        if (licence is null)
        {
            var nearest = EditDistance.Nearest(text, ids);
            yaml.Wrong(SiteKeys.Licence, $"one of {string.Join(", ", ids)}; '{text}' is none of them", nearest is null ? "write one of them" : $"did you mean '{nearest}'?");
        }
        return licence;
    }
}
