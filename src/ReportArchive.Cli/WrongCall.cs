using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using ReportArchive.Text;

namespace ReportArchive.Cli;

/// <summary>A call that cannot be understood: said in one line with a hint, on stderr, as all errors are; stdout is for results.</summary>
internal static class WrongCall
{
    /// <summary>The call itself where it can be understood.</summary>
    /// <exception cref="UserException">It cannot.</exception>
    public static ParseResult Reject(ParseResult call)
    {
        if (call.Action is not ParseErrorAction)
            return call;
        var messages = call.Errors.Select(static error => string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.'));
        throw new UserException(string.Join("; ", messages), Hint(call));
    }

    private static string Hint(ParseResult call)
    {
        var command = call.CommandResult.Command;
        var names = command.Subcommands.Select(static sub => sub.Name).Concat(command.Options.Select(static option => option.Name)).ToList();
        var meant = call.UnmatchedTokens.Select(token => EditDistance.Nearest(token, names)).FirstOrDefault(static name => name is not null);
        return meant is not null ? $"did you mean '{meant}'?" : $"'{Path(call.CommandResult)} --help' shows what can be typed";
    }

    /// <summary>The command as it is typed, e.g. <c>report-archive concepts suggest</c>.</summary>
    private static string Path(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : result.Command.Name;
}
