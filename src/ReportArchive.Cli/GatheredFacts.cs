using System.Collections.Immutable;
using ReportArchive.Anchors;
using ReportArchive.Diagnostics;
using ReportArchive.Places;
using ReportArchive.Sharding;

namespace ReportArchive.Cli;

/// <summary>The facts of all shards: what every one of them derives the site from, and reads its texts from as long as this is not disposed.</summary>
/// <param name="files">In the order of the shards.</param>
internal sealed class GatheredFacts(ImmutableArray<FactsFile> files) : IDisposable
{
    /// <summary>The SHA-256 of each file, in the order of the shards.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Hashes => files.Select(static file => file.Hash);

    /// <summary>The reports as if their files had been read here, by path.</summary>
    /// <param name="root">How paths of the content begin here.</param>
    /// <param name="places">The table of divisions.</param>
    /// <param name="diagnostics">Receives what is wrong with them.</param>
    public ImmutableArray<PublishedReport> Read(string root, PlaceTable places, List<Diagnostic> diagnostics)
    {
        List<ReportFacts> facts = [.. files.AsParallel().SelectMany(file => file.Read(root, places))];
        facts.Sort(static (a, b) => string.CompareOrdinal(a.File, b.File));
        diagnostics.AddRange(facts.SelectMany(static report => report.Diagnostics));
        return [.. facts.Select(static report => report.Published).OfType<PublishedReport>()];
    }

    public void Dispose()
    {
        foreach (var file in files)
            file.Dispose();
    }
}
