using System.CommandLine;
using ReportArchive.Diagnostics;
using ReportArchive.Schemas;
using ReportArchive.Sites;

namespace ReportArchive.Cli.Commands;

/// <summary><c>schema</c>: the files from which editor programs complete and check while one types.</summary>
internal static class SchemaCommand
{
    private const string Description =
        """
        Writes the JSON Schemas of report, concept and site.yml to input/schemas, and the snippets of Visual Studio Code.
        Run it after a key of the program has changed; the publishing workflow runs it for what the archive holds.

        Example:  report-archive schema
        """;

    public static Command Create()
    {
        var input = CommonOptions.Input();
        var command = new Command("schema", Description) { input };
        command.SetAction(call => Run(call.GetValue(input)!, Terminal.For(call)));
        return command;
    }

    private static int Run(string input, Terminal terminal)
    {
        terminal.Say($"{WriteAll(input, terminal)} files written");
        return Failures.None;
    }

    /// <summary>Writes the files that differ; how many they were.</summary>
    /// <param name="input">Folder of the content.</param>
    /// <param name="terminal">Is told of errors in it.</param>
    internal static int WriteAll(string input, Terminal terminal)
    {
        var diagnostics = new List<Diagnostic>();
        var site = BuildPipeline.ReadSite(new BuildRequest(input, "output", BaseUrl: null, Environment.ProcessorCount), diagnostics, BuildProgress.None);
        DiagnosticPrinter.Print([.. diagnostics.Where(static diagnostic => diagnostic.Severity == Severity.Error)], terminal);

        var above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(input))) ?? ".";
        return EditorFiles.OfTheProgram().Append(EditorFiles.InUse(site)).Count(file => Write(input, file)) + (Write(above, EditorFiles.Snippets(site)) ? 1 : 0);
    }

    /// <summary>Writes a file whose bytes are new; whether it was.</summary>
    private static bool Write(string folder, OutputFile file)
    {
        var path = Path.Combine(folder, file.Path);
        if (File.Exists(path) && file.Bytes.Span.SequenceEqual(File.ReadAllBytes(path)))
            return false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, file.Bytes.ToArray());
        return true;
    }
}
