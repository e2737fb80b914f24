using System.Text.Json;
using System.Text.RegularExpressions;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Commands;

/// <summary>How the program talks: help, exit codes, what goes to stdout and what to stderr.</summary>
public sealed partial class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_command_has_help_with_an_example()
    {
        var root = (await RunAsync("--help")).Exits(0);
        var commands = CommandNames().Matches(root.Output[root.Output.IndexOf("\nCommands:", StringComparison.Ordinal)..]).Select(static match => match.Groups["name"].Value).ToList();
        Assert.Superset(new HashSet<string>(["build", "serve", "check", "new"], StringComparer.Ordinal), commands.ToHashSet(StringComparer.Ordinal));
        foreach (var command in commands)
        {
            var help = (await RunAsync(command, "--help")).Exits(0);
            Assert.Contains($"report-archive {command}", help.Output, StringComparison.Ordinal);
            Assert.True(
                help.Output.Contains("Example:", StringComparison.Ordinal) || help.Output.Contains("\nCommands:", StringComparison.Ordinal),
                $"{command} --help has no example\n{help.Output}");
            Assert.Contains("--quiet", help.Output, StringComparison.Ordinal);
            Assert.Contains("--verbose", help.Output, StringComparison.Ordinal);
            Assert.Equal("", help.Errors);
        }
    }

    [Fact]
    public async Task The_version_goes_to_stdout() => Assert.Matches(@"^\d+\.\d+\.\d+", (await RunAsync("--version")).Exits(0).Output);

    [Theory]
    [InlineData("bild", "bild")]
    [InlineData("build --outputt x", "--outputt")]
    [InlineData("build --jobs 0", "--jobs must be a whole number from 1 to 1024")]
    [InlineData("build --jobs viel", "--jobs must be")]
    [InlineData("build --base-url example.org", "--base-url must be a web address")]
    [InlineData("build --base-url ftp://example.org/", "--base-url must be a web address")]
    [InlineData("build --output", "--output")]
    [InlineData("build --shard 0/4 --facts facts", "--shard must be the number of a machine and how many there are")]
    [InlineData("build --shard 5/4 --facts facts", "'5/4' is not")]
    [InlineData("build --shard x --facts facts", "such as 3/16; 'x' is not")]
    [InlineData("build --shard 1/4", "e.g. --shard 1/4 --facts facts")]
    [InlineData("build --facts facts", "add it, e.g. --shard 1/4 --facts facts")]
    [InlineData("build --shard 1/4 --facts facts --only 370306", "--only 370306 cannot be built in shards")]
    [InlineData("build --shard 1/4 --facts input/facts", "name a folder beside it, e.g. --facts facts")]
    [InlineData("merge", "merge --help")]
    [InlineData("merge nowhere", "there is no folder nowhere")]
    [InlineData("merge input", "there is no part of a site in input")]
    [InlineData("check --format xml", "xml")]
    [InlineData("serve --port 99999", "--port 99999 is not a port")]
    [InlineData("new --place 周村区 --year 2024 --kind x", "x")]
    [InlineData("new --place 周春区 --year 2024", "周村区")]
    [InlineData("new --place 鼓楼区 --year 2024", "320106")]
    [InlineData("new --place 周村区 --year 二〇二四", "--year")]
    [InlineData("new --year 2024", "--place")]
    [InlineData("build --input nowhere", "there is no folder nowhere")]
    [InlineData("check --input nowhere", "there is no folder nowhere")]
    public async Task A_wrong_call_exits_with_1_and_says_why_on_stderr_alone(string call, string why)
    {
        Directory.CreateDirectory(_folder["input"]);
        var result = (await RunAsync(call.Split(' '))).Exits(1);
        Assert.Contains(why, result.Errors, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_content_exits_with_1_in_build_and_check()
    {
        new SampleArchive().Report("370306/2023/gwr", "<b>", title: "").WriteTo(_folder);
        (await RunAsync("build")).Exits(1);
        (await RunAsync("check")).Exits(1);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_exits_with_2()
    {
        new SampleArchive().Report("370306/2023/gwr", "正文。").WriteTo(_folder);
        _folder.Write("file", "a file where a folder is needed");
        var result = (await RunAsync("build", "--output", "file/site")).Exits(2);
        Assert.StartsWith("error: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("  hint: ", result.Errors, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    [Fact]
    public async Task Without_a_command_it_builds()
    {
        new SampleArchive().Report("370306/2023/gwr", "正文。").WriteTo(_folder);
        var result = (await RunAsync("--output", "site")).Exits(0);
        Assert.Equal("", result.Output);
        Assert.True(File.Exists(_folder["site/r/370306/2023/gwr/index.html"]));
    }

    [Fact]
    public async Task Quiet_says_nothing_when_all_is_well_and_verbose_names_the_stages()
    {
        new SampleArchive().Report("370306/2023/gwr", "正文<b>粗</b>。").WriteTo(_folder);
        var quiet = (await RunAsync("build", "--quiet")).Exits(0);
        Assert.Equal(("", ""), (quiet.Output, quiet.Errors));
        var verbose = (await RunAsync("build", "--verbose")).Exits(0);
        Assert.Contains("Reading reports", verbose.Errors, StringComparison.Ordinal);
        Assert.Contains("RA0012", verbose.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_document_and_nothing_else_on_stdout()
    {
        new SampleArchive().Report("370306/2023/gwr", "正文<b>粗</b>。").WriteTo(_folder);
        using var json = JsonDocument.Parse((await RunAsync("check", "--format", "json", "--verbose")).Exits(0).Output);
        Assert.Equal(JsonValueKind.Array, json.RootElement.ValueKind);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    [InlineData("TERM", "xterm-256color")]
    public async Task No_colours_go_to_a_file(string name, string value)
    {
        new SampleArchive().Report("370306/2023/gwr", "正文<b>粗</b>。").WriteTo(_folder);
        var result = await ReportArchiveProcess.RunAsync(_folder.Path, ["build"], (name, value));
        Assert.DoesNotContain('\u001b', result.Errors + result.Output);
    }

    [Theory]
    [InlineData("C")]
    [InlineData("en_US.ISO-8859-1")]
    [InlineData("zh_CN.GB18030")]
    public async Task Chinese_is_written_as_UTF_8_whatever_the_locale(string locale)
    {
        new SampleArchive().Report("370306/2023/gwr", "正文。", more: "类型: 甲\n").WriteTo(_folder);
        var text = await ReportArchiveProcess.RunAsync(_folder.Path, ["check"], ("LANG", locale), ("LC_ALL", locale));
        Assert.Contains("unknown key '类型'", text.Errors, StringComparison.Ordinal);
        var github = await ReportArchiveProcess.RunAsync(_folder.Path, ["check", "--format", "github"], ("LANG", locale), ("LC_ALL", locale));
        Assert.Contains("unknown key '类型'", github.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_writes_a_file_that_passes_check_once_it_has_a_text()
    {
        Directory.CreateDirectory(_folder["input"]);
        var path = (await RunAsync("new", "--place", "山东省/淄博市/周村区", "--year", "2024", "--kind", "plan")).Exits(0).Output.TrimEnd();
        Assert.Equal("input/reports/370306/2024-plan.md", path.Replace('\\', '/'));
        var check = (await RunAsync("check", "--format", "json")).Exits(0);
        using var found = JsonDocument.Parse(check.Output);
        Assert.DoesNotContain(found.RootElement.EnumerateArray(), static diagnostic => diagnostic.GetProperty("severity").GetString() == "error");
        Assert.Contains("is there already", (await RunAsync("new", "--place", "370306", "--year", "2024", "--kind", "plan")).Exits(1).Errors, StringComparison.Ordinal);
    }

    private Task<CommandResult> RunAsync(params string[] call) => ReportArchiveProcess.RunAsync(_folder.Path, call);

    [GeneratedRegex(@"^  (?<name>[a-z]+)\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommandNames();
}
