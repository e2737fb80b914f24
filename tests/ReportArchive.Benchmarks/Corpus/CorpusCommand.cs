using System.Text.RegularExpressions;
using ReportArchive.Concepts;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Benchmarks.Corpus;

/// <summary>Writes an archive's input folder: generated reports, and the concepts of this repository without their evidence.</summary>
internal static partial class CorpusCommand
{
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["--learn"]:
                File.WriteAllLines(Path.Combine(Repository.Root, "tests", "ReportArchive.Benchmarks", "Corpus", "clauses.txt"), RealReports.Read().Reports.SelectMany(Clauses));
                return 0;
            case ["--growth", .. var sizes] when sizes.All(static size => int.TryParse(size, out _)):
                Compare([.. sizes.Select(int.Parse)]);
                return 0;
            case [var folder, "--reports", var number] when int.TryParse(number, out var reports):
                Write(folder, reports);
                Console.Error.WriteLine($"{reports} reports → {folder}");
                return 0;
            default:
                Console.Error.WriteLine("corpus FOLDER --reports N | corpus --growth [N ...] | corpus --learn");
                return 1;
        }
    }

    /// <summary>Different runs of characters in the real reports, in thirteen generated ones, and in so many.</summary>
    private static void Compare(int[] sizes)
    {
        var lexicon = Lexicon.Load();
        var labels = Labels();
        var real = RealReports.Read().Reports.Select(Texts).ToList();
        Print("real", real);
        foreach (var size in sizes.Prepend(real.Count))
            Print($"{size} generated", Generated(size));

        // Reports that lie far apart in the corpus, as the real ones are of thirteen places.
        IEnumerable<List<string>> Generated(int size)
        {
            var places = CorpusPlaces.Of(PlaceTable.National, Math.Max(size, 1_000));
            return Enumerable.Range(0, size).Select(number => places[number * places.Count / size]).Select(id =>
                Texts(RealReports.Parse(new ReportWriter(lexicon, labels, id, PlaceTable.National.Path(id.Place)).Write(), $"{id}.md", PlaceTable.National)));
        }

        static void Print(string label, IEnumerable<List<string>> texts)
        {
            Console.WriteLine(label);
            foreach (var length in GramGrowth.Lengths)
                Console.WriteLine($"  {GramGrowth.Of(texts, length)}");
        }
    }

    private static List<string> Texts(Report report) => [.. report.Blocks.Select(static block => block.Text)];

    /// <summary>What <see cref="ClauseText"/> learns of a report.</summary>
    private static IEnumerable<string> Clauses(Report report) => report.Blocks
        .Where(static block => block.Kind != BlockKind.Table)
        .SelectMany(static block => Marks.Split(AnyFigure.Replace(AnyYear.Replace(Brackets.Replace(block.Text, ""), $"{ClauseText.Year}"), $"{ClauseText.Figure}")))
        .Where(static clause => clause.Length > 0);

    [GeneratedRegex("[“”‘’《》（）()\\s]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brackets { get; }

    [GeneratedRegex("[0-9]{4}(?=年)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyYear { get; }

    // Figures of names stay: 5G, 1+3+4.
    [GeneratedRegex("(?<![A-Za-z0-9.+])[0-9]+([.][0-9]+)?(?![A-Za-z0-9.+])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyFigure { get; }

    [GeneratedRegex("[，。；：！？]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks { get; }

    /// <summary>Writes the archive; reports that are there already stay, for a larger corpus begins with the smaller one.</summary>
    public static void Write(string folder, int reports)
    {
        var concepts = Concepts();
        WriteConcepts(folder, concepts);
        File.WriteAllText(Path.Combine(folder, "site.yml"), "title: 报告档案\n");
        var labels = concepts.Select(static concept => concept.Label).ToList();
        var lexicon = Lexicon.Load();
        var places = CorpusPlaces.Of(PlaceTable.National, reports);
        Parallel.For(0, places.Count, number =>
        {
            var path = Path.Combine(folder, "reports", ReportReader.PathOf(places[number]));
            if (File.Exists(path))
                return;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, new ReportWriter(lexicon, labels, places[number], places.Path(places[number])).Write());
        });
    }

    /// <summary>Names of the concepts of this repository, which generated reports speak of.</summary>
    public static List<string> Labels() => [.. Concepts().Select(static concept => concept.Label)];

    private static List<Concept> Concepts()
    {
        var folder = Path.Combine(Repository.Root, "input", "concepts");
        var diagnostics = new List<Diagnostic>();
        return [.. Directory.EnumerateFiles(folder, "*.md")
            .Order(StringComparer.Ordinal)
            .Select(file => ConceptReader.Read(File.ReadAllText(file), file.Replace('\\', '/'), diagnostics))
            .OfType<Concept>()];
    }

    /// <summary>The quoted evidence is of real reports, which this archive does not hold.</summary>
    private static void WriteConcepts(string folder, List<Concept> concepts)
    {
        Directory.CreateDirectory(Path.Combine(folder, "concepts"));
        foreach (var concept in concepts)
        {
            var lines = File.ReadLines(concept.File)
                .Where(static line => line != "evidence:" && !line.StartsWith("  - report:", StringComparison.Ordinal) && !line.StartsWith("    quote:", StringComparison.Ordinal));
            File.WriteAllText(Path.Combine(folder, "concepts", $"{concept.Slug}.md"), string.Join('\n', lines) + "\n");
        }
    }
}
