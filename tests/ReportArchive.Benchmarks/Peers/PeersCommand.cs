using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReportArchive.Benchmarks.Corpus;

namespace ReportArchive.Benchmarks.Peers;

/// <summary>
/// Runs this program and its peers in turn on the same input, several times over, and keeps the figures: a dated file of
/// every run, and a table and a chart of the best of them. Runs of one day and name are kept together.
/// </summary>
internal static class PeersCommand
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Results = Path.Combine(Repository.Root, "tests", "ReportArchive.Benchmarks", "Results");

    public static int Run(string[] args)
    {
        var options = args.Chunk(2).ToDictionary(static pair => pair[0], static pair => pair[^1], StringComparer.Ordinal);
        var sizes = options.GetValueOrDefault("--reports", "1000").Split(',').Select(static size => int.Parse(size, CultureInfo.InvariantCulture));
        var runs = int.Parse(options.GetValueOrDefault("--runs", "3"), CultureInfo.InvariantCulture);
        var work = Path.GetFullPath(options.GetValueOrDefault("--work", Path.Combine(Path.GetTempPath(), "report-archive-peers")));
        var tool = Path.GetFullPath(options.GetValueOrDefault("--tool", Path.Combine(AppContext.BaseDirectory, "report-archive.dll")));
        var only = options.GetValueOrDefault("--only")?.Split(',');
        var beside = options.GetValueOrDefault("--beside");
        var measured = new List<Run>();
        var sets = new List<PeerSet>();
        foreach (var size in sizes)
        {
            var corpus = Path.Combine(work, $"corpus-{size}");
            CorpusCommand.Write(corpus, size);
            sets.Add(new PeerSet(corpus, Path.Combine(work, $"{size}"), options.GetValueOrDefault("--node-modules"), tool));
            var peers = sets[^1].All().Where(peer => only is null || only.Contains(peer.Name, StringComparer.Ordinal)).ToList();
            // In turn, not one peer after the other: what else the machine does then falls on all alike.
            for (var round = 0; round < runs; round++)
                measured.AddRange(peers.Select(peer => Say(Peers.Run.Measure(peer, size) with { Beside = beside })));
        }
        sets.ForEach(static set => set.Clear());
        Keep(measured, options.GetValueOrDefault("--name", "peers"));
        return 0;
    }

    private static Run Say(Run run)
    {
        Console.Error.WriteLine($"{run.Reports,7} {run.Peer,-22} {run.Wall,8:0.00} s wall {run.Processor,8:0.00} s CPU {run.PeakMegabytes,7:0} MB {run.Files,8} files {run.Megabytes,8:0} MB {run.Failure}");
        return run;
    }

    private static void Keep(List<Run> runs, string name)
    {
        Directory.CreateDirectory(Results);
        var file = Path.Combine(Results, $"{DateTime.Today:yyyy-MM-dd}-{name}");
        var before = File.Exists(file + ".json") ? JsonSerializer.Deserialize<Measured>(File.ReadAllText(file + ".json"), Json)!.Runs : [];
        var all = new Measured(Machine(), [.. before, .. runs]);
        File.WriteAllText(file + ".json", JsonSerializer.Serialize(all, Json) + "\n");
        Draw(file + ".json");
    }

    /// <summary>Draws the table and the chart of a file of runs beside it.</summary>
    public static int Draw(string file)
    {
        var measured = JsonSerializer.Deserialize<Measured>(File.ReadAllText(file), Json)!;
        var best = Best(measured.Runs);
        if (best.Count == 0)
        {
            Console.Error.WriteLine("no run came to its end");
            return 1;
        }
        File.WriteAllText(Path.ChangeExtension(file, ".svg"), ScaleChart.Draw(best));
        File.WriteAllText(Path.ChangeExtension(file, ".md"), ScaleTable.Write(measured, best));
        Console.Error.WriteLine($"→ {file}, .md, .svg");
        return 0;
    }

    /// <summary>
    /// Of each program and size the run that took least processor time: the others were disturbed more. Where none came to its end, the one
    /// that came farthest.
    /// </summary>
    private static List<Run> Best(IReadOnlyList<Run> runs) =>
        [.. runs.GroupBy(static run => (run.Peer, run.Reports))
            .Select(static group => group.OrderBy(static run => run.Failure is not null).ThenByDescending(static run => run.Stages.Count).ThenBy(static run => run.Processor).First())];

    private static string Machine() =>
        $"{Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_000_000_000} GB, .NET {Environment.Version}, {FirstLine("hugo", "version")}";

    private static string FirstLine(string program, string argument)
    {
        using var process = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return process.StandardOutput.ReadLine() ?? "";
    }
}

/// <summary>The runs of one machine.</summary>
/// <param name="Machine">What it is, and with what the programs ran.</param>
/// <param name="Runs">The runs in the order they were made.</param>
internal sealed record Measured(string Machine, IReadOnlyList<Run> Runs);
