using System.CommandLine;

namespace ReportArchive.Cli.Commands;

/// <summary><c>merge</c>: the parts of a site that several machines built, one site.</summary>
internal static class MergeCommand
{
    private const string Description =
        """
        Puts together the site that several machines built in parts with 'build --shard'.
        The site is byte for byte that of one machine. The parts are left as they are.

        Example:  report-archive merge facts --output output
        """;

    public static Command Create()
    {
        var folders = new Argument<string[]>("FOLDER") { Description = "The folders of the parts, or one that holds them all.", Arity = ArgumentArity.OneOrMore };
        var output = CommonOptions.Output();
        var command = new Command("merge", Description) { folders, output };
        command.SetAction((call, _) => RunAsync(call.GetValue(folders)!, call.GetValue(output)!, Terminal.For(call)));
        return command;
    }

    private static async Task<int> RunAsync(string[] folders, string output, Terminal terminal)
    {
        var parts = SiteParts.Find(folders);
        var changes = await terminal.WatchAsync(progress => Task.FromResult(SiteParts.Merge(parts, output, progress)));
        terminal.Say($"{parts.Length} parts → {output}");
        terminal.Say($"{changes.Written} files written, {changes.Unchanged} unchanged, {changes.Removed} removed");
        return Failures.None;
    }
}
