using System.CommandLine;

namespace ReportArchive.Cli.Commands;

/// <summary><c>init</c>: a new archive.</summary>
internal static class InitCommand
{
    private const string Description =
        """
        Makes a new archive: settings, a report and a concept to look at, forms and workflows for GitHub, settings for VS Code.
        It writes over nothing.

        Example:  report-archive init my-archive --title 某市报告档案
        """;

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where; the folder one is in by default.", DefaultValueFactory = static _ => "." };
        var title = new Option<string>("--title") { Description = "Name of the archive.", DefaultValueFactory = static _ => Sites.SiteKeys.Title.Default, HelpName = "TEXT" };
        var noSample = new Option<bool>("--no-sample") { Description = "Without the report and the concept to look at." };
        var command = new Command("init", Description) { folder, title, noSample };
        command.SetAction(call => Run(call.GetValue(folder)!, call.GetValue(title)!, !call.GetValue(noSample), Terminal.For(call)));
        return command;
    }

    private static int Run(string folder, string title, bool withSamples, Terminal terminal)
    {
        var files = ArchiveTemplate.Files(title, withSamples);
        // A clone of a new repository has a README already.
        var readme = File.Exists(Path.Combine(folder, "README.md"));
        var existing = files.Keys.Where(path => path != "README.md").FirstOrDefault(path => File.Exists(Path.Combine(folder, path)));
        if (existing is not null)
            throw new UserException($"{Path.Combine(folder, existing)} is there already", "name an empty folder; nothing was written");
        foreach (var (path, bytes) in files.Where(file => file.Key != "README.md" || !readme))
            Write(Path.Combine(folder, path), bytes);
        SchemaCommand.WriteAll(Path.Combine(folder, "input"), terminal);
        terminal.Say($"{files.Count} files written to {folder}");
        terminal.Say($"Next:  {(folder == "." ? "" : $"cd {folder} && ")}report-archive serve");
        return Failures.None;
    }

    private static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllBytes(path, bytes);
        if (!OperatingSystem.IsWindows() && path.EndsWith(".sh", StringComparison.Ordinal))
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }
}
