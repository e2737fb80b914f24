using System.Text;

namespace ReportArchive.Tests.Support;

/// <summary>
/// Compares what a program made with a file of the checkout. With UPDATE_GOLDEN=1 in the environment the file is written
/// instead, to be read in the diff.
/// </summary>
internal static class Golden
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether golden files are written rather than compared.</summary>
    public static bool IsUpdating { get; } = string.Equals(Environment.GetEnvironmentVariable("UPDATE_GOLDEN"), "1", StringComparison.Ordinal);

    /// <summary>Asserts that a text is what the golden file holds.</summary>
    public static void Equal(string path, string actual)
    {
        if (IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, s_utf8);
            return;
        }
        Assert.True(File.Exists(path), $"there is no golden file {Path.GetRelativePath(Repository.Root, path)}: run the tests with UPDATE_GOLDEN=1 and read the diff");
        Assert.Equal(File.ReadAllText(path, s_utf8), actual);
    }
}
