using System.Collections.Immutable;
using System.Text.Json;

namespace ReportArchive.Tests.Support;

/// <summary>A site that the program built for the tests of one class.</summary>
public abstract class BuiltSite : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Folder of the content.</summary>
    public abstract string Input { get; }

    /// <summary>Where the site says it is published.</summary>
    public abstract Uri BaseUrl { get; }

    /// <summary>Folder of the site.</summary>
    public string Output => _folder["site"];

    /// <summary>Every file of the site but the style sheets and scripts, which no one cites.</summary>
    public IReadOnlyList<string> Files => [.. FolderTree.Files(Output).Where(static file => !file.StartsWith("assets/", StringComparison.Ordinal))];

    /// <summary>Every page to read.</summary>
    public IReadOnlyList<string> Pages => [.. Html.Where(file => !IsRedirect(file))];

    /// <summary>Every page that only leads on to another.</summary>
    public IReadOnlyList<string> Redirects => [.. Html.Where(IsRedirect)];

    /// <summary>Every report's <c>data.json</c>.</summary>
    internal IEnumerable<(string Path, JsonElement Data)> Reports => DataFiles("r/");

    /// <summary>Every concept's <c>data.json</c>.</summary>
    internal IEnumerable<(string Path, JsonElement Data)> Concepts => DataFiles("c/");

    public async ValueTask InitializeAsync() =>
        (await ReportArchiveProcess.RunAsync(_folder.Path, ["build", "--input", Input, "--output", Output, "--base-url", BaseUrl.AbsoluteUri])).Exits(0);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal string Read(string file) => File.ReadAllText(Path.Combine(Output, file));

    internal JsonElement Json(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Output, file)));
        return document.RootElement.Clone();
    }

    internal Task<CommandResult> CheckAsync(params ReadOnlySpan<string> options) =>
        ReportArchiveProcess.RunAsync(_folder.Path, ["check", "--input", Input, "--output", Output, .. options]);

    private IEnumerable<string> Html => Files.Where(static file => file.EndsWith(".html", StringComparison.Ordinal));

    private bool IsRedirect(string file) => Read(file).Contains("<meta http-equiv=\"refresh\"", StringComparison.Ordinal);

    private ImmutableArray<(string Path, JsonElement Data)> DataFiles(string below) =>
        [.. Files.Where(file => file.StartsWith(below, StringComparison.Ordinal) && file.EndsWith("/data.json", StringComparison.Ordinal)).Select(file => (file, Json(file)))];
}

/// <summary>The archive this repository holds.</summary>
public sealed class RepositorySite : BuiltSite
{
    public override string Input => Repository.Input;

    public override Uri BaseUrl { get; } = new("https://example.org/report-archive/");
}

/// <summary>Five short reports that have everything a report can have.</summary>
public sealed class SmallSite : BuiltSite
{
    public override string Input => Repository.Fixtures("small-archive", "input");

    public override Uri BaseUrl { get; } = new("https://example.org/small/");
}
