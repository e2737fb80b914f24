// The command tree: what was typed becomes a call of one command; what went wrong becomes an exit code.
using System.CommandLine;
using System.Globalization;
using System.Text;
using ReportArchive.Cli;
using ReportArchive.Cli.Commands;

// The same words and bytes whatever the machine's language: DOTNET_SYSTEM_GLOBALIZATION_INVARIANT could undo the project's setting.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand(
    """
    Report Archive publishes government reports as a static site to read, search and cite.

    Without a command it builds:  report-archive --input input --output output
    Exit codes: 0 done · 1 the content or the call is wrong · 2 the program or the machine failed
    """)
{
    CommonOptions.Quiet,
    CommonOptions.Verbose,
};
BuildCommand.Attach(root);
foreach (var command in CommandTree.All())
    root.Subcommands.Add(command);

return await Failures.GuardAsync(() => WrongCall.Reject(root.Parse(args)).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
