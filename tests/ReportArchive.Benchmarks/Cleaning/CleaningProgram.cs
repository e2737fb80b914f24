using System.Diagnostics;
using ReportArchive.Diagnostics;
using ReportArchive.Import;
using ReportArchive.Places;

namespace ReportArchive.Benchmarks.Cleaning;

/// <summary>
/// Scores the importer: clean reports are damaged in every way dumps are known to be, imported again and compared with
/// what they were. Prints one line a kind of damage, then truncation, then speed. The random numbers are seeded: two runs
/// print the same.
/// </summary>
internal static class CleaningProgram
{
    private const int Seed = 20260701;

    public static int Run(string[] args)
    {
        var root = Option(args, "--root") ?? FindRoot();
        var places = PlaceTable.National.With(PlaceCorrections.Read(File.ReadAllText(Path.Combine(root, "input", "places.csv")), "places.csv").Corrections);
        var archive = TruthReport.Files(Option(args, "--truth") ?? Path.Combine(root, "input", "reports"));
        var only = Option(args, "--class");
        var worst = int.Parse(Option(args, "--worst") ?? "0");
        var styles = Style.All.Where(style => Option(args, "--style") is not { } name || style.Name == name).Select(style => (style.Name, Reports: style.Of(archive, places))).ToList();
        Console.WriteLine($"{archive.Count} reports in {styles.Count} styles, {styles.Sum(static style => style.Reports.Sum(static truth => truth.Bare.Length)):N0} letters and digits");
        Console.WriteLine("damage              recall  precis.  furn. narrow  marks   par F1  head F1  meta    missing");
        var goals = new Goals();
        foreach (var damage in Damage.All.Where(damage => only is null || damage.Name == only))
        {
            var all = styles.ConvertAll(style => (style.Name, Measures: Score(damage, style.Reports, places)));
            foreach (var (style, measures) in all)
            {
                goals.Note($"{damage.Name}, {style}", damage, measures);
                if (only is not null)
                    Print(style, damage, measures, worst);
            }
            Print(damage.Name, damage, Measures.Sum(all.Select(static pair => pair.Measures)), only is null ? worst : 0);
        }
        if (only is null or "truncated")
            Truncation.Print(styles[0].Reports, places, goals);
        if (only is null or "succession")
            Succession.Print(styles[0].Reports, places, goals);
        if (only is null or "speed")
            goals.AtMost("CPU a report of 9,000 characters, ms", 5, Speed(styles[0].Reports, places), "plain, glued and furniture");
        return goals.Print() ? 0 : 1;
    }

    public static Dump? Read(DamagedDump dump)
    {
        var diagnostics = new List<Diagnostic>();
        return DumpReader.Read(new RawFile(dump.Name, dump.Bytes), diagnostics);
    }

    private static Measures Score(Damage damage, List<TruthReport> truths, PlaceTable places)
    {
        var measures = new Measures();
        foreach (var dump in damage.Make(truths, new Random(Seed)))
        {
            var imported = Read(dump) is { } read ? ImportResult.Of([read], places).Reports : [];
            foreach (var truth in dump.Truths)
                measures.Add(truth, imported.FirstOrDefault(report => report.Id == truth.Id) ?? (dump.Truths.Count == 1 ? imported.FirstOrDefault() : null), places, dump.Injected);
        }
        return measures;
    }

    private static void Print(string name, Damage damage, Measures m, int worst)
    {
        Console.WriteLine(
            $"{name,-19} {m.Grams.Recall:0.0000}  {m.Grams.Precision:0.0000}  {m.InjectedLeft,4} {m.NarrowLeft,6}  {(damage.KeepsQuotes ? m.Marks.F1.ToString("0.0000") : "     –")}  {m.Paragraphs.F1:0.0000}  {m.Headings.F1:0.0000}   {m.Metadata.F1:0.0000}  {m.Missing,4}");
        foreach (var miss in m.Misses.Take(worst))
            Console.WriteLine("    " + miss);
    }

    private static double Speed(List<TruthReport> truths, PlaceTable places)
    {
        var dumps = Damage.All.Where(static damage => damage.Name is "plain" or "glued" or "furniture")
            .SelectMany(damage => damage.Make(truths, new Random(Seed))).Select(static dump => Read(dump)!).ToList();
        var characters = dumps.Sum(static dump => (long)dump.Text.Length);
        for (var warm = 0; warm < 3; warm++)
            CleanAll(dumps, places);
        var watch = Stopwatch.StartNew();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        const int Rounds = 5;
        for (var round = 0; round < Rounds; round++)
            CleanAll(dumps, places);
        var cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / Rounds;
        Console.WriteLine($"speed: {cpu / characters * 9000:0.00} ms CPU, {watch.Elapsed.TotalMilliseconds / Rounds / characters * 9000:0.00} ms on one thread, for 9,000 characters");
        return cpu / characters * 9000;
    }

    private static void CleanAll(List<Dump> dumps, PlaceTable places)
    {
        foreach (var dump in dumps)
            ReportCleaner.Clean(dump, places, []);
    }

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ReportArchive.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("run this from a checkout");
        return folder;
    }
}
