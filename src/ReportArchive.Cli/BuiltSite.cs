using System.Collections.Concurrent;
using System.Collections.Immutable;
using ReportArchive.Diagnostics;
using ReportArchive.Sites;

namespace ReportArchive.Cli;

/// <summary>Reads a built site back from disk and follows every link in it.</summary>
internal static class BuiltSite
{
    /// <summary>What is wrong with the site, in no order; a warning where there is none.</summary>
    public static IEnumerable<Diagnostic> Check(string output, BuildProgress progress)
    {
        if (!File.Exists(Path.Combine(output, "manifest.json")))
            return [new Diagnostic("RA0405", Severity.Info, new SourceSpan(Slashed(output)), "there is no built site here, so links were not checked", "run 'report-archive build' first, or name its folder with --output")];
        var files = Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(output, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToImmutableArray();
        var pages = files.Where(static file => file.EndsWith(".html", StringComparison.Ordinal)).ToList();
        var stage = progress.Stage("Checking pages");
        stage.Expect(pages.Count);
        var found = new ConcurrentBag<Diagnostic>();
        var read = pages.AsParallel().Select(page =>
        {
            var facts = PageFacts.Read(File.ReadAllText(Path.Combine(output, page)), page);
            stage.Advance();
            return facts;
        }).ToDictionary(static facts => facts.Path, StringComparer.Ordinal);
        var links = new LinkCheck(files, read);
        Parallel.ForEach(read.Values, facts =>
        {
            foreach (var diagnostic in links.Check(facts))
                found.Add(diagnostic with { Span = diagnostic.Span with { File = $"{Slashed(output)}/{diagnostic.Span.File}" } });
        });
        return found;
    }

    private static string Slashed(string path) => Path.TrimEndingDirectorySeparator(path).Replace('\\', '/');
}
