using ReportArchive.Diagnostics;
using ReportArchive.Sharding;

namespace ReportArchive.Cli;

/// <summary>What a call of a sharded build came to: the facts of its reports, or its part of the site, or neither, where facts of others are missing.</summary>
/// <param name="Facts">The facts, where they were made by this call.</param>
/// <param name="Part">The part, where it was.</param>
internal sealed record ShardedResult(ShardFacts? Facts, BuildResult? Part);

/// <summary>The facts of one shard's reports, as they were written.</summary>
/// <param name="Path">Their file.</param>
/// <param name="Reports">How many files of reports were read.</param>
/// <param name="Diagnostics">What is wrong with them, in order.</param>
internal sealed record ShardFacts(string Path, int Reports, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>
/// One machine's part of a build that several share, in two rounds of the same call. In the first each reads its share of the reports
/// and writes what it found into the folder of facts. In the second, when the facts of all are there, each derives the site from them
/// and makes its share of the files. No machine waits for another: whoever runs them sees to it that the second round begins after the first.
/// </summary>
internal static class ShardedBuild
{
    /// <summary>Does what is next.</summary>
    /// <param name="request">What the build is asked for, the shard included.</param>
    /// <param name="folder">The folder of facts.</param>
    /// <param name="progress">Is told how far it has come.</param>
    /// <exception cref="UserException">The facts of another shard cannot be used.</exception>
    public static async Task<ShardedResult> RunAsync(BuildRequest request, FactsFolder folder, BuildProgress progress)
    {
        using (var own = folder.TryOpen(request.Shard, out _))
        {
            if (own is null)
                return new ShardedResult(WriteFacts(request, folder, progress), Part: null);
        }
        if (folder.Present(request.Shard).Length < request.Shard.Of)
            return new ShardedResult(Facts: null, Part: null);
        using var facts = folder.OpenAll(request.Shard);
        return new ShardedResult(Facts: null, await BuildPipeline.RunAsync(request with { Facts = facts }, progress));
    }

    private static ShardFacts WriteFacts(BuildRequest request, FactsFolder folder, BuildProgress progress)
    {
        var diagnostics = new List<Diagnostic>();
        var input = InputFolder.Open(request.Input);
        var places = BuildPipeline.ReadPlaces(input, diagnostics);
        var ledgers = new LedgerFolder(input);
        // What is wrong with the list itself is said in the second round, once for all.
        var files = input.ReportFiles([]).Where(path => request.Shard.Has(path.Replace('\\', '/')[input.Prefix.Length..])).ToList();
        var stage = progress.Stage("Reading reports");
        stage.Expect(files.Count);
        var facts = files.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(path =>
        {
            var found = new List<Diagnostic>();
            var published = BuildPipeline.ReadReport(path, places, ledgers, bodies: null, found);
            stage.Advance();
            return new ReportFacts(path.Replace('\\', '/'), published, [.. found]);
        });
        var file = folder.PathOf(request.Shard);
        FactsFile.Write(file, folder.Key, request.Shard, input.Prefix, facts.Select(Collected));
        progress.End();
        diagnostics.Sort(Diagnostic.Compare);
        return new ShardFacts(file, files.Count, diagnostics);

        ReportFacts Collected(ReportFacts report)
        {
            diagnostics.AddRange(report.Diagnostics);
            return report;
        }
    }
}
