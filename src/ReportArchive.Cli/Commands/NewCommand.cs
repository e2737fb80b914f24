using System.CommandLine;
using ReportArchive.Cli.Prompts;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;
using ReportArchive.Yaml;

namespace ReportArchive.Cli.Commands;

/// <summary><c>new</c>: a Markdown report to fill in. On a terminal it asks for what the call leaves out.</summary>
internal static class NewCommand
{
    private const string Description =
        """
        Writes a Markdown report to fill in, where it belongs. On a terminal it asks for what is missing.

        Example:  report-archive new
                  report-archive new --place 山东省/淄博市/周村区 --year 2024 --kind gwr
        """;

    private static readonly Option<string?> s_place = Of(ReportKeys.Place, "P");
    private static readonly Option<string?> s_year = Of(ReportKeys.Year, "Y");
    private static readonly Option<string?> s_kind = Of(ReportKeys.Kind, "K");
    private static readonly Option<string?> s_title = Of(ReportKeys.Title, "TEXT");
    private static readonly Option<string?> s_date = Of(ReportKeys.Date, "DAY");
    private static readonly Option<string?> s_meeting = Of(ReportKeys.Meeting, "TEXT");
    private static readonly Option<string?> s_speaker = Of(ReportKeys.Speaker, "NAME");
    private static readonly Option<string?> s_office = Of(ReportKeys.Office, "TEXT");
    private static readonly Option<string?> s_source = Of(ReportKeys.SourceName, "NAME", "--source");
    private static readonly Option<string?> s_url = Of(ReportKeys.SourceUrl, "URL");

    public static Command Create()
    {
        var input = CommonOptions.Input();
        s_kind.CompletionSources.Add(_ => ReportKeys.Kind.Choices.Select(static choice => new System.CommandLine.Completions.CompletionItem(choice.Value)));
        var command = new Command("new", Description) { s_place, s_year, s_kind, s_title, s_date, s_meeting, s_speaker, s_office, s_source, s_url, input };
        command.SetAction(call => Run(call, call.GetValue(input)!));
        return command;
    }

    private static Option<string?> Of(YamlKey key, string helpName, string? name = null) =>
        new(name ?? $"--{key.Name}") { Description = key.English, HelpName = helpName };

    private static int Run(ParseResult call, string input)
    {
        var archive = ReportFolder.Open(input);
        var questions = Terminal.CanAsk ? new NewReportQuestions(Terminal.Console) : null;
        var place = Place(call.GetValue(s_place), archive, questions);
        var year = Year(call.GetValue(s_year), archive, place, questions);
        var kind = Kind(call.GetValue(s_kind), questions);

        var id = new ReportId(place.Code, year, kind);
        var path = archive.PathOf(id);
        if (File.Exists(path))
            throw new UserException($"{path} is there already", "edit it, or choose another place, year or kind");

        var skeleton = Answered(ReportSkeleton.Of(id, archive.Places), call);
        if (questions is not null && !new[] { s_title, s_date, s_meeting, s_speaker, s_office, s_source, s_url }.Any(option => call.GetResult(option) is { Implicit: false }))
            skeleton = questions.Rest(skeleton);
        Write(path, skeleton.Write(), archive.Places);
        Console.WriteLine(path);
        Terminal.For(call).Say($"Paste the text below the second '---' of {path}, then run 'report-archive check'.");
        return Failures.None;
    }

    private static Place Place(string? text, ReportFolder archive, NewReportQuestions? questions)
    {
        var resolution = text is null ? null : archive.Places.Resolve(text);
        if (resolution is PlaceResolution.Found found)
            return found.Place;
        if (questions is not null)
        {
            var prompt = new PlacePrompt(archive.Places, new PlaceSuggestions(archive.Places, archive.PlacesInUse));
            return prompt.Ask(Terminal.Console, NewReportQuestions.Question(ReportKeys.Place), text ?? "") ?? throw new OperationCanceledException();
        }
        throw resolution switch
        {
            PlaceResolution.Ambiguous ambiguous => new UserException($"'{text}' is the name of several places", "write one of: " + archive.List(ambiguous.Candidates)),
            PlaceResolution.Unknown unknown => new UserException(
                $"no place is called '{text}'",
                unknown.Nearest.IsEmpty ? $"write the names from the province down, e.g. --place {ReportKeys.Place.Example}" : "did you mean: " + archive.List(unknown.Nearest)),
            _ => Missing(ReportKeys.Place),
        };
    }

    private static PlanYear Year(string? text, ReportFolder archive, Place place, NewReportQuestions? questions)
    {
        if (text is null)
            return questions?.Year(archive.NextYear(place.Code, DateTime.Now.Year)) ?? throw Missing(ReportKeys.Year);
        return PlanYear.TryParse(text, out var year)
            ? year
            : throw new UserException($"--year {text} is not a year", $"write four digits from {PlanYear.Earliest} to {PlanYear.Latest}, e.g. --year {ReportKeys.Year.Example}");
    }

    private static ReportKind Kind(string? text, NewReportQuestions? questions)
    {
        if (text is null)
            return questions?.Kind() ?? ReportKind.GovernmentWork;
        return ReportKinds.TryParse(text, out var kind)
            ? kind
            : throw new UserException($"--kind {text} is not a kind", "write gwr (政府工作报告), plan (计划报告) or budget (预算报告)");
    }

    private static UserException Missing(YamlKey key) => new($"--{key.Name} is missing", $"add --{key.Name} {key.Example}, or call 'report-archive new' on a terminal, where it asks");

    private static ReportSkeleton Answered(ReportSkeleton skeleton, ParseResult call) => skeleton with
    {
        Title = call.GetValue(s_title) ?? skeleton.Title,
        Date = call.GetValue(s_date) is { Length: > 0 } text
            ? NewReportQuestions.Day(text) ?? throw new UserException($"--date {text} is not a day", $"write year, month and day in digits, e.g. --date {ReportKeys.Date.Example}")
            : null,
        Meeting = call.GetValue(s_meeting) ?? skeleton.Meeting,
        Speaker = call.GetValue(s_speaker) ?? skeleton.Speaker,
        Office = call.GetValue(s_office) ?? skeleton.Office,
        SourceName = call.GetValue(s_source) ?? skeleton.SourceName,
        SourceUrl = call.GetValue(s_url) ?? skeleton.SourceUrl,
    };

    /// <summary>Writes the file once the reader has nothing against it: what was typed may be wrong.</summary>
    private static void Write(string path, string text, PlaceTable places)
    {
        var diagnostics = new List<Diagnostic>();
        ReportReader.Read(text, path.Replace('\\', '/'), places, diagnostics);
        if (diagnostics.Find(static diagnostic => diagnostic.Severity == Severity.Error) is { } error)
            throw new UserException(error.Message, error.Hint);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
