using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using ReportArchive.Schemas;
using ReportArchive.Sites;

namespace ReportArchive.Cli;

/// <summary>
/// The files of a new archive. They are this repository's own (forms, workflows, editor settings, a report and a concept), built
/// into the program, so that what a new archive gets is what is used and tested here.
/// </summary>
internal static class ArchiveTemplate
{
    private const string Prefix = "init/";
    private const string Samples = "input/";

    /// <summary>How this repository runs the program, and how an archive that has it as a tool does.</summary>
    private static readonly ImmutableArray<(string Here, string There)> s_calls =
    [
        ("dotnet run --project src/ReportArchive.Cli -c Release -- ", "dotnet tool run report-archive -- "),
        ("dotnet build src/ReportArchive.Cli -c Release -nologo -v quiet", "dotnet tool restore"),
    ];

    /// <summary>All files, ordered by path.</summary>
    /// <param name="title">Name of the archive.</param>
    /// <param name="withSamples">Whether a report and a concept to look at are among them.</param>
    public static ImmutableSortedDictionary<string, byte[]> Files(string title, bool withSamples)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        foreach (var (path, bytes) in BuiltIn().Where(file => withSamples || !file.Path.StartsWith(Samples, StringComparison.Ordinal)))
            files[path] = Adapted(path, bytes);
        foreach (var schema in EditorFiles.OfTheProgram())
            files[Samples + schema.Path] = schema.Bytes.ToArray();
        files["input/site.yml"] = Encoding.UTF8.GetBytes(SettingsFile.Write(title));
        files[".config/dotnet-tools.json"] = Encoding.UTF8.GetBytes(ToolManifest());
        return files.ToImmutable();
    }

    private static IEnumerable<(string Path, byte[] Bytes)> BuiltIn()
    {
        var assembly = typeof(ArchiveTemplate).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            yield return (name[Prefix.Length..].Replace('\\', '/'), copy.ToArray());
        }
    }

    private static byte[] Adapted(string path, byte[] bytes)
    {
        if (!path.EndsWith(".sh", StringComparison.Ordinal) && !path.EndsWith("tasks.json", StringComparison.Ordinal))
            return bytes;
        var text = s_calls.Aggregate(Encoding.UTF8.GetString(bytes), static (text, call) => text.Replace(call.Here, call.There, StringComparison.Ordinal));
        return Encoding.UTF8.GetBytes(text);
    }

    private static string ToolManifest() =>
        $$"""
        {
          "version": 1,
          "isRoot": true,
          "tools": {
            "reportarchive.tool": {
              "version": "{{Version}}",
              "commands": ["report-archive"]
            }
          }
        }

        """.ReplaceLineEndings("\n");

    private static string Version => typeof(ArchiveTemplate).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
