using System.Collections.Frozen;
using ReportArchive.Cli.Prompts;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Cli;

public sealed class NewCommandTests
{
    private static readonly PlaceTable s_places = PlaceTable.National;

    [Theory]
    [InlineData("gwr", "2024年周村区政府工作报告")]
    [InlineData("plan", "关于周村区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告")]
    [InlineData("budget", "关于周村区2023年预算执行情况和2024年预算草案的报告")]
    public async Task What_new_writes_passes_check(string kind, string title)
    {
        using var archive = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(archive.Path, "input"));

        (await Run(archive, "new", "--place", "淄博市周村区", "--year", "2024", "--kind", kind, "--date", "2024-01-07", "--meeting", "第十九届人民代表大会: 第三次会议")).Exits(0);

        var text = File.ReadAllText(Path.Combine(archive.Path, "input", "reports", "370306", $"2024-{kind}.md"));
        var diagnostics = new List<Diagnostic>();
        var report = ReportReader.Read(text, $"input/reports/370306/2024-{kind}.md", s_places, diagnostics)!;
        Assert.Equal(title, report.Matter.Title);
        Assert.Equal(new DateOnly(2024, 1, 7), report.Matter.Date);
        Assert.Equal("第十九届人民代表大会: 第三次会议", report.Matter.Meeting);
        Assert.Empty(diagnostics);
        (await Run(archive, "check")).Exits(0);
    }

    [Theory]
    [InlineData(new[] { "new", "--year", "2024" }, "--place is missing", "on a terminal")]
    [InlineData(new[] { "new", "--place", "370306" }, "--year is missing", "--year 2023")]
    [InlineData(new[] { "new", "--place", "周春区", "--year", "2024" }, "no place is called '周春区'", "山东省/淄博市/周村区 (370306)")]
    [InlineData(new[] { "new", "--place", "朝阳区", "--year", "2024" }, "several places", "北京市/朝阳区 (110105); 吉林省/长春市/朝阳区 (220104)")]
    [InlineData(new[] { "new", "--place", "370306", "--year", "二〇二四" }, "is not a year", "--year 2023")]
    [InlineData(new[] { "new", "--place", "370306", "--year", "2024", "--kind", "政府" }, "is not a kind", "gwr (政府工作报告)")]
    [InlineData(new[] { "new", "--place", "370306", "--year", "2024", "--date", "2024/1/7" }, "is not a day", "--date 2023-01-07")]
    public async Task What_is_missing_or_wrong_is_said_with_what_to_type(string[] call, string message, string hint)
    {
        using var archive = new TemporaryFolder();

        var result = (await Run(archive, call)).Exits(1);

        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.Contains(hint, result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(archive.Path));
    }

    [Fact]
    public async Task A_report_that_is_there_is_not_written_over()
    {
        using var archive = new TemporaryFolder();
        string[] call = ["new", "--place", "370306", "--year", "2024"];
        (await Run(archive, call)).Exits(0);
        var file = Path.Combine(archive.Path, "input", "reports", "370306", "2024-gwr.md");
        File.AppendAllText(file, "已经写好的文字。\n");

        Assert.Contains("is there already", (await Run(archive, call)).Exits(1).Errors, StringComparison.Ordinal);

        Assert.Contains("已经写好的文字。", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_that_the_archive_adds_are_known()
    {
        using var archive = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(archive.Path, "input"));
        File.WriteAllText(Path.Combine(archive.Path, "input", "places.csv"), "code,name,former_names,parent,note\n370399,新设区,,370300,\n");

        (await Run(archive, "new", "--place", "新设区", "--year", "2024")).Exits(0);

        Assert.True(File.Exists(Path.Combine(archive.Path, "input", "reports", "370399", "2024-gwr.md")));
    }

    [Fact]
    public void The_prompt_suggests_places_while_one_types_and_takes_the_chosen()
    {
        var console = new ScriptedConsole().Type("周村").Press(ConsoleKey.DownArrow, ConsoleKey.DownArrow, ConsoleKey.UpArrow, ConsoleKey.UpArrow, ConsoleKey.Enter);

        var place = Prompt().Ask(console, "地方 place", typed: "");

        Assert.Equal("370306", place!.Code.Value);
        Assert.Contains("› 山东省/淄博市/周村区", console.Screen, StringComparison.Ordinal);
        Assert.Contains("河北省/保定市/定州市/周村镇", console.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_prompt_offers_what_is_nearest_to_a_name_nobody_bears()
    {
        var console = new ScriptedConsole().Press(ConsoleKey.Enter);

        Assert.Equal("370306", Prompt().Ask(console, "地方 place", typed: "周春区")!.Code.Value);
    }

    [Fact]
    public void Tab_completes_backspace_takes_back_and_escape_gives_up()
    {
        var console = new ScriptedConsole().Type("淄博周").Press(ConsoleKey.Tab, ConsoleKey.Backspace, ConsoleKey.Escape);

        Assert.Null(Prompt().Ask(console, "地方 place", typed: ""));
        Assert.Contains("place: 山东省/淄博市/周村区", console.Screen, StringComparison.Ordinal);
        Assert.Contains("place: 山东省/淄博市/周村\u001b", console.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_questions_fill_in_what_is_known_and_ask_again_after_a_wrong_answer()
    {
        var console = new ScriptedConsole();
        // Title as proposed, date wrong, date right, no meeting, speaker, office, source as proposed, no address.
        foreach (var answer in new[] { "", "2024-1-7", "2024-01-07", "", "李晓红", "区长", "", "" })
            console.Type(answer).Press(ConsoleKey.Enter);

        var skeleton = new NewReportQuestions(console).Rest(ReportSkeleton.Of(new ReportId(PlaceCode.Parse("370306"), new PlanYear(2024), ReportKind.GovernmentWork), s_places));

        Assert.Equal(("2024年周村区政府工作报告", new DateOnly(2024, 1, 7), "", "李晓红", "区长", "周村区人民政府", ""),
            (skeleton.Title, skeleton.Date, skeleton.Meeting, skeleton.Speaker, skeleton.Office, skeleton.SourceName, skeleton.SourceUrl));
        Assert.Contains("请写年月日", console.Screen, StringComparison.Ordinal);
    }

    private static PlacePrompt Prompt() => new(s_places, new PlaceSuggestions(s_places, FrozenSet<PlaceCode>.Empty));

    private static Task<CommandResult> Run(TemporaryFolder folder, params string[] arguments) => ReportArchiveProcess.RunAsync(folder.Path, arguments);
}
