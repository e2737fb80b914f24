using System.CommandLine;
using ReportArchive.Diagnostics;
using ReportArchive.Sharding;

namespace ReportArchive.Cli.Commands;

/// <summary><c>build</c>: content in, site out. The default command.</summary>
internal static class BuildCommand
{
    private const string Description =
        """
        Builds the site.

        Example:  report-archive build --base-url https://example.org/report-archive/

        On many machines:  report-archive build --shard 3/16 --facts facts
        Every shard runs this twice. The first time it reads its reports and leaves what it found in facts/3-of-16.facts; when
        the files of all shards have been gathered in that folder, it makes its part of the site in facts/3-of-16. Then
        'report-archive merge facts' makes one site of all parts. --jobs, --no-cache and --explain concern the shard's own pages.
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
        var shard = CommonOptions.Shard();
        var facts = CommonOptions.Facts();
        foreach (var option in (Option[])[input, output, baseUrl, repository, only, shard, facts, noCache, explain, jobs])
            command.Options.Add(option);
        command.SetAction((call, _) =>
        {
            var asShard = CommonOptions.ShardOf(call, shard, facts, only, output);
            var request = new BuildRequest(call.GetValue(input)!, call.GetValue(output)!, call.GetValue(baseUrl), call.GetValue(jobs))
            {
                Repository = call.GetValue(repository) ?? "",
                Only = CommonOptions.OnlyOf(call, only, output),
                IsIncremental = !call.GetValue(noCache),
                Explain = call.GetValue(explain) ? Console.Out.WriteLine : null,
            };
            return asShard is null ? RunAsync(request, Terminal.For(call)) : RunAsync(request with { Shard = asShard.Shard, Output = asShard.PartFolder }, asShard.Facts, Terminal.For(call));
        });
    }

    private static async Task<int> RunAsync(BuildRequest request, Terminal terminal)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        return Say(request, await terminal.WatchAsync(progress => BuildPipeline.RunAsync(request, progress)), watch.Elapsed, terminal);
    }

    private static async Task<int> RunAsync(BuildRequest request, string facts, Terminal terminal)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var folder = FactsFolder.Open(facts, InputFolder.Open(request.Input));
        var result = await terminal.WatchAsync(progress => ShardedBuild.RunAsync(request, folder, progress));
        if (result.Part is { } part)
        {
            var code = Say(request, part, watch.Elapsed, terminal);
            terminal.Say(part.Failed ? "" : $"Next, when the parts of all {request.Shard.Of} shards are made:  report-archive merge {facts}");
            return code;
        }
        if (result.Facts is { } made)
        {
            DiagnosticPrinter.Print(made.Diagnostics, terminal);
            terminal.Say($"{made.Reports} reports → {made.Path} in {watch.Elapsed.TotalSeconds:0.0} s");
        }
        SayWhatIsNext(folder, request.Shard, terminal);
        return result.Facts?.Diagnostics.Any(static diagnostic => diagnostic.Severity == Severity.Error) == true ? Failures.User : Failures.None;
    }

    private static void SayWhatIsNext(FactsFolder folder, Shard shard, Terminal terminal)
    {
        var present = folder.Present(shard);
        terminal.Say($"{present.Length} of {shard.Of} facts are in {folder.Root}");
        terminal.Say(present.Length == shard.Of
            ? "Next:  run every shard again, to make its part of the site"
            : $"Next:  run the other shards ({string.Join(", ", shard.All.Except(present).Take(5))}{(shard.Of - present.Length > 5 ? " …" : "")}), gather their files there, then run every shard again");
    }

    private static int Say(BuildRequest request, BuildResult result, TimeSpan time, Terminal terminal)
    {
        DiagnosticPrinter.Print(result.Diagnostics, terminal);
        if (result.Failed)
        {
            Console.Error.WriteLine($"Nothing was written: {request.Output} is as it was.");
            return Failures.User;
        }
        var figures = result.Figures!;
        var changes = result.Changes!.Value;
        terminal.Say($"{figures.Reports} reports, {figures.Places} places, {figures.Concepts} concepts → {request.Output} in {time.TotalSeconds:0.0} s");
        terminal.Say($"{result.Made} pages made, {result.Kept} kept");
        terminal.Say($"{changes.Written} files written, {changes.Unchanged} unchanged, {changes.Removed} removed");
        return Failures.None;
    }
}
