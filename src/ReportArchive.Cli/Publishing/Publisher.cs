using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace ReportArchive.Cli.Publishing;

/// <summary>What a publication is asked for.</summary>
/// <param name="Output">Folder of the built site.</param>
/// <param name="Compression">How text files are compressed.</param>
/// <param name="Jobs">Most uploads at once.</param>
/// <param name="Adopt">Whether a prefix that holds objects nobody recorded may be written to.</param>
internal sealed record PublishRequest(string Output, Compression Compression, int Jobs, bool Adopt)
{
    // The number goes up when the headers of WebFile change, so that stored objects get the new ones.
    private const string RulesVersion = "1";

    /// <summary>The rules objects are stored by.</summary>
    public string Rules => Compression == Compression.None ? RulesVersion : $"{RulesVersion} {Compression.Key()}";
}

/// <summary>
/// Brings a store to the state of a built site: 1. compare; 2. record what is about to be written; 3. upload stage by stage;
/// 4. record what is there; 5. delete what is no longer needed. It may be stopped at any moment; run again, it finds what it
/// has done by the ETags and goes on.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="request">What is asked for.</param>
internal sealed class Publisher(S3Store store, PublishRequest request)
{
    /// <summary>Compares the site with the store.</summary>
    /// <exception cref="UserException">There is no site, or the prefix belongs to something else.</exception>
    public async Task<(PublishPlan Plan, StoreRecord Record, Dictionary<string, string> Objects)> CompareAsync(BuildProgress progress, CancellationToken stop)
    {
        var site = Hash(progress.Stage("Reading the site"));
        var objects = await store.ListAsync(stop);
        var recorded = await store.ReadAsync(StoreRecord.Path, stop);
        if (recorded is null && objects.Count > 0 && !request.Adopt)
        {
            throw new UserException(
                $"there are {objects.Count} objects that this program did not put there, '{objects.Keys.Order(StringComparer.Ordinal).First()}' first",
                "name an empty prefix, or add --adopt to write over those of the same names; nothing else is touched");
        }
        var record = recorded is null ? StoreRecord.Empty : StoreRecord.Read(recorded);
        return (PublishPlan.Of(site, record, objects, request.Rules), record, objects);
    }

    /// <summary>Carries out a plan; returns how many files were found uploaded by an earlier, interrupted run.</summary>
    public async Task<int> RunAsync(PublishPlan plan, StoreRecord record, IReadOnlyDictionary<string, string> objects, BuildProgress progress, CancellationToken stop)
    {
        var resumed = record.PendingRules == request.Rules ? record.Pending : StoreRecord.Empty.Pending;
        var pending = plan.Uploads.ToImmutableSortedDictionary(static path => path, path => Sha256(Bytes(path)), StringComparer.Ordinal);
        var known = record.Pending.RemoveRange(pending.Keys).AddRange(pending);
        await store.WriteAsync(StoreRecord.Path, (record with { Pending = known, PendingRules = request.Rules }).Write(), stop);

        var uploaded = new ConcurrentDictionary<string, StoredFile>(StringComparer.Ordinal);
        var skipped = 0;
        var stage = progress.Stage("Uploading");
        stage.Expect(pending.Count);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = request.Jobs, CancellationToken = stop };
        foreach (var paths in plan.Stages)
        {
            await Parallel.ForEachAsync(paths, parallel, async (path, cancel) =>
            {
                var value = request.Compression.Pack(path, Bytes(path));
                var there = resumed.TryGetValue(path, out var hash) && hash == pending[path]
                    && objects.TryGetValue(path, out var found) && found == Md5(value.Bytes);
                uploaded[path] = new StoredFile(pending[path], there ? objects[path] : await store.WriteAsync(path, value, cancel));
                if (there)
                    Interlocked.Increment(ref skipped);
                stage.Advance();
            });
        }
        var files = plan.Unchanged.AddRange(uploaded);
        await store.WriteAsync(StoreRecord.Path, new StoreRecord(request.Rules, files, StoreRecord.Empty.Pending, "", [.. plan.Retired, .. plan.Deleted]).Write(), stop);
        await DeleteAsync(plan, parallel, progress.Stage("Deleting"));
        return skipped;
    }

    private async Task DeleteAsync(PublishPlan plan, ParallelOptions parallel, BuildStage stage)
    {
        stage.Expect(plan.Deleted.Length);
        await Parallel.ForEachAsync(plan.Deleted, parallel, async (path, cancel) =>
        {
            await store.DeleteAsync(path, cancel);
            stage.Advance();
        });
    }

    private ConcurrentDictionary<string, string> Hash(BuildStage stage)
    {
        if (!File.Exists(Path.Combine(request.Output, "manifest.json")))
            throw new UserException($"there is no built site in {request.Output}", "run 'report-archive build' first, or name its folder with --output");
        var files = Directory.EnumerateFiles(request.Output, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(request.Output, path).Replace('\\', '/'))
            .ToList();
        stage.Expect(files.Count);
        var hashes = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        Parallel.ForEach(files, path =>
        {
            hashes[path] = Sha256(Bytes(path));
            stage.Advance();
        });
        return hashes;
    }

    private byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(request.Output, path));

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

#pragma warning disable CA5351 // Not a protection: it is what the protocol names an object by.
    private static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}
