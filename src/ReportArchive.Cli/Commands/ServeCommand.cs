using System.CommandLine;
using ReportArchive.Places;

namespace ReportArchive.Cli.Commands;

/// <summary><c>serve</c>: the site in a browser, rebuilt as its content changes.</summary>
internal static class ServeCommand
{
    private const string Description =
        """
        Builds the site, serves it on this machine only, and rebuilds and reloads the open page when input/ or theme/assets/ change.

        Example:  report-archive serve --port 8000
        """;

    public static Command Create()
    {
        var input = CommonOptions.Input();
        var output = CommonOptions.Output();
        var port = new Option<int>("--port", "-p")
        {
            Description = "Port on the loopback interface; 0 takes any free one.",
            DefaultValueFactory = static _ => 5080,
            HelpName = "N",
        };
        var only = CommonOptions.Only();
        var command = new Command("serve", Description) { port, input, output, only };
        command.SetAction((call, stop) =>
        {
            var number = Checked(call.GetValue(port));
            return RunAsync(Request(call, input, output, only, number), number, Terminal.For(call), stop);
        });
        return command;
    }

    private static BuildRequest Request(ParseResult call, Option<string> input, Option<string> output, Option<PlaceCode?> only, int port) =>
        // Links to itself must lead to the preview, not to the published site.
        new(call.GetValue(input)!, call.GetValue(output)!, new Uri($"http://localhost:{port}/"), Environment.ProcessorCount) { Only = CommonOptions.OnlyOf(call, only, output) };

    private static async Task<int> RunAsync(BuildRequest request, int port, Terminal terminal, CancellationToken stop)
    {
        await using var server = new PreviewServer(request, terminal);
        await server.RunAsync(port, stop);
        return Failures.None;
    }

    private static int Checked(int port) => port is >= 0 and <= 65535
        ? port
        : throw new UserException($"--port {port} is not a port", "give a number from 0 to 65535");
}
