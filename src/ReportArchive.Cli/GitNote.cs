using System.ComponentModel;
using System.Diagnostics;

namespace ReportArchive.Cli;

/// <summary>The editor's own words for a correction: the subject of the last commit that touched a file.</summary>
internal static class GitNote
{
    /// <summary>The subject; empty outside a repository, without git, or when the file's last change is not committed.</summary>
    public static string Of(string file)
    {
        var path = Path.GetFullPath(file);
        return Run(path, "status", "--porcelain", "--", path) is "" ? Run(path, "log", "-1", "--format=%s", "--", path) ?? "" : "";
    }

    private static string? Run(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(file),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var git = Process.Start(start);
            var output = git!.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
