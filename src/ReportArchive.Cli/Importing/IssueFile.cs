using System.Text;
using ReportArchive.Diagnostics;
using ReportArchive.Import;

namespace ReportArchive.Cli.Importing;

/// <summary>A file with the body of an issue, in which somebody proposed a report.</summary>
internal static class IssueFile
{
    /// <summary>The dump that the body holds; null with an error where it holds none.</summary>
    /// <exception cref="UserException">There is no such file.</exception>
    public static async Task<Dump?> ReadAsync(string path, ICollection<Diagnostic> diagnostics, CancellationToken stop)
    {
        if (path != "-" && !File.Exists(path))
            throw new UserException($"there is no file {path}", "save the issue's body to a file, e.g. gh issue view 12 --json body --jq .body > issue.md");
        await using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var name = path == "-" ? "standard input" : path.Replace('\\', '/');
        var form = IssueForm.Read(await reader.ReadToEndAsync(stop));
        if (form is { Text.Length: > 0 })
            return form.ToDump(name);
        diagnostics.Add(form is { Attachments.IsEmpty: false }
            ? Diagnostic.Error("RA0303", new SourceSpan(name), "the report is attached to the issue, not pasted into it", $"download it and import it: {string.Join(" ", form.Attachments)}")
            : Diagnostic.Error("RA0303", new SourceSpan(name), "this is not the body of an issue of the form 提供报告", $"it needs a heading '### {IssueForm.Labels[^1]}' with the text of the report below it"));
        return null;
    }
}
