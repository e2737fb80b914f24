using System.Text;
using System.Text.Json;
using ReportArchive.Cli;
using ReportArchive.Cli.Commands;
using ReportArchive.Data;
using ReportArchive.Diagnostics;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Diagnostics;

/// <summary>
/// The mistakes that editors make, one a folder of Fixtures/mistakes: its input, and what check says about it in each of its
/// forms. large-files.txt lists files that are made up for the test: path and size in bytes.
/// </summary>
public sealed class MistakeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Mistakes =>
        [.. Directory.EnumerateDirectories(Repository.Fixtures("mistakes")).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Names => Mistakes.Select(static row => row.Data);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_answered_with_file_line_column_message_and_hint(string mistake)
    {
        AddInput(mistake);
        var json = await FoundAsync();
        var found = Parse(json);
        Golden.Equal(Repository.Fixtures("mistakes", mistake, "check.json"), json);
        Golden.Equal(Repository.Fixtures("mistakes", mistake, "check.txt"), AsText(found));
        Golden.Equal(Repository.Fixtures("mistakes", mistake, "check.github"), AsAnnotations(found));
        Assert.NotEmpty(found);
        Assert.All(found, AssertHelps);
    }

    /// <summary>What a process of its own says and ends with, for an error and for a warning; the other mistakes are looked for in this one.</summary>
    [Theory]
    [InlineData("unknown-place")]
    [InlineData("heading-level-skipped")]
    public async Task The_command_says_what_the_check_finds(string mistake)
    {
        AddInput(mistake);
        var check = await CheckAsync("json");
        Assert.Equal(("", GoldenJson(mistake)), (check.Errors, check.Output));
        Assert.Equal(Parse(check.Output).Exists(static diagnostic => diagnostic.Severity == Severity.Error) ? 1 : 0, check.ExitCode);
    }

    /// <summary>All mistakes in one archive: each is still found, at the same place and with the same words, in every form.</summary>
    [Fact]
    public async Task A_mistake_in_one_file_never_hides_another_in_another_file()
    {
        // That something is missing cannot be said while other reports could not be read.
        var expected = Names.SelectMany(AddAlone)
            .Where(static diagnostic => diagnostic.Code != "RA0155" && !diagnostic.Message.StartsWith("the archive has no report", StringComparison.Ordinal))
            .ToHashSet();
        Assert.InRange(expected.Count, 40, 1000);

        var json = (await CheckAsync("json")).Exits(1);
        var found = Parse(json.Output);
        Assert.Superset(expected, found.ToHashSet());
        Assert.Equal(found.Order(Comparer<Diagnostic>.Create(Diagnostic.Compare)), found);

        var text = (await CheckAsync("text", "--verbose")).Exits(1);
        Assert.Equal("", text.Output);
        Assert.Contains(AsText(found), text.Errors, StringComparison.Ordinal);
        Assert.EndsWith($"{Count(found, Severity.Error)} errors, {Count(found, Severity.Warning)} warnings\n", text.Errors, StringComparison.Ordinal);

        var github = (await CheckAsync("github")).Exits(1);
        Assert.Equal(AsAnnotations(found), github.Output);
        Assert.Equal("", github.Errors);
    }

    [Fact]
    public async Task A_build_of_wrong_content_writes_nothing_and_says_so()
    {
        AddInput("unknown-place");
        var build = (await ReportArchiveProcess.RunAsync(_folder.Path, ["build", "--output", "site"])).Exits(1);
        Assert.Contains("input/reports/370306/2023-gwr.md:3:8: error RA0101: ", build.Errors, StringComparison.Ordinal);
        Assert.Contains("Nothing was written", build.Errors, StringComparison.Ordinal);
        Assert.Equal("", build.Output);
        Assert.False(Directory.Exists(_folder["site"]));
    }

    /// <summary>Whoever adds a code for content adds the mistake that raises it, and whoever raises one describes it.</summary>
    [Fact]
    public void Every_code_for_content_has_a_mistake_that_raises_it_and_a_meaning()
    {
        var raised = Names.SelectMany(static mistake => Parse(GoldenJson(mistake))).Select(static diagnostic => diagnostic.Code).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], raised.Except(DiagnosticCatalog.Meanings.Keys, StringComparer.Ordinal));
        var content = DiagnosticCatalog.Meanings.Keys.Where(static code => string.CompareOrdinal(code, "RA0150") < 0);
        Assert.Equal([], content.Except(raised, StringComparer.Ordinal));
    }

    private void AddInput(string mistake)
    {
        FolderTree.Copy(Repository.Fixtures("mistakes", mistake, "input"), _folder["input"]);
        var large = Repository.Fixtures("mistakes", mistake, "large-files.txt");
        foreach (var line in File.Exists(large) ? File.ReadAllLines(large) : [])
        {
            using var file = File.Create(_folder["input", line.Split(' ')[0]]);
            file.SetLength(long.Parse(line.Split(' ')[1]));
        }
        WriteEmptySite();
    }

    /// <summary>A site without pages: these tests are about the content.</summary>
    private void WriteEmptySite() => _folder.Write("output/manifest.json", """{ "urls": [] }""");

    /// <summary>
    /// Adds a mistake that lies in one report alone, below a folder of its own, and gives the errors expected there.
    /// Mistakes that lie between files are left out: in a common folder still other files would take part.
    /// </summary>
    private IEnumerable<Diagnostic> AddAlone(string mistake)
    {
        var files = FolderTree.Files(Repository.Fixtures("mistakes", mistake, "input"));
        if (files is not ["reports/370306/2023-gwr.md"])
            return [];
        var path = $"input/reports/{mistake}/2023-gwr.md";
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.Copy(Repository.Fixtures("mistakes", mistake, "input", files[0]), _folder[path]);
        WriteEmptySite();
        return Parse(GoldenJson(mistake))
            .Where(static diagnostic => diagnostic.Severity == Severity.Error)
            .Select(diagnostic => diagnostic with { Span = diagnostic.Span with { File = path } });
    }

    /// <summary>What <c>check --format json</c> prints, without a process for each of many mistakes.</summary>
    private async Task<string> FoundAsync()
    {
        var (found, _) = await CheckCommand.CheckAsync(_folder["input"], _folder["output"], published: null, BuildProgress.None);
        found.Sort(Diagnostic.Compare);
        return Encoding.UTF8.GetString(DiagnosticJson.Write(found)).Replace(_folder.Path + "/", "", StringComparison.Ordinal);
    }

    private Task<CommandResult> CheckAsync(string format, params ReadOnlySpan<string> options) =>
        ReportArchiveProcess.RunAsync(_folder.Path, ["check", "--format", format, .. options]);

    private static void AssertHelps(Diagnostic diagnostic)
    {
        Assert.True(diagnostic.Span is { Line: >= 1, Column: >= 1 }, $"{diagnostic} does not say where");
        Assert.StartsWith("input/", diagnostic.Span.File, StringComparison.Ordinal);
        Assert.NotEqual("", diagnostic.Hint);
        Assert.False(diagnostic.Message.EndsWith('.') || diagnostic.Message.Contains("Exception", StringComparison.Ordinal), diagnostic.Message);
    }

    private static string AsText(IEnumerable<Diagnostic> diagnostics) =>
        string.Concat(diagnostics.Select(static diagnostic => $"{diagnostic}\n  hint: {diagnostic.Hint}\n"));

    private static string AsAnnotations(IEnumerable<Diagnostic> diagnostics) =>
        string.Concat(diagnostics.Select(static diagnostic => GitHubAnnotation.Of(diagnostic) + "\n"));

    private static int Count(List<Diagnostic> diagnostics, Severity severity) => diagnostics.Count(diagnostic => diagnostic.Severity == severity);

    private static string GoldenJson(string mistake) => File.ReadAllText(Repository.Fixtures("mistakes", mistake, "check.json"));

    private static List<Diagnostic> Parse(string json) =>
        [.. JsonSerializer.Deserialize<List<Entry>>(json, JsonSerializerOptions.Web)!.Select(static entry => new Diagnostic(
            entry.Code, Enum.Parse<Severity>(entry.Severity, ignoreCase: true), new SourceSpan(entry.File, entry.Line, entry.Column), entry.Message, entry.Hint))];

    private sealed record Entry(string Code, string Severity, string File, int Line, int Column, string Message, string Hint);
}
