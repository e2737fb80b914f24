// The command tree: what was typed becomes a call of one command; what went wrong becomes an exit code.
using System.CommandLine;
using ReportArchive.Cli;
using ReportArchive.Cli.Commands;

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

return await Failures.GuardAsync(() => root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
