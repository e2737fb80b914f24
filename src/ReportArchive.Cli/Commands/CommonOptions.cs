using System.CommandLine;
using ReportArchive.Sites;

namespace ReportArchive.Cli.Commands;

/// <summary>Options that several commands share, each with its one meaning.</summary>
internal static class CommonOptions
{
    public static Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Print errors only.", Recursive = true };

    public static Option<bool> Verbose { get; } = new("--verbose") { Description = "Print every diagnostic and every stage.", Recursive = true };

    public static Option<string> Input() => new("--input", "-i")
    {
        Description = "Folder of the content: reports, concepts, places.csv, site.yml.",
        DefaultValueFactory = static _ => "input",
        HelpName = "FOLDER",
    };

    public static Option<string> Output() => new("--output", "-o")
    {
        Description = "Folder of the site. It is replaced as a whole; a folder that is not ours is refused.",
        DefaultValueFactory = static _ => "output",
        HelpName = "FOLDER",
    };

    public static Option<Uri?> BaseUrl() => new("--base-url")
    {
        Description = "Address the site is published at, e.g. https://example.org/report-archive/. Overrides baseUrl of site.yml.",
        HelpName = "URL",
        CustomParser = static result =>
        {
            var text = result.Tokens.Single().Value;
            var url = SiteSettings.ParseBaseUrl(text);
            if (url is null)
                result.AddError($"--base-url must be a web address such as https://example.org/report-archive/; '{text}' is not");
            return url;
        },
    };

    public static Option<string?> Repository() => new("--repository")
    {
        Description = "Address of the archive's repository on GitHub, where site.yml names none: readers report errors there.",
        HelpName = "URL",
        CustomParser = static result =>
        {
            var text = result.Tokens.Single().Value;
            if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
                result.AddError($"--repository must be a web address such as https://github.com/example/report-archive; '{text}' is not");
            return text;
        },
    };

    public static Option<int> Jobs() => new("--jobs", "-j")
    {
        Description = "Most pages made at once.",
        DefaultValueFactory = static _ => Environment.ProcessorCount,
        HelpName = "N",
        CustomParser = static result =>
        {
            if (int.TryParse(result.Tokens.Single().Value, out var jobs) && jobs is >= 1 and <= 1024)
                return jobs;
            result.AddError("--jobs must be a whole number from 1 to 1024");
            return 1;
        },
    };
}
