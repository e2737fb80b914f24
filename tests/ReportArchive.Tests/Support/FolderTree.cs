using System.Security.Cryptography;

namespace ReportArchive.Tests.Support;

/// <summary>A folder as a whole: copied, and compared byte for byte.</summary>
internal static class FolderTree
{
    /// <summary>Copies all files below a folder into another, which may hold some already.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    /// <summary>Path and hash of every file, in order of paths: equal when the folders are.</summary>
    public static IReadOnlyList<string> Fingerprint(string folder) =>
        [.. Files(folder).Select(file => $"{file} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))))}")];

    /// <summary>Paths of all files, forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
}
