using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Reports;

namespace ReportArchive.Benchmarks.Corpus;

/// <summary>The reports of this repository.</summary>
internal sealed class RealReports
{
    private RealReports(PlaceTable places, ImmutableArray<Report> reports) => (Places, Reports) = (places, reports);

    /// <summary>The national table with this archive's corrections.</summary>
    public PlaceTable Places { get; }

    /// <summary>In order of their files' names.</summary>
    public ImmutableArray<Report> Reports { get; }

    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidOperationException">A report cannot be read.</exception>
    public static RealReports Read()
    {
        var input = Path.Combine(Repository.Root, "input");
        var places = PlaceTable.National.With(PlaceCorrections.Read(File.ReadAllText(Path.Combine(input, "places.csv")), "places.csv").Corrections);
        return new RealReports(places, [.. Directory.EnumerateFiles(Path.Combine(input, "reports"), "*-*.md", SearchOption.AllDirectories)
            .Where(static file => !file.EndsWith(".variants.md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => Parse(File.ReadAllText(file), file, places))]);
    }

    /// <summary>One report.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read.</exception>
    public static Report Parse(string markdown, string file, PlaceTable places)
    {
        var diagnostics = new List<Diagnostic>();
        return ReportReader.Read(markdown, file, places, diagnostics)
            ?? throw new InvalidOperationException($"{file}: {diagnostics[0].Message}");
    }
}
