using System.CommandLine;
using ReportArchive.Cli.Commands;
using Spectre.Console;

namespace ReportArchive.Cli;

/// <summary>How much a command says, and where. All of it goes to stderr: stdout is for results.</summary>
/// <param name="IsQuiet">Errors only.</param>
/// <param name="IsVerbose">Every diagnostic and stage.</param>
internal sealed record Terminal(bool IsQuiet, bool IsVerbose)
{
    /// <summary>stderr, as Spectre.Console writes to it.</summary>
    public static IAnsiConsole Console { get; } = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(System.Console.Error),
        Ansi = System.Console.IsErrorRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        Interactive = System.Console.IsErrorRedirected ? InteractionSupport.No : InteractionSupport.Detect,
    });

    /// <summary>As the call asked.</summary>
    public static Terminal For(ParseResult call) => new(call.GetValue(CommonOptions.Quiet), call.GetValue(CommonOptions.Verbose));

    /// <summary>Whether colours are wanted: on a terminal, and NO_COLOR (no-color.org) is not set.</summary>
    public static bool HasColours => !System.Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Whether somebody sits there who can be asked: keys come in and questions show, and no build server is at work.</summary>
    public static bool CanAsk =>
        !System.Console.IsInputRedirected && !System.Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    /// <summary>A line when a stage begins, and one with its cost when it ends.</summary>
    private static BuildProgress Lines => new(
        static stage => System.Console.Error.WriteLine($"{stage.Name} …"),
        static (stage, cost) => System.Console.Error.WriteLine($"{stage.Name}: {cost}"));

    /// <summary>A line for whoever watches.</summary>
    public void Say(string line)
    {
        if (!IsQuiet)
            System.Console.Error.WriteLine(line);
    }

    /// <summary>Runs work with a progress bar a stage on a terminal, and with plain lines elsewhere when asked to be verbose.</summary>
    public async Task<T> WatchAsync<T>(Func<BuildProgress, Task<T>> work)
    {
        if (IsQuiet || System.Console.IsErrorRedirected)
            return await work(IsVerbose ? Lines : BuildProgress.None);

        T? result = default;
        await Console.Progress()
            .AutoClear(true)
            .HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                using var stop = new CancellationTokenSource();
                var bars = new List<(BuildStage Stage, ProgressTask Bar)>();
                var progress = new BuildProgress(stage =>
                {
                    lock (bars)
                        bars.Add((stage, context.AddTask(stage.Name)));
                }, static (_, _) => { });
                var refresh = RefreshAsync(bars, stop.Token);
                result = await Task.Run(() => work(progress));
                await stop.CancelAsync();
                await refresh;
            });
        return result!;
    }

    private static async Task RefreshAsync(List<(BuildStage Stage, ProgressTask Bar)> bars, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            lock (bars)
            {
                foreach (var (stage, bar) in bars)
                {
                    bar.MaxValue = Math.Max(1, stage.Expected);
                    bar.Value = stage.Done;
                }
            }
            await Task.Delay(100, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
