using System.CommandLine;

namespace ReportArchive.Cli.Commands;

/// <summary><c>build</c>: content in, site out. The default command.</summary>
internal static class BuildCommand
{
    private const string Description =
        """
        Builds the site.

        Example:  report-archive build --base-url https://example.org/report-archive/
        """;

    public static Command Create()
    {
        var command = new Command("build", Description);
        Attach(command);
        return command;
    }

    /// <summary>Makes a command build: the root is one too.</summary>
    public static void Attach(Command command)
    {
        var input = CommonOptions.Input();
        var output = CommonOptions.Output();
        var baseUrl = CommonOptions.BaseUrl();
        var repository = CommonOptions.Repository();
        var jobs = CommonOptions.Jobs();
        var noCache = new Option<bool>("--no-cache") { Description = "Make every page anew, and keep none of the last build." };
        var explain = new Option<bool>("--explain") { Description = "Say of each page that is made why the last build's is not kept." };
        var only = CommonOptions.Only();
        foreach (var option in (Option[])[input, output, baseUrl, repository, only, noCache, explain, jobs])
            command.Options.Add(option);
        command.SetAction((call, _) => RunAsync(
            new BuildRequest(call.GetValue(input)!, call.GetValue(output)!, call.GetValue(baseUrl), call.GetValue(jobs))
            {
                Repository = call.GetValue(repository) ?? "",
                Only = CommonOptions.OnlyOf(call, only, output),
                IsIncremental = !call.GetValue(noCache),
                Explain = call.GetValue(explain) ? Console.Out.WriteLine : null,
            },
            Terminal.For(call)));
    }

    private static async Task<int> RunAsync(BuildRequest request, Terminal terminal)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var result = await terminal.WatchAsync(progress => BuildPipeline.RunAsync(request, progress));
        DiagnosticPrinter.Print(result.Diagnostics, terminal);
        if (result.Failed)
        {
            Console.Error.WriteLine($"Nothing was written: {request.Output} is as it was.");
            return Failures.User;
        }
        var figures = result.Figures!;
        var changes = result.Changes!.Value;
        terminal.Say($"{figures.Reports} reports, {figures.Places} places, {figures.Concepts} concepts → {request.Output} in {watch.Elapsed.TotalSeconds:0.0} s");
        terminal.Say($"{result.Made} pages made, {result.Kept} kept");
        terminal.Say($"{changes.Written} files written, {changes.Unchanged} unchanged, {changes.Removed} removed");
        return Failures.None;
    }
}
