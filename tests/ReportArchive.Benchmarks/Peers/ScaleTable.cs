using System.Globalization;
using System.Text;

namespace ReportArchive.Benchmarks.Peers;

/// <summary>The figures of runs as tables of Markdown: one of all programs, one of this program's stages.</summary>
internal static class ScaleTable
{
    /// <summary>The tables.</summary>
    /// <param name="measured">All runs.</param>
    /// <param name="best">Of each program and size the run that counts.</param>
    public static string Write(Measured measured, IReadOnlyList<Run> best)
    {
        var text = new StringBuilder($"Of each program and size the run of least processor time. {measured.Machine}.\n\n");
        text.Append("| reports | program | wall, s | processor, s | ms a report | peak, MB | files | output, MB | runs | spread of processor time | |\n|---:|---|---:|---:|---:|---:|---:|---:|---:|---|---|\n");
        foreach (var run in best.Where(static run => run.Failure is null).OrderBy(static run => run.Reports))
            Row(text, run, [.. measured.Runs.Where(other => other.Peer == run.Peer && other.Reports == run.Reports && other.Failure is null)]);
        foreach (var run in measured.Runs.Where(static run => run.Failure is not null))
            text.Append(CultureInfo.InvariantCulture, $"| {run.Reports:#,0} | {run.Peer} | {run.Wall:0.0} | {run.Processor:0.0} | | {run.PeakMegabytes:#,0} | | | | | failed: {string.Join("; ", new[] { run.Failure, run.Beside }.OfType<string>())} |\n");
        text.Append("\n| reports | stage | wall, s | processor, s | allocated, MB | collections | peak so far, MB |\n|---:|---|---:|---:|---:|---:|---:|\n");
        foreach (var (run, stage) in best.Where(static run => run.Peer == "report-archive").OrderBy(static run => run.Reports).SelectMany(static run => run.Stages.Select(stage => (run, stage))))
            text.Append(CultureInfo.InvariantCulture, $"| {run.Reports:#,0} | {stage.Stage} | {stage.Wall:0.0} | {stage.Processor:0.0} | {stage.AllocatedMegabytes:#,0} | {stage.Collections:#,0} | {stage.PeakMegabytes:#,0} |\n");
        return text.ToString();
    }

    private static void Row(StringBuilder text, Run run, List<Run> all) => text.Append(
        CultureInfo.InvariantCulture,
        $"| {run.Reports:#,0} | {run.Peer} | {run.Wall:0.0} | {run.Processor:0.0} | {run.MillisecondsAReport:0.0} | {run.PeakMegabytes:#,0} | {run.Files:#,0} | {run.Megabytes:#,0} | {all.Count} | {all.Min(static other => other.Processor):0.0}–{all.Max(static other => other.Processor):0.0} s | {run.Beside} |\n");
}
