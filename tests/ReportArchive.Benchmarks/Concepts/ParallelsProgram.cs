using System.Collections.Immutable;
using System.Diagnostics;
using ReportArchive.Diagnostics;
using ReportArchive.Parallels;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Benchmarks.Concepts;

/// <summary>What it costs to find the parallel passages of an archive.</summary>
internal static class ParallelsProgram
{
    public static int Run(string[] args)
    {
        if (args is not [var folder])
        {
            Console.Error.WriteLine("parallels FOLDER");
            return 1;
        }
        var reports = Read(folder);
        ParallelPassages.Find([.. reports.Take(100)]);
        var (cpu, clock) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        var parallels = ParallelPassages.Find(reports);
        var spent = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds;
        Console.WriteLine(
            $"{reports.Length} reports, {reports.Sum(static report => (long)report.Length):#,0} characters: {spent / Math.Max(1, reports.Length):0.000} ms CPU a report, {clock.ElapsedMilliseconds} ms in all; "
            + $"{Enumerable.Range(0, reports.Length).Sum(i => parallels.Of(i).Length):#,0} spans seen from both sides, {parallels.Formulas.Length} formulas");
        return 0;
    }

    public static ImmutableArray<Report> Read(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, "reports"), "*.md", SearchOption.AllDirectories)
            .AsParallel()
            .Select(file => ReportReader.Read(File.ReadAllText(file), "input/" + Path.GetRelativePath(folder, file).Replace('\\', '/'), PlaceTable.National, new List<Diagnostic>()))
            .OfType<Report>()
            .OrderBy(static report => report.Id)];
}
