using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ReportArchive.Sites;
using ReportArchive.Theme;

namespace ReportArchive.Cli;

/// <summary>
/// The theme's style sheets, scripts and icons. They are published below a folder whose name is a hash of them all:
/// scripts import each other by relative names, and a browser never mixes two versions.
/// </summary>
/// <param name="Root">The folder's address, e.g. <c>/assets/3f2a91c04b/</c>.</param>
/// <param name="Files">The files as published.</param>
internal sealed record ThemeAssets(string Root, ImmutableArray<OutputFile> Files)
{
    /// <summary>A folder of this name beside the input replaces and adds to the built-in assets, file by file.</summary>
    public const string OverrideFolder = "theme/assets";

    private const string Prefix = "assets/";

    /// <summary>Reads the assets built into the theme, and those of the override folder where there is one.</summary>
    public static ThemeAssets Load(string input)
    {
        var assets = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var assembly = typeof(Layout).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            assets[name[Prefix.Length..].Replace('\\', '/')] = copy.ToArray();
        }
        foreach (var (name, path) in Overrides(input))
            assets[name] = File.ReadAllBytes(path);
        var root = $"{Prefix}{Hash(assets)}/";
        return new ThemeAssets("/" + root, [.. assets.Select(asset => new OutputFile(root + asset.Key, asset.Value))]);
    }

    /// <summary>Where the override folder of an input would be: <c>theme/assets</c> beside it.</summary>
    public static string FolderFor(string input) =>
        Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(input))) ?? ".", OverrideFolder);

    private static IEnumerable<(string Name, string Path)> Overrides(string input)
    {
        var folder = FolderFor(input);
        return !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(static path => !Path.GetFileName(path).StartsWith('.'))
                .Select(path => (Path.GetRelativePath(folder, path).Replace('\\', '/'), path));
    }

    private static string Hash(SortedDictionary<string, byte[]> assets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in assets)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..10];
    }
}
