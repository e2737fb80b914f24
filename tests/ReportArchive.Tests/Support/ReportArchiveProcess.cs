using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace ReportArchive.Tests.Support;

/// <summary>What a command came to.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to stdout.</param>
/// <param name="Errors">What it wrote to stderr.</param>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    /// <summary>Asserts the exit code, showing what the command said if it is another.</summary>
    public CommandResult Exits(int code)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode}, not {code}\n{Errors}\n{Output}");
        return this;
    }
}

/// <summary>The program itself, as users run it: a process of its own.</summary>
internal static class ReportArchiveProcess
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">Folder it runs in.</param>
    /// <param name="arguments">What was typed.</param>
    /// <param name="environment">Variables set for it; an empty value takes one away.</param>
    public static async Task<CommandResult> RunAsync(string folder, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        using var process = Start(folder, arguments, environment);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(s_patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        return new CommandResult(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts a command that goes on until it is stopped.</summary>
    public static Process Start(string folder, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        // A shell starts what runs in the background with Ctrl+C ignored, and so does everything started by it, these tests included.
        string[] heard = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : [];
        string[] command = [.. heard, DotnetHost, Path.Combine(AppContext.BaseDirectory, "report-archive.dll"), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = s_utf8,
            StandardErrorEncoding = s_utf8,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value.Length == 0 ? null : value;
        return Process.Start(start)!;
    }

    /// <summary>The host that runs these tests: it need not be on the path.</summary>
    public static string DotnetHost { get; } = Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
