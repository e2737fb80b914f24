using System.Diagnostics;
using ReportArchive.Tests.Support;

namespace ReportArchive.Tests.Cli;

/// <summary>The packed tool, installed from its file as somebody does who has neither this repository nor a network.</summary>
public sealed class PackedTool : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The installed program.</summary>
    public string Path => _folder["tool", OperatingSystem.IsWindows() ? "report-archive.exe" : "report-archive"];

    /// <summary>A configuration that knows the packed file's folder and no other source.</summary>
    public string NuGetConfig => $"<configuration><packageSources><clear/><add key=\"local\" value=\"{_folder["packages"]}\"/></packageSources></configuration>";

    public async ValueTask InitializeAsync()
    {
        await StartAsync(Repository.Root, "dotnet", ["pack", "src/ReportArchive.Cli", "-c", "Release", "-nologo", "-v", "quiet", "-o", _folder["packages"]], []);
        _folder.Write("NuGet.config", NuGetConfig);
        await RunAsync(_folder.Path, "dotnet", ["tool", "install", "ReportArchive.Tool", "--tool-path", _folder["tool"]]);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Runs a program to its end, which must be a good one, and returns what it said. Packages come from the packed file only; what
    /// dotnet remembers of tools is this folder's own, too: elsewhere it may remember another build of the same version.
    /// </summary>
    public Task<string> RunAsync(string folder, string program, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment) =>
        StartAsync(folder, program, arguments, environment.Concat([("NUGET_PACKAGES", _folder["cache"]), ("DOTNET_CLI_HOME", _folder["home"])]));

    private static async Task<string> StartAsync(string folder, string program, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment.Remove("GITHUB_STEP_SUMMARY");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}\n{await output}\n{await errors}");
        return await output + await errors;
    }
}
