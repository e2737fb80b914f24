using System.Collections.Immutable;
using ReportArchive.Data;
using ReportArchive.Search;

namespace ReportArchive.Cli;

/// <summary>One shard's part of a site, on disk.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Record">What is known of it.</param>
internal sealed record SitePart(string Folder, PartRecord Record);

/// <summary>Puts the parts of a site together: files go in as they are, and what each part says of its own files is said of all.</summary>
internal static class SiteParts
{
    private const string Manifest = "manifest.json";
    private const string Search = "search/";
    private const string SearchManifest = Search + "manifest.json";

    /// <summary>The parts in some folders, each of which is a part or holds parts, in the order of their shards.</summary>
    /// <exception cref="UserException">They are not all parts of one site, each once and whole.</exception>
    public static ImmutableArray<SitePart> Find(IEnumerable<string> folders)
    {
        List<SitePart> parts = [.. folders.SelectMany(In).OrderBy(static part => part.Record.Shard.Number)];
        var first = parts[0];
        if (parts.Find(part => part.Record.Shard.Of != first.Record.Shard.Of || part.Record.Build != first.Record.Build) is { } foreign)
        {
            throw new UserException(
                $"{first.Folder} and {foreign.Folder} are parts of different builds",
                "build all parts of the same content, with the same program, options and facts");
        }
        foreach (var pair in parts.GroupBy(static part => part.Record.Shard).Where(static group => group.Skip(1).Any()))
            throw new UserException($"the part of shard {pair.Key} is there twice: {string.Join(" and ", pair.Select(static part => part.Folder))}", "name each part once");
        var missing = first.Record.Shard.All.Except(parts.Select(static part => part.Record.Shard)).ToList();
        if (missing.Count > 0)
            throw new UserException($"{(missing.Count == 1 ? "a part is" : "parts are")} missing: {string.Join(", ", missing)}", $"run 'report-archive build --shard {missing[0]} --facts …' for each, and name the folder it is built in");
        return [.. parts];
    }

    /// <summary>Makes one site of the parts. The parts stay as they are; their files get a second name, where the file system allows that.</summary>
    /// <param name="parts">All parts, in the order of their shards.</param>
    /// <param name="output">Folder of the site.</param>
    /// <param name="progress">Is told how far it has come.</param>
    /// <exception cref="UserException">A part is not as it was built, or two parts have the same file.</exception>
    public static OutputChanges Merge(ImmutableArray<SitePart> parts, string output, BuildProgress progress)
    {
        using var site = OutputFolder.Open(output, parts[0].Folder);
        foreach (var part in parts)
            OutputFolder.RejectOverlap(output, part.Folder);
        var stage = progress.Stage("Putting the parts together");
        stage.Expect(parts.Sum(static part => part.Record.Files));
        var partOf = new Dictionary<string, SitePart>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var files = FilesOf(part);
            foreach (var (path, _) in files)
            {
                if (!partOf.TryAdd(path, part))
                    throw new UserException($"{path} is in {partOf[path].Folder} and in {part.Folder}", "build both parts anew, each in a folder of its own");
            }
            Parallel.ForEach(files, file =>
            {
                site.Link(file.Path, file.File);
                stage.Advance();
            });
        }
        using var publication = new Publication(site);
        try
        {
            foreach (var file in MergeSearch(parts))
                publication.Write(file.ToSite());
        }
        catch (SearchIndexException e)
        {
            throw new UserException($"the parts make no search index: {e.Message}", "build that part again, or copy all of it");
        }
        foreach (var part in parts)
            publication.Add(PublicationManifest.Read(File.ReadAllBytes(Path.Combine(part.Folder, Manifest))).Where(static url => !IsPassing(url.Url.Value.TrimStart('/'))));
        site.Write(publication.Manifest());
        progress.Stage("Swapping the site in");
        var changes = site.Commit();
        progress.End();
        return changes;
    }

    /// <summary>The tables of the whole search index, made of what each part brings to them, and its manifest.</summary>
    private static IEnumerable<IndexFile> MergeSearch(ImmutableArray<SitePart> parts)
    {
        List<string> folders = [.. parts.Select(static part => part.Folder).Where(static folder => File.Exists(Path.Combine(folder, SearchManifest)))];
        return SearchIndexParts.Merge(
            folders.Select(static folder => (ReadOnlyMemory<byte>)File.ReadAllBytes(Path.Combine(folder, SearchManifest))),
            path => Open(folders.Select(folder => Path.Combine(folder, Search + path)).First(File.Exists), path),
            static () => new TemporaryFile());
    }

    private static IndexFile Open(string file, string path) => new(path, new FileInfo(file).Length, (from, into) => FileBytes.Read(file, from, into));

    /// <summary>Whether a file of a part is no file of the site, but what one is made of.</summary>
    private static bool IsPassing(string path) => path.StartsWith(Search, StringComparison.Ordinal) && SearchIndexParts.IsPassing(path[Search.Length..]);

    private static IEnumerable<SitePart> In(string folder)
    {
        if (!Directory.Exists(folder))
            throw new UserException($"there is no folder {folder}", "name the folders the parts were built in, or one that holds them");
        List<SitePart> parts = TryRead(folder) is { } one ? [one] : [.. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Select(TryRead).OfType<SitePart>()];
        return parts.Count > 0
            ? parts
            : throw new UserException($"there is no part of a site in {folder}", "a part is made by 'report-archive build --shard 1/4 --facts FOLDER' when the facts of all shards are there");
    }

    private static SitePart? TryRead(string folder)
    {
        var path = Path.Combine(folder, PartRecord.Path);
        return File.Exists(path) && PartRecord.Read(File.ReadAllBytes(path)) is { } record ? new SitePart(folder, record) : null;
    }

    /// <summary>The files of a part that go into the site as they are.</summary>
    private static List<(string Path, FileInfo File)> FilesOf(SitePart part)
    {
        List<(string Path, FileInfo File)> all = [.. new DirectoryInfo(part.Folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(part.Folder, file.FullName).Replace('\\', '/'), file))
            .Where(static file => file.Item1 != PartRecord.Path)];
        return all.Count == part.Record.Files && all.Sum(static file => file.File.Length) == part.Record.Bytes
            ? [.. all.Where(static file => file.Path != Manifest && !IsPassing(file.Path))]
            : throw new UserException($"{part.Folder} is not as it was built: files are missing, or have been added or changed", $"build shard {part.Record.Shard} again, or copy all of its part");
    }
}
