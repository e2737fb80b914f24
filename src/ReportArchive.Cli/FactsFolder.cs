using System.Collections.Immutable;
using ReportArchive.Sharding;

namespace ReportArchive.Cli;

/// <summary>The folder in which shards leave the facts of their reports for each other: <c>3-of-16.facts</c> and so on.</summary>
/// <param name="Root">The folder.</param>
/// <param name="Key">What facts must be valid for.</param>
internal sealed record FactsFolder(string Root, FactsKey Key)
{
    /// <summary>Opens the folder for an archive, and makes it where there is none.</summary>
    /// <exception cref="UserException">It lies within the content, which would differ with every file of facts.</exception>
    public static FactsFolder Open(string path, InputFolder input)
    {
        var (full, content) = (Path.GetFullPath(path), Path.TrimEndingDirectorySeparator(Path.GetFullPath(input.Root)) + Path.DirectorySeparatorChar);
        if (full.StartsWith(content, StringComparison.Ordinal))
            throw new UserException($"--facts {path} lies within {input.Root}", "name a folder beside it, e.g. --facts facts");
        if (File.Exists(full))
            throw new UserException($"--facts {path} is a file", "name a folder, e.g. --facts facts");
        Directory.CreateDirectory(full);
        return new FactsFolder(path, new FactsKey(PageCache.Program, input.Fingerprint()));
    }

    /// <summary>The path of a shard's facts.</summary>
    public string PathOf(Shard shard) => Path.Combine(Root, shard.Name + ".facts");

    /// <summary>The shards whose facts are here, whatever is in them.</summary>
    public ImmutableArray<Shard> Present(Shard shard) => [.. shard.All.Where(other => File.Exists(PathOf(other)))];

    /// <summary>Opens a shard's facts; none, and why, where they are missing or cannot be used.</summary>
    public FactsFile? TryOpen(Shard shard, out string fault)
    {
        fault = "is missing";
        if (!File.Exists(PathOf(shard)) || FactsFile.TryOpen(PathOf(shard), out fault) is not { } file)
            return null;
        fault = file.Key.Program != Key.Program ? "was made by another version of the program"
            : file.Key.Input != Key.Input ? "was made from other content than is here"
            : file.Shard != shard ? $"is that of shard {file.Shard}"
            : "";
        if (fault.Length == 0)
            return file;
        file.Dispose();
        return null;
    }

    /// <summary>Opens the facts of all shards.</summary>
    /// <exception cref="UserException">Those of one cannot be used.</exception>
    public GatheredFacts OpenAll(Shard shard)
    {
        var files = ImmutableArray.CreateBuilder<FactsFile>(shard.Of);
        foreach (var other in shard.All)
        {
            if (TryOpen(other, out var fault) is { } file)
            {
                files.Add(file);
                continue;
            }
            new GatheredFacts(files.ToImmutable()).Dispose();
            throw new UserException($"{PathOf(other)} {fault}", $"run '--shard {other}' again with the content and the program of this one, and put its file in its place");
        }
        return new GatheredFacts(files.MoveToImmutable());
    }
}
