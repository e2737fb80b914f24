using System.CommandLine;
using ReportArchive.Places;
using ReportArchive.Sharding;
using ReportArchive.Sites;

namespace ReportArchive.Cli.Commands;

/// <summary>A call of one shard.</summary>
/// <param name="Shard">Which.</param>
/// <param name="Facts">The folder of facts.</param>
/// <param name="Output">The folder of its part, where the call names one.</param>
internal sealed record ShardCall(Shard Shard, string Facts, string? Output)
{
    /// <summary>Where its part is made.</summary>
    public string PartFolder => Output ?? Path.Combine(Facts, Shard.Name);
}

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

    public static Option<PlaceCode?> Only() => new("--only")
    {
        Description = "Build the reports of this place and of those below it only, e.g. 370306: a preview of part of a large archive. Needs an --output of its own.",
        HelpName = "CODE",
        CustomParser = static result =>
        {
            var text = result.Tokens.Single().Value;
            if (PlaceCode.TryParse(text, out var code))
                return code;
            result.AddError($"--only must be the code of a place, six digits or nine for a town, such as 370306; '{text}' is not");
            return null;
        },
    };

    /// <summary>Keeps part of an archive from taking the place of the whole.</summary>
    /// <exception cref="UserException">A part is asked for, and no folder for it.</exception>
    public static PlaceCode? OnlyOf(ParseResult call, Option<PlaceCode?> only, Option<string> output) =>
        call.GetValue(only) is not null && call.GetResult(output) is null or { Implicit: true }
            ? throw new UserException($"--only {call.GetValue(only)} builds a part of the archive, which would take the place of the whole one in {call.GetValue(output)}", $"name a folder for it, e.g. --output preview-{call.GetValue(only)}")
            : call.GetValue(only);

    public static Option<Shard?> Shard() => new("--shard")
    {
        Description = "Build on many machines: which of them this is, e.g. 3/16. Needs --facts; not with --only.",
        HelpName = "K/N",
        CustomParser = static result =>
        {
            var text = result.Tokens.Single().Value;
            if (Sharding.Shard.TryParse(text, out var shard))
                return shard;
            result.AddError($"--shard must be the number of a machine and how many there are, at most {Sharding.Shard.Most}, such as 3/16; '{text}' is not");
            return null;
        },
    };

    public static Option<string?> Facts() => new("--facts")
    {
        Description = "Where the shards leave the facts of their reports for each other; the part of a shard is built in it too, unless --output names a folder.",
        HelpName = "FOLDER",
    };

    /// <summary>What a call asks for as one of many; none where it builds alone.</summary>
    /// <exception cref="UserException">It says half of what it must.</exception>
    public static ShardCall? ShardOf(ParseResult call, Option<Shard?> shard, Option<string?> facts, Option<PlaceCode?> only, Option<string> output) =>
        (call.GetValue(shard), call.GetValue(facts)) switch
        {
            (null, null) => null,
            ({ } number, null) => throw new UserException($"--shard {number} needs the folder in which the shards leave their facts for each other", $"name it, e.g. --shard {number} --facts facts"),
            (null, { } folder) => throw new UserException($"--facts {folder} needs the number of this shard", $"add it, e.g. --shard 1/4 --facts {folder}"),
            (not null, not null) when call.GetValue(only) is { } place => throw new UserException($"--only {place} cannot be built in shards", "leave --shard and --facts out: one machine builds a part of the archive"),
            ({ } number, { } folder) => new ShardCall(number, folder, call.GetResult(output) is null or { Implicit: true } ? null : call.GetValue(output)),
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
