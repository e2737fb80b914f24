using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReportArchive.Import;
using ReportArchive.Places;

namespace ReportArchive.Benchmarks.Cleaning;

/// <summary>
/// Whether next year's report of a place is told from this year's, whole and in copies that break off, with and without its title.
/// Next year's is made of this year's: of its sentences a share stays, with the years moved on and all figures changed; the others are
/// taken from other reports. (38 pairs of national reports of successive years, 1979–2025, share at most 14 % of their
/// runs of eight characters, and the first twentieth of each at most 15 % with the year before.)
/// </summary>
internal static partial class Succession
{
    private static readonly double[] Kept = [0.1, 0.3, 0.5];
    private static readonly double[] Shares = [0.01, 0.02, 0.05, 0.1, 0.3, 1];

    public static void Print(List<TruthReport> truths, PlaceTable places, Goals goals)
    {
        var sentences = truths.SelectMany(static truth => truth.Lines()).SelectMany(static line => Sentence().Matches(line)).Select(static match => match.Value).ToList();
        var random = new Random(7);
        var (pairs, taken, warned) = (0, 0, 0);
        foreach (var truth in truths)
        {
            var now = CleaningProgram.Read(Damage.Text(truth, truth.Dump()))!;
            var archive = ImportResult.Of([now], places).Reports.Select(report => ArchivedReport.Read(report.Path, report.Markdown, "", places)!).ToList();
            foreach (var kept in Kept)
            {
                var title = Later(truth.Report.Matter.Title);
                var next = string.Join('\n', truth.Lines().Select(line => Next(line, kept, sentences, random)));
                foreach (var copy in Shares.SelectMany(share => new[] { title + "\n" + next[..(int)(next.Length * share)], next[..(int)(next.Length * share)] }))
                {
                    pairs++;
                    var dump = now with { Name = "next.txt", Sha256 = "next", Text = copy };
                    var (together, after) = (ImportResult.Of([now, dump], places), ImportResult.Of([dump], places, archive));
                    var isTaken = together.Reports.Any(static report => report.Witnesses.Others.Count > 0) || after.Reports.Any(static report => report.Outcome is ImportOutcome.Witnessed or ImportOutcome.Completed or ImportOutcome.Unchanged);
                    taken += isTaken ? 1 : 0;
                    warned += after.Diagnostics.Any(static diagnostic => diagnostic.Code == "RA0304") ? 1 : 0;
                    if (isTaken)
                        Console.WriteLine($"    {truth.Id}, {kept:P0} kept, {copy.Length} characters: taken for one report");
                }
            }
        }
        goals.AtMost("successive years taken for one report", 0, taken, $"{pairs} copies of next year's reports");
        Console.WriteLine($"successive years kept apart: {pairs - taken} of {pairs} (goal all), warnings that they are alike: {warned}");
    }

    private static string Next(string line, double kept, List<string> sentences, Random random)
    {
        var next = new StringBuilder(line.Length);
        var isOpening = line.StartsWith("各位代表", StringComparison.Ordinal) || line.StartsWith("现在，我代表", StringComparison.Ordinal) || line.Length < 40;
        foreach (var match in Sentence().Matches(line).AsEnumerable())
            next.Append(isOpening || random.NextDouble() < kept ? Changed(match.Value, random) : sentences[random.Next(sentences.Count)]);
        return next.Length == 0 ? Later(line) : next.ToString();
    }

    private static string Changed(string sentence, Random random) =>
        Figure().Replace(Later(sentence), match => match.Value.Length == 4 && match.Value.StartsWith("20", StringComparison.Ordinal) ? match.Value : string.Concat(match.Value.Select(digit => char.IsAsciiDigit(digit) ? (char)('1' + random.Next(9)) : digit)));

    private static string Later(string text) =>
        Year().Replace(text, static match => (int.Parse(match.Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("[^。！？]+[。！？]?”?", RegexOptions.None, 10_000)]
    private static partial Regex Sentence();

    [GeneratedRegex("(?<![0-9.])20[0-2][0-9](?=年)", RegexOptions.None, 10_000)]
    private static partial Regex Year();

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Figure();
}
