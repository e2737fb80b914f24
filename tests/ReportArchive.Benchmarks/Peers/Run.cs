using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ReportArchive.Benchmarks.Peers;

/// <summary>The cost of one stage of this program, as its <c>--verbose</c> says.</summary>
internal sealed record StageFigures(string Stage, double Wall, double Processor, double AllocatedMegabytes, int Collections, double PeakMegabytes);

/// <summary>One measured run.</summary>
/// <param name="Peer">Name of the program.</param>
/// <param name="Reports">Size of the corpus.</param>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Processor">Seconds of all processors, for the whole tree of processes, the system's work included.</param>
/// <param name="PeakMegabytes">Resident memory of the largest process of the tree at its peak.</param>
/// <param name="Files">Files made.</param>
/// <param name="Megabytes">Their bytes.</param>
/// <param name="Stages">Stages of this program; empty for others.</param>
internal sealed record Run(
    string Peer, int Reports, double Wall, double Processor, double PeakMegabytes, int Files, double Megabytes, IReadOnlyList<StageFigures> Stages)
{
    /// <summary>Why the program did not come to its end; none where it did. What it used until then is a result too.</summary>
    public string? Failure { get; init; }

    /// <summary>What else the machine did; none where nothing is known of.</summary>
    public string? Beside { get; init; }

    /// <summary>Milliseconds of processor time a report.</summary>
    [JsonIgnore]
    public double MillisecondsAReport => Processor * 1000 / Reports;

    /// <summary>The run up to the end of its last whole stage: of one that failed, what is known. A program without stages is shown as far as it came.</summary>
    [JsonIgnore]
    public Run Reached => Failure is null || Stages.Count == 0 ? this : this with { Wall = Stages.Sum(static stage => stage.Wall), Processor = Stages.Sum(static stage => stage.Processor) };

    private const double Megabyte = 1_000_000;

    /// <summary>Measures with GNU time, which counts the children of children too.</summary>
    public static Run Measure(Peer peer, int reports)
    {
        peer.Prepare();
        var figures = Path.GetTempFileName();
        var start = new ProcessStartInfo("/usr/bin/time", ["-f", "%e %U %S %M", "-o", figures, .. peer.Command])
        {
            WorkingDirectory = peer.Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        var lines = File.ReadAllLines(figures);
        File.Delete(figures);
        var failure = process.ExitCode == 0 ? null : $"exit code {process.ExitCode}: {LastLine(output.Result + errors)}";
        var numbers = lines[^1].Split(' ').Select(static text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        var files = Directory.Exists(peer.Output)
            ? Directory.EnumerateFiles(peer.Output, "*", SearchOption.AllDirectories).Select(static file => new FileInfo(file).Length).ToList()
            : [];
        return new Run(
            peer.Name, reports, numbers[0], numbers[1] + numbers[2], numbers[3] * 1024 / Megabyte, files.Count, files.Sum() / Megabyte, [.. ReadStages(errors)])
        { Failure = failure };
    }

    /// <summary>What a program said was wrong: its last line, but for a hint.</summary>
    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault(static line => !line.StartsWith("hint:", StringComparison.Ordinal)) ?? "no word";

    private static IEnumerable<StageFigures> ReadStages(string verbose) =>
        Regex.Matches(verbose, @"^(?<name>[^:\n]+): (?<wall>[\d.]+) s, (?<cpu>[\d.]+) s CPU, (?<mb>\d+) MB allocated, (?<gc>\d+) collections, (?<peak>\d+) MB peak$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10))
            .Select(static match => new StageFigures(
                match.Groups["name"].Value, Number(match, "wall"), Number(match, "cpu"), Number(match, "mb"), (int)Number(match, "gc"), Number(match, "peak")));

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
