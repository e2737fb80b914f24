using System.Diagnostics;

namespace ReportArchive.Cli;

/// <summary>What the process has used up to now; the difference of two is the cost of what lies between.</summary>
/// <param name="Wall">Time on the clock.</param>
/// <param name="Processor">Time of all processors, the system's work for us included.</param>
/// <param name="Allocated">Bytes allocated on the managed heap.</param>
/// <param name="Collections">Garbage collections of any generation.</param>
internal readonly record struct StageCost(TimeSpan Wall, TimeSpan Processor, long Allocated, int Collections)
{
    private const double Megabyte = 1_000_000;

    /// <summary>All since the process began.</summary>
    public static StageCost Now => new(
        Stopwatch.GetElapsedTime(0), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), GC.CollectionCount(0));

    /// <summary>The cost since an earlier moment.</summary>
    public StageCost Since(StageCost before) => new(
        Wall - before.Wall, Processor - before.Processor, Allocated - before.Allocated, Collections - before.Collections);

    /// <summary>One line for <c>--verbose</c>; the benchmarks read it.</summary>
    public override string ToString() =>
        $"{Wall.TotalSeconds:0.00} s, {Processor.TotalSeconds:0.00} s CPU, {Allocated / Megabyte:0} MB allocated, {Collections} collections, {PeakMemory / Megabyte:0} MB peak";

    private static long PeakMemory
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }
    }
}
