using System.Globalization;
using ReportArchive.Reports;
using ReportArchive.Yaml;
using Spectre.Console;

namespace ReportArchive.Cli.Prompts;

/// <summary>Asks on a terminal for what a new report's front matter lacks. Every answer but year and kind may stay empty.</summary>
/// <param name="console">Where to ask.</param>
internal sealed class NewReportQuestions(IAnsiConsole console)
{
    /// <summary>The question that goes with a key: what it is called in Chinese, and as it is typed in the file.</summary>
    public static string Question(YamlKey key) => $"{key.Title} {key.Name}";

    /// <summary>Asks for the plan year.</summary>
    /// <param name="likely">The year that Enter takes.</param>
    public PlanYear Year(int likely)
    {
        var text = console.Prompt(new TextPrompt<string>(Question(ReportKeys.Year))
            .DefaultValue(likely.ToString(CultureInfo.InvariantCulture))
            .Validate(static text => PlanYear.TryParse(text, out _) ? ValidationResult.Success() : ValidationResult.Error($"[red]{Markup.Escape("请写四位数字，如 2024")}[/]")));
        return PlanYear.TryParse(text, out var year) ? year : default;
    }

    /// <summary>Asks for the kind.</summary>
    public ReportKind Kind()
    {
        var kind = console.Prompt(new SelectionPrompt<ReportKind>()
            .Title(Question(ReportKeys.Kind) + ":")
            .UseConverter(static kind => $"{kind.Key()} {kind.Name()}")
            .AddChoices(ReportKinds.All));
        console.MarkupLineInterpolated($"{Question(ReportKeys.Kind)}: [blue]{kind.Key()}[/] {kind.Name()}");
        return kind;
    }

    /// <summary>Asks for what the skeleton leaves empty.</summary>
    public ReportSkeleton Rest(ReportSkeleton skeleton)
    {
        console.MarkupLine("[dim]以下各项不知道就按 Enter 跳过。[/]");
        return skeleton with
        {
            Title = Text(ReportKeys.Title, skeleton.Title),
            Date = Day(Text(ReportKeys.Date, "", static text => Day(text) is not null, "请写年月日，如 2024-01-07")),
            Meeting = Text(ReportKeys.Meeting, skeleton.Meeting),
            Speaker = Text(ReportKeys.Speaker, skeleton.Speaker),
            Office = Text(ReportKeys.Office, skeleton.Office),
            SourceName = Text(ReportKeys.SourceName, skeleton.SourceName),
            SourceUrl = Text(ReportKeys.SourceUrl, skeleton.SourceUrl, static text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https", "请写完整网址，以 https:// 开头"),
        };
    }

    /// <summary>A day written <c>yyyy-MM-dd</c>; null for anything else.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string Text(YamlKey key, string known, Func<string, bool>? isValid = null, string otherwise = "")
    {
        var prompt = new TextPrompt<string>(Question(key)) { AllowEmpty = true };
        if (known.Length > 0)
            prompt.DefaultValue(known);
        prompt.Validate(text => text.Length == 0 || isValid is null || isValid(text.Trim()) ? ValidationResult.Success() : ValidationResult.Error($"[red]{Markup.Escape(otherwise)}[/]"));
        return console.Prompt(prompt).Trim();
    }
}
