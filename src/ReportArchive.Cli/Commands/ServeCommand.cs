using System.CommandLine;

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
        var command = new Command("serve", Description) { port, input, output };
        command.SetAction((call, stop) => RunAsync(call.GetValue(input)!, call.GetValue(output)!, call.GetValue(port), Terminal.For(call), stop));
        return command;
    }

    private static async Task<int> RunAsync(string input, string output, int port, Terminal terminal, CancellationToken stop)
    {
        if (port is < 0 or > 65535)
            throw new UserException($"--port {port} is not a port", "give a number from 0 to 65535");
        // Links to itself must lead to the preview, not to the published site.
        var request = new BuildRequest(input, output, new Uri($"http://localhost:{port}/"), Environment.ProcessorCount);
        await using var server = new PreviewServer(request, terminal);
        await server.RunAsync(port, stop);
        return Failures.None;
    }
}
