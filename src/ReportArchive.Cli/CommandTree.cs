using System.CommandLine;
using ReportArchive.Cli.Commands;

namespace ReportArchive.Cli;

/// <summary>All commands, in the order <c>--help</c> lists them.</summary>
internal static class CommandTree
{
    public static IEnumerable<Command> All() =>
    [
        InitCommand.Create(),
        BuildCommand.Create(),
        MergeCommand.Create(),
        ServeCommand.Create(),
        CheckCommand.Create(),
        ImportCommand.Create(),
        NewCommand.Create(),
        SearchCommand.Create(),
        AnchorsCommand.Create(),
        ChangesCommand.Create(),
        LinksCommand.Create(),
        SchemaCommand.Create(),
        ConceptsCommand.Create(),
        PublishCommand.Create(),
    ];
}
