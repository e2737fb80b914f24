using ReportArchive.Concepts;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Benchmarks.Corpus;

/// <summary>Writes an archive's input folder: generated reports, and the concepts of this repository without their evidence.</summary>
internal static class CorpusCommand
{
    public static int Run(string[] args)
    {
        if (args is not [var folder, "--reports", var number] || !int.TryParse(number, out var reports))
        {
            Console.Error.WriteLine("corpus FOLDER --reports N");
            return 1;
        }
        Write(folder, reports);
        Console.Error.WriteLine($"{reports} reports → {folder}");
        return 0;
    }

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
