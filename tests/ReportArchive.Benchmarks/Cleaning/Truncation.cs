using ReportArchive.Import;
using ReportArchive.Places;

namespace ReportArchive.Benchmarks.Cleaning;

/// <summary>Whether copies that break off are known for what they are, and different reports are not taken for copies.</summary>
internal static class Truncation
{
    private static readonly double[] Shares = [0.05, 0.08, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 0.9, 0.97];

    public static void Print(List<TruthReport> truths, PlaceTable places, Goals goals)
    {
        var (made, known) = (0, 0);
        foreach (var truth in truths)
        {
            var full = CleaningProgram.Read(Damage.Text(truth, truth.Dump()))!;
            foreach (var share in Shares)
            {
                foreach (var copy in Copies(truth, share))
                {
                    made++;
                    var result = ImportResult.Of([full, full with { Name = "copy.txt", Sha256 = "copy", Text = copy }], places);
                    if (result.Reports is [{ Witnesses.Others.Count: 1 } report] && report.Witnesses.Sources.Last().Complete == (share >= 0.97 && report.Witnesses.Others[0].Grade == Grade.Complete))
                        known++;
                    else
                        Console.WriteLine($"    {truth.Id} {share:0.00}: {result.Reports.Length} reports, {string.Join("; ", result.Diagnostics)}");
                }
            }
        }
        var all = truths.ConvertAll(static truth => CleaningProgram.Read(Damage.Text(truth, truth.Dump()))!);
        var apart = ImportResult.Of(all, places).Reports.Length;
        goals.AtLeast("truncated copies recognised", 1, known / (double)made, "5 % to 97 % of each report");
        goals.AtMost("different reports taken for one", 0, truths.Count - apart, "the archive");
        Console.WriteLine($"truncated copies known: {known} of {made} (goal all); different reports kept apart: {apart} of {truths.Count}");
    }

    /// <summary>The beginning of a report with its frame; its beginning narrowed and without frame; a piece from its middle.</summary>
    private static IEnumerable<string> Copies(TruthReport truth, double share)
    {
        var text = truth.Dump();
        var length = (int)(text.Length * share);
        yield return text[..length];
        yield return string.Join('\n', truth.Lines())[..Math.Min(length, string.Join('\n', truth.Lines()).Length)].Replace('，', ',');
        if (share is >= 0.1 and <= 0.7)
            yield return text.Substring((text.Length - length) / 2, length);
    }
}
