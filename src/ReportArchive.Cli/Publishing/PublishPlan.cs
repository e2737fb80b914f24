using System.Collections.Immutable;

namespace ReportArchive.Cli.Publishing;

/// <summary>What a publication has to do, in order.</summary>
/// <param name="Stages">Files to upload. A stage begins when the one before it is done; within one the order does not matter.</param>
/// <param name="Unchanged">Files that lie in the store as they are.</param>
/// <param name="Retired">Files of the last publication that pages readers have open may still ask for; they go with the next.</param>
/// <param name="Deleted">Files to delete at the end.</param>
internal sealed record PublishPlan(
    ImmutableArray<ImmutableArray<string>> Stages,
    ImmutableSortedDictionary<string, StoredFile> Unchanged,
    ImmutableArray<string> Retired,
    ImmutableArray<string> Deleted)
{
    /// <summary>All files to upload.</summary>
    public IEnumerable<string> Uploads => Stages.SelectMany(static stage => stage);

    /// <summary>
    /// Compares the site with the store. Stages: 1. files whose name holds their hash, which no page in the store names yet;
    /// 2. other new files, to which no page in the store links yet; 3. reports, whose paragraphs other pages link to;
    /// 4. the rest of the changed pages; 5. the lists that lead in: feed, site map, the head of the search index; 6. the home page,
    /// from which the first publication is reached, and whose every page links to those lists; 7. the manifest.
    /// At every moment all links on every page that can be reached lead somewhere.
    /// </summary>
    /// <param name="site">Path and SHA-256 of every file of the site.</param>
    /// <param name="record">What was published before.</param>
    /// <param name="store">Path and ETag of every object in the store.</param>
    /// <param name="rules">The rules objects are stored by now.</param>
    public static PublishPlan Of(IReadOnlyDictionary<string, string> site, StoreRecord record, IReadOnlyDictionary<string, string> store, string rules)
    {
        var unchanged = site
            .Where(file => record.Rules == rules && record.Files.TryGetValue(file.Key, out var stored) && stored.Sha256 == file.Value
                && store.TryGetValue(file.Key, out var etag) && etag == stored.ETag)
            .ToImmutableSortedDictionary(static file => file.Key, file => record.Files[file.Key], StringComparer.Ordinal);
        var stages = site.Keys.Where(path => !unchanged.ContainsKey(path))
            .GroupBy(path => StageOf(path, isNew: !store.ContainsKey(path)))
            .OrderBy(static stage => stage.Key)
            .Select(static stage => stage.Order(StringComparer.Ordinal).ToImmutableArray());
        var gone = record.Known.Where(path => !site.ContainsKey(path)).Order(StringComparer.Ordinal).ToList();
        var retired = gone.Where(path => WebFile.IsImmutable(path) && record.Files.ContainsKey(path)).ToImmutableArray();
        return new PublishPlan([.. stages], unchanged, retired, [.. gone.Except(retired, StringComparer.Ordinal).Where(store.ContainsKey)]);
    }

    private static int StageOf(string path, bool isNew) => path switch
    {
        "manifest.json" => 7,
        "index.html" => 6,
        "feed.xml" or "sitemap.xml" or "search/manifest.json" => 5,
        _ when WebFile.IsImmutable(path) => 1,
        _ when isNew => 2,
        _ when path.StartsWith("r/", StringComparison.Ordinal) => 3,
        _ => 4,
    };
}
