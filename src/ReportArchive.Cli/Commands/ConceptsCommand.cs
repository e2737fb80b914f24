using System.CommandLine;
using System.Globalization;
using ReportArchive.Concepts;
using ReportArchive.Concepts.Discovery;
using ReportArchive.Data;
using ReportArchive.Diagnostics;

namespace ReportArchive.Cli.Commands;

/// <summary><c>concepts suggest</c>: what the reports say again and again and no authority file describes.</summary>
internal static class ConceptsCommand
{
    private const string Description =
        """
        Works on the authority files of concepts.

        Example:  report-archive concepts suggest --limit 20
        """;

    private const string SuggestDescription =
        """
        Ranks expressions that recur and have no concept file yet, with the sentences they stand in.

        Example:  report-archive concepts suggest --json > suggestions.json
        """;

    public static Command Create() => new("concepts", Description) { Suggest() };

    private static Command Suggest()
    {
        var input = CommonOptions.Input();
        var json = new Option<bool>("--json") { Description = "Print one JSON document; each entry holds a file to begin with." };
        var limit = new Option<int>("--limit") { Description = "Most suggestions; 0 for all.", DefaultValueFactory = static _ => 50, HelpName = "N" };
        limit.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() < 0)
                result.AddError("--limit must be 0 or more");
        });
        var command = new Command("suggest", SuggestDescription) { input, json, limit };
        command.SetAction((call, _) => RunAsync(call.GetValue(input)!, call.GetValue(json), call.GetValue(limit), Terminal.For(call)));
        return command;
    }

    private static async Task<int> RunAsync(string input, bool isJson, int limit, Terminal terminal)
    {
        var diagnostics = new List<Diagnostic>();
        var all = await terminal.WatchAsync(progress => Task.Run(() =>
            Suggestions.For(BuildPipeline.ReadSite(new BuildRequest(input, Output: "", BaseUrl: null, Environment.ProcessorCount), diagnostics, progress))));
        DiagnosticPrinter.Print(diagnostics.FindAll(static diagnostic => diagnostic.Severity == Severity.Error), terminal);
        var suggestions = limit == 0 ? all : all[..Math.Min(limit, all.Length)];
        if (isJson)
            Console.OpenStandardOutput().Write(SuggestionJson.Write(suggestions));
        else
            Print(suggestions, all.Length, terminal);
        return Failures.None;
    }

    private static void Print(IReadOnlyCollection<Suggestion> suggestions, int all, Terminal terminal)
    {
        foreach (var suggestion in suggestions)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{suggestion.Score:0.00}  {suggestion.Text}  ({suggestion.Kind.Key()}, {suggestion.Reports} reports, {suggestion.Occurrences} times, {suggestion.Quoted} quoted)"));
            if (!suggestion.Parts.IsEmpty)
                Console.WriteLine($"      = {string.Join("、", suggestion.Parts)}");
            var evidence = suggestion.Evidence[0];
            Console.WriteLine($"      {evidence.Report}#{evidence.Anchor}  {evidence.Text}");
        }
        if (suggestions.Count < all)
            terminal.Say($"{suggestions.Count} of {all} suggestions; --limit 0 lists all.");
    }
}
